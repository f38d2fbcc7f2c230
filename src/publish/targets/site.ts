import type { PageKey } from '../../markdown/keys.js';
import { conceptPage } from '../../pages/concept.js';
import { overviews } from '../../pages/known/overview.js';
import { termsOf } from '../../pages/known/terms.js';
import type { Page as Drawn } from '../../pages/layout.js';
import type { Shown } from '../../pages/site.js';
import { talkPage } from '../../pages/talk.js';
import type { View } from '../../pages/view.js';
import { type CollectedTalk, type Collection, everyConcept } from '../engine/collection.js';
import { htmlKey } from '../html/document.js';
import { legalName } from '../legal-name.js';
import { talkFile, talkTitle } from '../pages/talk-title.js';
import { pageWordsOf } from '../pages/words.js';
import { inPictures } from '../pictures/page.js';
import type { Content, NameOf, Page, Target, TargetOptions } from '../target.js';
import { opening } from '../upstream/folder.js';
import { domainPath } from './site/aims.js';
import { citations } from './site/cited.js';
import { domainsOf, placesIn } from './site/domains.js';
import { entriesOf } from './site/entries.js';
import { file, keyInFile, looks } from './site/files.js';
import { entriesIn } from './site/former.js';
import { asFile } from './site/frame.js';
import { indexPages } from './site/indexes.js';
import { pictureAddress } from './site/links.js';
import { speakerPage, topicPage } from './site/lists.js';
import { isSealed, sealMark } from './site/sealed.js';
import { searchFile } from './site/search.js';
import { linesOf, shelfOf } from './site/shelf.js';
import { siteWords } from './site/words.js';

const keyOf = (content: Content): PageKey | undefined => htmlKey(content, sealMark) ?? keyInFile(content);

const talkName = (talk: CollectedTalk): string => `talks/${talkFile(talk)}.html`;

type Draw = (shown: Shown, view: View, nameOf: NameOf) => Drawn | Promise<Drawn>;

/** How the pages of a collection are made, with what they share. */
function drawing(collection: Collection, { pictures }: Pick<TargetOptions, 'pictures'>) {
  const every = everyConcept(collection);
  const domains = domainsOf(collection.taxonomy, every);
  const places = placesIn(domains);
  const lines = linesOf(collection.concepts);
  const store = shelfOf(collection, every, lines);
  const titled = new Map(
    domains.map(({ scheme, title }) => [scheme, { title, path: domainPath(scheme) }] as const),
  );
  const still = () => '';
  const [overview, terms] = [overviews(store, still), termsOf(store, still)];
  const language = collection.language;
  let words: ReturnType<typeof siteWords> | undefined;
  const view = async (): Promise<View> => {
    words ??= siteWords(language);
    const name = language === 'en' ? 'en' : 'zh';
    return { language: name, words: await words, theme: 'auto', path: '/', still: true };
  };
  const shown = (nameOf: NameOf): Shown => ({
    store,
    overview,
    terms,
    domains: titled,
    logs: citations,
    pictures: { at: (url) => pictureAddress(url, nameOf), omits: pictures === 'omit' },
  });
  const page = (found: Pick<Page, 'key' | 'kind' | 'title' | 'name'>, draw: Draw): Page => ({
    ...found,
    async render(nameOf) {
      const how = await view();
      return asFile(found.key, await draw(shown(nameOf), how, nameOf), how, { nameOf, places });
    },
  });
  const search = file('search.js', (nameOf, former) =>
    searchFile(
      entriesOf({
        talks: collection.talks,
        concepts: every,
        where: { nameOf, places },
        former: entriesIn(former?.()),
      }),
    ),
  );
  return { lines, domains, page, search };
}

function sitePages(collection: Collection, options: TargetOptions): Page[] {
  const { lines, domains, page, search } = drawing(collection, options);
  const words = pageWordsOf(collection);
  const { talks, speakers, topics, concepts } = collection;
  return [
    ...talks.map((talk) =>
      page(
        { key: talk.key, kind: 'talk', title: talkTitle(talk, words), name: talkName(talk) },
        (shown, how) => talkPage(shown, how, talk.id),
      ),
    ),
    ...speakers.map((one) =>
      page(
        {
          key: one.key,
          kind: 'speaker',
          title: one.name,
          name: `speakers/${legalName(one.name, 'speaker')}.html`,
        },
        (_, how) => speakerPage(one, how.words),
      ),
    ),
    ...topics.map((one) =>
      page(
        {
          key: one.key,
          kind: 'topic',
          title: one.label,
          name: `topics/${legalName(one.label, 'topic')}.html`,
        },
        (_, how) => topicPage(one, how.words),
      ),
    ),
    ...concepts.map((one) =>
      page(
        {
          key: one.key,
          kind: 'concept',
          title: one.label,
          name: `concepts/${legalName(one.label, 'term')}.html`,
        },
        (shown, how) => conceptPage(shown, how, one.id),
      ),
    ),
    ...indexPages({ talks: talks.length, lines, domains }).map(({ key, name, draw }) =>
      page({ key, kind: 'index', title: name, name }, draw),
    ),
    ...looks(),
    search,
  ];
}

/** The pages of serve as files: they link each other by relative ways, are searched by a script, and need no server. */
export const site: Target = {
  name: 'site',
  takes: 'folder',
  picturesBeside: inPictures,
  keyOf,
  isIntact: isSealed,
  pages: sitePages,
  open: opening({
    target: 'site',
    rivals: ['html'],
    keyOf,
    anyLineEnds: true,
    mayBePage: (name) => /\.(?:html|css|js|svg)$/iu.test(name),
  }),
};
