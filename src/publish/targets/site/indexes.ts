import { glossaryPage } from '../../../pages/glossary.js';
import { h } from '../../../pages/html.js';
import type { Page as Drawn } from '../../../pages/layout.js';
import type { Given } from '../../../pages/parameters.js';
import { startPage } from '../../../pages/search.js';
import type { Shown } from '../../../pages/site.js';
import { speakersPage, talksPage } from '../../../pages/talks.js';
import { timelinePage } from '../../../pages/timeline.js';
import type { View } from '../../../pages/view.js';
import { termKinds } from '../../../store/record.js';
import type { ConceptLine } from '../../../store/store.js';
import { legalName } from '../../legal-name.js';
import type { NameOf } from '../../target.js';
import { domainKey, kindList, letterList, linesOnPage, listKey } from './aims.js';
import { type Domain, domainList, domainPage } from './domains.js';

/** A page that leads to others: its key, its name, and how serve draws it. */
export interface Index {
  key: string;
  name: string;
  draw(shown: Shown, view: View, nameOf: NameOf): Promise<Drawn>;
}

type Draw = (shown: Shown, view: View, given: Given) => Promise<Drawn>;

/** The pages of a list of so many lines: there is always a first one. */
function pagesOf(list: string, path: string, lines: number, draw: Draw, given: Given = {}): Index[] {
  const count = Math.max(1, Math.ceil(lines / linesOnPage));
  return Array.from({ length: count }, (_, index) => ({
    key: listKey(list, index + 1),
    name: index === 0 ? `${path}.html` : `${path}-${index + 1}.html`,
    draw: (shown, view) => draw(shown, view, { ...given, limit: linesOnPage, offset: index * linesOnPage }),
  }));
}

/** By letter as many as the letter has names; those that only synonyms begin with have no page, as in serve. */
function letterPages(lines: readonly ConceptLine[]): Index[] {
  const letters = new Set(lines.filter(({ see }) => see === undefined).map(({ letter }) => letter));
  return [...letters].sort().flatMap((letter) => {
    const list = letterList(letter);
    const count = lines.filter((line) => line.letter === letter).length;
    return pagesOf(list, list.replace('-', '/'), count, glossaryPage, { letter });
  });
}

/** What pages lead to others: how many talks, the names of the glossary, the domains of the taxonomy. */
export interface Listed {
  talks: number;
  lines: readonly ConceptLine[];
  domains: readonly Domain[];
}

/** The pages that lead to all others: search, talks, glossary by kind, by letter and by domain, timeline, speakers. */
export function indexPages({ talks, lines, domains }: Listed): Index[] {
  const glossary: Draw = async (shown, view, given) => {
    const drawn = await glossaryPage(shown, view, given);
    return { ...drawn, body: h`${drawn.body}${domainList(domains, view.words)}` };
  };
  const kinds = termKinds.flatMap((kind) =>
    pagesOf(kindList(kind), kindList(kind).replace('-', '/'), 0, glossary, { kind }),
  );
  return [
    { key: listKey('search'), name: 'index.html', draw: startPage },
    ...pagesOf('talks', 'talks', talks, talksPage),
    ...kinds,
    ...letterPages(lines),
    ...domains.map((domain) => ({
      key: domainKey(domain.scheme),
      name: `taxonomy/${legalName(domain.scheme, 'taxonomy')}.html`,
      draw: async (_: Shown, { words }: View, nameOf: NameOf) =>
        domainPage(domain, (key) => nameOf(key) !== undefined, words),
    })),
    ...pagesOf('timeline', 'timeline', talks, timelinePage),
    { key: listKey('speakers'), name: 'speakers.html', draw: speakersPage },
  ];
}
