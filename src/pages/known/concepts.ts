import { kept } from '../../memory/remembered.js';
import { type TermKind, termKinds } from '../../store/record.js';
import type { ConceptLine } from '../../store/store.js';

/** Concepts that pages show of those that most talks define, of new and changed ones, and of those without a place in a tree. */
const shown = { defined: 18, fresh: 12, loose: 60 };

/** The concepts of a kind below those that they belong to. */
export interface Tree {
  /** What has nothing of its kind above, but something below. */
  roots: readonly ConceptLine[];
  /** By the key of what they belong to. */
  children: ReadonlyMap<string, readonly ConceptLine[]>;
  /** What has neither, those that most talks define first; not all. */
  loose: readonly ConceptLine[];
}

/** What pages show of all concepts together: to sort 30,000 of them takes longer than to draw a page. */
export interface Concepts {
  count: number;
  /** Letters that their pinyin begins with. */
  letters: ReadonlySet<string>;
  /** Those that most talks define, and those that a talk defined last. */
  defined: readonly ConceptLine[];
  fresh: readonly ConceptLine[];
  trees: Readonly<Record<TermKind, Tree>>;
}

/** Most talks first. */
const byTalks = (a: ConceptLine, b: ConceptLine) => b.talks - a.talks;

function treeOf(own: readonly ConceptLine[]): Tree {
  const keys = new Set(own.map(({ key }) => key));
  const children = new Map<string, ConceptLine[]>();
  const top: ConceptLine[] = [];
  for (const one of own) {
    const { key, broader } = one;
    if (broader === undefined || broader === key || !keys.has(broader)) top.push(one);
    else kept(children, broader, () => []).push(one);
  }
  return {
    roots: top.filter(({ key }) => children.has(key)),
    children,
    loose: top
      .filter(({ key }) => !children.has(key))
      .sort(byTalks)
      .slice(0, shown.loose),
  };
}

/** Sorts out concepts, which come by pinyin. */
export function conceptsOf(lines: readonly ConceptLine[]): Concepts {
  const taught = lines.filter(({ talks }) => talks > 0);
  const trees = termKinds.map((kind) => [kind, treeOf(lines.filter((one) => one.kind === kind))]);
  return {
    count: lines.length,
    letters: new Set(lines.map(({ letter }) => letter)),
    defined: [...taught].sort(byTalks).slice(0, shown.defined),
    fresh: taught.sort((a, b) => (a.last! < b.last! ? 1 : a.last! > b.last! ? -1 : 0)).slice(0, shown.fresh),
    trees: Object.fromEntries(trees) as Record<TermKind, Tree>,
  };
}
