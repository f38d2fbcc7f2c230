import { type Place, usual } from '../world.js';
import type { Answer, Wiki } from './wiki.js';

/** All answers to a list of the API. */
async function listed({ ask }: Wiki, list: Record<string, string>): Promise<Answer[]> {
  const found: Answer[] = [];
  for (let more: Record<string, string> | undefined = {}; more; ) {
    const answer: Answer = await ask({ action: 'query', ...list, ...more });
    found.push(...(answer.query?.pages ?? []));
    more = answer.continue;
  }
  return found;
}

interface Standing {
  title: string;
  text: string;
  revision: number;
}

/** All pages of articles, templates and categories but the wiki's first; what a move left behind is none. */
async function standing(wiki: Wiki): Promise<Standing[]> {
  const pages: Standing[] = [];
  for (const gapnamespace of ['0', '10', '14'])
    for (const page of await listed(wiki, {
      ...{ generator: 'allpages', gapnamespace, gaplimit: '50' },
      ...{ prop: 'revisions', rvprop: 'ids|content', rvslots: 'main' },
    })) {
      const [revision] = page.revisions ?? [];
      const text: string = revision?.slots.main.content ?? '';
      if (page.title === '首页' || (/^#(?:REDIRECT|重定向)/iu.test(text) && !text.includes('jianglu:')))
        continue;
      pages.push({ title: page.title, text, revision: revision.revid });
    }
  return pages;
}

const named = (title: string) =>
  title.replace(/^(?:模板|样板):/u, 'Template:').replace(/^(?:分类|分類):/u, 'Category:');

async function mustPass(answer: Promise<Answer>): Promise<void> {
  const { errors } = await answer;
  if (errors) throw new Error(JSON.stringify(errors));
}

/** The wiki as it was at first, with a person who edits it. */
export async function wikiPlace(wiki: Wiki): Promise<Place> {
  wiki.reset();
  const { user } = wiki.accounts.bot;
  const textOf = async (title: string) =>
    (await standing(wiki)).find((page) => named(page.title) === title)?.text ?? '';
  return {
    options: { ...usual(wiki.url), user },
    pages: async () => new Map((await standing(wiki)).map(({ title, text }) => [named(title), text])),
    trace: async () => (await standing(wiki)).map(({ title, revision }) => `${title} ${revision}`).join('\n'),
    edit: async (title, change) =>
      mustPass(
        wiki.as('person', { action: 'edit', title, text: change(await textOf(title)), summary: '编辑' }),
      ),
    remove: (title) => mustPass(wiki.as('admin', { action: 'delete', title, reason: '删' })),
    rename: (from, to) => mustPass(wiki.as('person', { action: 'move', from, to, reason: '改名' })),
  };
}
