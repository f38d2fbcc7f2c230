import type { TermKind } from '../../store/record.js';
import type { ConceptLine } from '../../store/store.js';
import { conceptPath } from '../address.js';
import { type Html, h, type Part } from '../html.js';
import type { Words } from '../words.js';

/** Levels that stand open at first, levels in all, and concepts without a place in the tree. */
const shown = { open: 1, deep: 12, loose: 60 };

type Children = ReadonlyMap<string, ConceptLine[]>;

/** Concepts of a kind below those that they belong to; what has nothing above of its kind stands at `''`. */
function grouped(concepts: readonly ConceptLine[], kind: TermKind): Children {
  const own = concepts.filter((one) => one.kind === kind);
  const keys = new Set(own.map(({ key }) => key));
  const children = new Map<string, ConceptLine[]>();
  for (const one of own) {
    const parent =
      one.broader !== undefined && one.broader !== one.key && keys.has(one.broader) ? one.broader : '';
    children.set(parent, [...(children.get(parent) ?? []), one]);
  }
  return children;
}

function name({ key, label, talks }: ConceptLine, words: Words): Html {
  return h`<a href="${conceptPath(key)}">${label}</a>${talks > 0 && h` <span class="count">${words.talks(talks)}</span>`}`;
}

function branch(children: Children, one: ConceptLine, words: Words, depth: number): Html {
  const below = depth < shown.deep ? (children.get(one.key) ?? []) : [];
  if (below.length === 0) return h`<li>${name(one, words)}</li>`;
  const items = below.map((child) => branch(children, child, words, depth + 1));
  return h`<li><details${depth < shown.open && h` open=""`}><summary><span class="caret" aria-hidden="true"></span>${one.label} <span class="count">${below.length}</span></summary><ul><li class="self">${name(one, words)}</li>${items}</ul></details></li>`;
}

/** The concepts of a kind as a tree that folds, then those that stand alone and that talks define. */
export function treeOf(concepts: readonly ConceptLine[], kind: TermKind, words: Words): Part {
  const children = grouped(concepts, kind);
  const roots = children.get('') ?? [];
  const trees = roots.filter(({ key }) => children.has(key));
  const single = roots.filter(({ key }) => !children.has(key));
  const loose = single.sort((a, b) => b.talks - a.talks).slice(0, shown.loose);
  if (roots.length === 0) return h`<p class="none">${words.glossary.none}</p>`;
  const items = trees.map((one) => branch(children, one, words, 0));
  const rest = loose.map((one) => h`<li>${name(one, words)}</li>`);
  return [
    trees.length > 0 && h`<ul class="tree">${items}</ul>`,
    rest.length > 0 && h`<h3>${words.glossary.loose}</h3><ul class="index">${rest}</ul>`,
  ];
}
