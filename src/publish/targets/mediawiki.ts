import { hash } from 'node:crypto';
import { join } from 'node:path';
import { fail } from '../../errors.js';
import { goneKey } from '../keys.js';
import { type Site, type WikiClient, wikiClient } from '../mediawiki/client.js';
import { asStored, type Edited } from '../mediawiki/edit.js';
import { titlesAtOnce } from '../mediawiki/heads.js';
import { find, isMarked, wrap } from '../mediawiki/markers.js';
import { fileHeads, isFile, pictureName, readFile, retireFile, writeFile } from '../mediawiki/pictures.js';
import type { Credentials } from '../mediawiki/session.js';
import { anywhere, link } from '../mediawiki/wikitext.js';
import type {
  Head,
  Part,
  Standing,
  Target,
  TargetOptions,
  Templating,
  Upstream,
  Write,
  Written,
} from '../target.js';
import { wikiPages, wikiRedirects } from './mediawiki-pages.js';

/** Requests that are on their way at the same time, at most. */
const mostAtOnce = 16;

/** Who publishes, as options and environment say. @throws JiangluError `wiki-credentials` */
function credentialsOf({ user }: TargetOptions): Credentials {
  const { JIANGLU_WIKI_TOKEN: bearer, JIANGLU_WIKI_PASSWORD: password } = process.env;
  if (user !== undefined && password) return { user, password };
  if (bearer) return { bearer };
  throw fail('wiki-credentials');
}

/** What stands in place of a page whose note is gone: accounts of bots may not delete. */
const goneWords = ({ language }: Site): string =>
  language.startsWith('zh')
    ? "''讲录：这一页的笔记已经撤下，可以删除。''\n[[Category:讲录撤下]]"
    : "''jianglu: the note of this page was withdrawn; the page may be deleted.''\n[[Category:Withdrawn by jianglu]]";

function writtenBy(edited: Edited, over: string | undefined): Written {
  if (edited.kind === 'saved') return { revision: String(edited.revision) };
  if (edited.kind === 'nochange' && over !== undefined) return { revision: over };
  if (edited.kind === 'refused') return { refused: edited.reason };
  return 'conflict';
}

/** A page with another generated part, be it of another key; one whose marks are damaged stays as it is. */
function placed(key: string, generated: string, page: string): string {
  const found = find(page);
  return found ? found.before + wrap(key, generated) + found.after : page;
}

/** A wiki's pages and files as they are asked for by the engine. */
class Wiki implements Upstream {
  readonly batch = titlesAtOnce;
  readonly footnotes: boolean;
  readonly noPictures?: string;
  /** Files that no page of ours shows any more, and whether their pages say so. */
  readonly #retired: { name: string; said: boolean }[] = [];

  constructor(
    readonly client: WikiClient,
    readonly site: Site,
    readonly stateFile: string,
    readonly parallel: number,
  ) {
    this.footnotes = site.footnotes;
    if (!site.uploads) this.noPictures = 'the wiki takes no files from this account';
  }

  async heads(names: readonly string[]): Promise<Map<string, Head>> {
    const found = await fileHeads(this.client, names.filter(isFile));
    const pages = names.filter((name) => !isFile(name));
    if (pages.length === 0) return found;
    for (const [name, head] of await this.client.heads(pages, false))
      if (typeof head === 'object')
        found.set(name, {
          revision: String(head.revision),
          // MediaWiki moves a page over one that leads to it only where nobody edited that since.
          ...(head.leads && { leads: true, firm: head.parent !== 0 }),
        });
    return found;
  }

  async read(name: string): Promise<Standing | undefined> {
    if (isFile(name)) return readFile(this.client, name);
    const head = (await this.client.read([name])).get(name);
    if (typeof head !== 'object' || head.text === undefined) return undefined;
    return { revision: String(head.revision), content: head.text };
  }

  /** Files are not looked for: under the name that one had before it was moved, the wiki still gives it. */
  async locate(lost: ReadonlyMap<string, string>): Promise<Map<string, string>> {
    const pages = [...lost].filter(([, name]) => !isFile(name));
    const heads = await this.client.heads(pages.map(([, name]) => name));
    const found = new Map<string, string>();
    for (const [key, name] of pages) {
      const head = heads.get(name);
      const to = typeof head === 'object' ? head.redirect : await this.client.movedTo(name);
      const standing = to === undefined ? undefined : await this.read(to);
      if (to !== undefined && standing && find(String(standing.content))?.key === key) found.set(key, to);
    }
    return found;
  }

  async write(write: Write): Promise<Written> {
    if (isFile(write.name)) return writeFile(this.client, this.site, write);
    return this.#edit(write);
  }

  async #edit({ name, content, over, summary }: Omit<Write, 'key' | 'title' | 'again'>): Promise<Written> {
    const base = over === undefined ? ('new' as const) : Number(over);
    const wanted = { title: name, text: String(content), summary, base, bot: true };
    return writtenBy(await this.client.edit(wanted), over);
  }

  async move(from: string, to: string): Promise<Written> {
    const moved = await this.client.move(from, to, 'jianglu');
    if (moved.kind === 'refused') return { refused: moved.reason };
    if (moved.kind !== 'moved') return 'conflict';
    const head = (await this.heads([to])).get(to);
    return head ? { revision: head.revision } : 'conflict';
  }

  follow = (from: string, to: string): Promise<void> => this.client.leadOn(from, to, 'jianglu');

  async remove(name: string, revision: string): Promise<boolean> {
    if (isFile(name)) {
      this.#retired.push({ name, said: await retireFile(this.client, name, goneWords(this.site)) });
      return true;
    }
    const page = String((await this.read(name))?.content ?? '');
    const found = find(page);
    if (!found) return false;
    const content = placed(goneKey(found.key), goneWords(this.site), page);
    const written = await this.#edit({ name, content, over: revision, summary: 'jianglu' });
    return typeof written === 'object' && 'revision' in written;
  }

  async finish(): Promise<string[]> {
    return this.#retired.map(({ name, said }) =>
      said
        ? `${name} is shown no more; it stays until an administrator deletes it`
        : `${name} is shown no more; it is somebody else’s, or people wrote about it, and stays`,
    );
  }

  async close(): Promise<void> {}
}

async function openWiki(options: TargetOptions): Promise<Upstream> {
  const { destination, allowHttp, concurrency } = options;
  const client = wikiClient({ url: destination, credentials: credentialsOf(options), allowHttp });
  const { host } = new URL(destination);
  const which = `${host.replace(/[^\w.-]/gu, '-')}-${hash('sha256', destination, 'hex').slice(0, 8)}`;
  const stateFile = join('.jianglu', `${which}.sqlite`);
  return new Wiki(client, await client.site(), stateFile, Math.min(mostAtOnce, concurrency));
}

const part: Part = {
  of: (page) => {
    const found = find(page);
    return found && { generated: found.generated, intact: found.intact };
  },
  stored: asStored,
  put: (key, generated, page) => (page === undefined ? wrap(key, generated) : placed(key, generated, page)),
};

/** How templates write wikitext: which page it is stands beside the generated part. */
const templating: Templating = {
  escape: anywhere,
  link: (_, to, words) => link(to, words),
  mark: (_, content) => content,
};

/** Pages of a MediaWiki. A page whose marks are damaged is ours no more; one without marks is somebody's. */
export const mediawiki: Target = {
  name: 'mediawiki',
  takes: 'address',
  part,
  picturesBeside: pictureName,
  templating: () => templating,
  keyOf: (content) => (typeof content === 'string' && isMarked(content) ? find(content)?.key : undefined),
  pages: (collection, { pictures }, { footnotes = false }) => [
    ...wikiPages(collection, footnotes, pictures),
    ...wikiRedirects(collection),
  ],
  open: openWiki,
};
