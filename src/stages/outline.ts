import type { Plugin } from 'unified';
import { deriveHeading } from '../derive.js';
import type { Lexicon } from '../lexicon.js';
import { type Section, spanOf, type Talk, type Transcript } from '../transcript.js';
import { blocksOf } from './outline/blocks.js';
import { corrected } from './outline/corrected.js';
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

/** What certainty asks of headings, by their place. */
const weighedHeadings = (headings: readonly Heading[], sections: readonly Section[]) =>
  sections.flatMap(({ span: { message, start, end } }, index) => {
    const score = headings[index]?.score;
    return score === undefined ? [] : [{ message, start, end, score }];
  });

/** The headings of a lecture, in reading order, as an editor corrects them; the same objects where he leaves them. */
export type Correct = (sections: Section[]) => Section[];

/**
 * Finds the headings of a talk's lecture, builds their tree, and parses what stands under each into blocks.
 * `correct` may alter the headings, flat and empty, before their texts are put under them. A discussion has none.
 */
export function outlineOf(tree: Transcript, talk: Talk, lexicon: Lexicon, correct?: Correct): void {
  if (talk.kind === 'discussion') return;
  const finders = markerFinders(lexicon.outline);
  const messages = talk.lecture.map((id) => tree.children[id]!);
  const pieces = piecesOf(messages, finders);
  const headings = headingsIn(pieces, talk.title, lexicon.outline, lexicon.outlineModel);
  const levels = levelsOf(headings, pieces, lexicon.outline);
  const sections = headings.map((heading, index) => sectionOf(heading, levels[index]!));
  const outline = { pieces, headings, sections };
  const final = correct ? corrected(outline, correct(sections)) : outline;
  talk.lead = blocksOf(final.pieces, final.headings, final.sections);
  talk.weighed = { ...talk.weighed, headings: weighedHeadings(final.headings, final.sections) };
  talk.sections = nest(final.sections);
}

/** Finds the headings of the lecture, builds their tree, and parses what stands under each into blocks. */
export const outline: Plugin<[Lexicon], Transcript> = (lexicon) => (tree) => {
  for (const talk of tree.talks) outlineOf(tree, talk, lexicon);
};
