import type { Block, Note, Review, Section } from '../schema/note.js';
import type { Hint, Talk, Transcript } from '../transcript.js';
import { doubtsIn } from './doubts.js';
import { worded } from './words.js';

const pictured = (block: Block) => block.type === 'image' || block.type === 'file';

/** Whether pictures and files are all that a section and those below it hold. */
function picturesOnly(section: Section): boolean {
  const { blocks, sections } = section;
  if (blocks.length + sections.length === 0) return false;
  return blocks.every(pictured) && sections.every(picturesOnly);
}

const pictureSections = (sections: readonly Section[]): Section[] =>
  sections.flatMap((section) => (picturesOnly(section) ? [section] : pictureSections(section.sections)));

const place = (entry: Review) => `${entry.code} ${entry.message ?? ''} ${entry.reason}`;

/**
 * What an editor should look at: what no longer fits or is not there at all, then what is in doubt, the most worth
 * looking at first, then what only he can tell; each once.
 */
export function reviewOf(tree: Transcript, talk: Talk, language: Note['language']): Review[] {
  const inWords = (hint: Hint) => worded(hint, language);
  const untitled = talk.sections.length === 0 && talk.kind !== 'discussion';
  const all = [
    ...talk.review.map(inWords),
    ...(tree.date === null ? [inWords({ code: 'date-unknown' })] : []),
    ...(untitled ? [inWords({ code: 'no-sections' })] : []),
    ...doubtsIn(tree, talk, language).map(({ entry }) => entry),
    ...pictureSections(talk.sections).map(({ message }) => inWords({ code: 'pictures-only', message })),
  ];
  const seen = new Set<string>();
  return all.filter((entry) => !seen.has(place(entry)) && seen.add(place(entry)));
}
