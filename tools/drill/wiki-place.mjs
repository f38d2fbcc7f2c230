// What people do in a wiki, for the drills of publishing.
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startWiki } from '../wiki.mjs';

/** All answers to a question for pages. */
export async function listed(wiki, list) {
  const found = [];
  for (let more = {}; more; ) {
    const answer = await wiki.ask({ action: 'query', ...list, ...more });
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    found.push(...(answer.query?.pages ?? []));
    more = answer.continue;
  }
  return found;
}

/** All articles, templates and categories but the wiki's first page. */
export async function pagesOf(wiki) {
  const pages = [];
  for (const gapnamespace of ['0', '10', '14'])
    pages.push(
      ...(await listed(wiki, {
        ...{ generator: 'allpages', gapnamespace, gaplimit: '50' },
        ...{ prop: 'revisions', rvprop: 'ids|content', rvslots: 'main' },
      })),
    );
  return pages
    .filter(({ title, revisions }) => title !== '首页' && revisions)
    .map(({ title, revisions: [{ slots, revid }] }) => ({
      title,
      text: slots.main.content,
      revision: revid,
    }));
}

/** A person saves a page, made from a revision where one is given. */
export async function save(wiki, title, text, revision) {
  const base = revision === undefined ? {} : { baserevid: String(revision) };
  const { errors } = await wiki.as('person', { action: 'edit', title, text, summary: '编辑', ...base });
  if (errors) throw new Error(JSON.stringify(errors));
}

/** A wiki to publish to, with the state of publishing below `work`. */
export async function wikiPlace(_, work) {
  const wiki = await startWiki();
  const { user, password } = wiki.accounts.bot;
  const [state, kept] = ['state', 'state-begun'].map((name) => join(work, name));
  return {
    wiki,
    args: ['--to', wiki.url, '--user', user, '--state', join(state, 'wiki.sqlite')],
    env: { JIANGLU_WIKI_PASSWORD: password },
    pages: async () => Object.fromEntries((await pagesOf(wiki)).map(({ title, text }) => [title, text])),
    mayEdit: (name) => !/^(?:模板|分类):/u.test(name),
    edit: (name, text) => save(wiki, name, text),
    async keep() {
      wiki.keep('begun');
      cpSync(state, kept, { recursive: true });
    },
    async again() {
      wiki.reset('begun');
      rmSync(state, { recursive: true, force: true });
      cpSync(kept, state, { recursive: true });
    },
    stop: () => wiki.stop(),
  };
}
