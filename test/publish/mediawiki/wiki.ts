import { afterAll, beforeAll, describe } from 'vitest';
import { type WikiClient, wikiClient } from '../../../src/publish/mediawiki/client.js';
// @ts-expect-error tools are plain JavaScript
import * as tool from '../../../tools/wiki.mjs';

if (!tool.installed)
  console.warn(
    'No MediaWiki: publishing to one is not tested. Run tools/install-debian.sh, or set JIANGLU_MEDIAWIKI.',
  );

/** What the API answers, as far as nobody looks at it more closely. */
// biome-ignore lint/suspicious/noExplicitAny: tests look at the parts they want
export type Answer = any;

type Account = { user: string; password: string };

/** A wiki of one's own, until `stop` is called. */
export interface Wiki {
  /** Of api.php. */
  url: string;
  /** Where its files lie; a file `readonly` in it closes the wiki, `slow` allows an edit a minute, `nouploads` no files. */
  folder: string;
  accounts: Record<'bot' | 'person' | 'admin', Account>;
  /** What nobody logged in may ask. */
  ask(parameters: Record<string, string>): Promise<Answer>;
  /** What a person in a browser does, not through our client: the answer of the API to an action that needs a token. */
  as(who: 'person' | 'admin', parameters: Record<string, string>): Promise<Answer>;
  /** A wikitext as it would stand after it was saved: HTML, and the titles of what it links to, embeds and belongs to. */
  parse(text: string): Promise<{ html: string; links: string[]; others: string[] }>;
  /** Logs everybody out. */
  forgetSessions(): void;
  /** Makes the wiki as it was at first; takes no time. */
  reset(): void;
  stop(): Promise<void>;
}

async function parsed(ask: Wiki['ask'], text: string) {
  const prop = 'text|links|templates|categories|images|iwlinks|langlinks|externallinks';
  const parameters = { action: 'parse', pst: '1', contentmodel: 'wikitext', title: '试验', prop, text };
  const plain = { disablelimitreport: '1', disableeditsection: '1', disabletoc: '1', variant: 'zh' };
  const answer = await ask({ ...parameters, ...plain });
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  const { links, templates, categories, images, iwlinks, langlinks, externallinks } = answer.parse;
  const titles = (list: Answer[]): string[] => list.map(({ title, category }) => title ?? category);
  const others = [
    ...titles(templates),
    ...titles(categories),
    ...images,
    ...titles(iwlinks),
    ...titles(langlinks),
  ];
  return { html: answer.parse.text, links: titles(links), others: [...others, ...externallinks] };
}

/** What tests on a wiki have; only within tests and their hooks. */
export interface OwnWiki {
  readonly wiki: Wiki;
  /** Of the bot. */
  readonly client: WikiClient;
}

/** Tests on a real wiki, which is started for them; skipped where no MediaWiki is installed. */
export function describeWiki(name: string, tests: (own: OwnWiki) => void): void {
  describe.skipIf(!tool.installed)(name, () => {
    let wiki: Wiki;
    let client: WikiClient;
    beforeAll(async () => {
      const started = await tool.startWiki();
      wiki = { ...started, parse: (text: string) => parsed(started.ask, text) };
      client = wikiClient({ url: wiki.url, credentials: wiki.accounts.bot });
      process.env.JIANGLU_WIKI_PASSWORD = wiki.accounts.bot.password;
    });
    afterAll(() => wiki?.stop());
    tests({
      get wiki() {
        return wiki;
      },
      get client() {
        return client;
      },
    });
  });
}
