import type { ConceptLine } from '../store/store.js';
import { conceptPath } from './address.js';
import { type Html, h, type Part } from './html.js';
import type { Tree } from './known/concepts.js';
import type { Words } from './words.js';

/** Levels that stand open at first, and levels in all. */
const shown = { open: 1, deep: 12 };

function name({ key, label, talks }: ConceptLine, words: Words): Html {
  return h`<a href="${conceptPath(key)}">${label}</a>${talks > 0 && h` <span class="count">${words.talks(talks)}</span>`}`;
}

function branch(children: Tree['children'], one: ConceptLine, words: Words, depth: number): Html {
  const below = depth < shown.deep ? (children.get(one.key) ?? []) : [];
  if (below.length === 0) return h`<li>${name(one, words)}</li>`;
  const items = below.map((child) => branch(children, child, words, depth + 1));
  return h`<li><details${depth < shown.open && h` open=""`}><summary><span class="caret" aria-hidden="true"></span>${one.label} <span class="count">${below.length}</span></summary><ul><li class="self">${name(one, words)}</li>${items}</ul></details></li>`;
}

/** The concepts of a kind as a tree that folds, then those that stand alone and that talks define. */
export function treeOf({ roots, children, loose }: Tree, words: Words): Part {
  if (roots.length === 0 && loose.length === 0) return h`<p class="none">${words.glossary.none}</p>`;
  const items = roots.map((one) => branch(children, one, words, 0));
  const rest = loose.map((one) => h`<li>${name(one, words)}</li>`);
  return [
    items.length > 0 && h`<ul class="tree">${items}</ul>`,
    rest.length > 0 && h`<h3>${words.glossary.loose}</h3><ul class="index">${rest}</ul>`,
  ];
}
