import type { Plugin } from 'unified';
import { deriveHeading } from '../derive.js';
import type { Lexicon } from '../lexicon.js';
import { type Section, spanOf, type Talk, type Transcript } from '../transcript.js';
import { blocksOf } from './outline/blocks.js';
import type { Heading } from './outline/heading.js';
import { headingsIn } from './outline/headings.js';
import { levelsOf } from './outline/levels.js';
import { markerFinders, piecesOf } from './outline/pieces.js';

function sectionOf(heading: Heading, level: number): Section {
  const { piece, marker } = heading;
  const { message, view } = piece;
  const span = spanOf(message, view.at(heading.title.start), view.at(heading.title.end));
  const typed = marker ? message.text.slice(view.at(marker.start), view.at(marker.close)) : '';
  return {
    marker: typed,
    ordinal: marker?.ordinal ?? null,
    title: deriveHeading(span),
    level,
    message: message.id,
    span,
    origin: heading.origin,
    blocks: [],
    sections: [],
  };
}

/** Nests flat sections by level. */
function nest(sections: Section[]): Section[] {
  const top: Section[] = [];
  const open: Section[] = [];
  for (const section of sections) {
    while (open.length && open.at(-1)!.level >= section.level) open.pop();
    (open.at(-1)?.sections ?? top).push(section);
    open.push(section);
  }
  return top;
}

function outlineOf(tree: Transcript, talk: Talk, lexicon: Lexicon): void {
  const finders = markerFinders(lexicon.outline);
  const messages = talk.lecture.map((id) => tree.children[id]!);
  const pieces = piecesOf(messages, finders);
  const headings = headingsIn(pieces, lexicon.outline);
  const levels = levelsOf(headings, pieces, lexicon.outline);
  const sections = headings.map((heading, index) => sectionOf(heading, levels[index]!));
  talk.lead = blocksOf(pieces, headings, sections);
  talk.sections = nest(sections);
}

/** Finds the headings of the lecture, builds their tree, and parses what stands under each into blocks. */
export const outline: Plugin<[Lexicon], Transcript> = (lexicon) => (tree) => {
  for (const talk of tree.talks) outlineOf(tree, talk, lexicon);
};
