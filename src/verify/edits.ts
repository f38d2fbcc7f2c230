import { editHeadings } from '../edits/headings.js';
import { editLecture } from '../edits/lecture.js';
import { editPairs } from '../edits/pairs.js';
import { placesIn, staleHint } from '../edits/places.js';
import { editedPointers } from '../edits/pointers.js';
import { editTerms } from '../edits/terms.js';
import { editTitle } from '../edits/title.js';
import { type Lexicon, loadLexicon } from '../lexicon.js';
import { contentOf } from '../note/content.js';
import { worded } from '../note/words.js';
import type { Edits } from '../schema/edits.js';
import type { Note } from '../schema/note.js';
import { eachSection, sectionPlace } from '../sections.js';
import type { Message } from '../transcript.js';
import type { Report } from './fault.js';

let words: Lexicon['outline'] | undefined;

const json = (value: unknown) => JSON.stringify(value);

/** The edits applied to the note itself: where it follows them already, nothing changes. */
function again(note: Note, edits: Edits, messages: readonly Message[]) {
  words ??= loadLexicon().outline;
  const places = placesIn(messages);
  const known = new Map(note.glossary.map(({ term, broader }) => [term, broader]));
  const flat = eachSection(note.sections).map(([, section]) => ({ ...section, blocks: [], sections: [] }));
  const title = editTitle(note, edits.title, places);
  const lecture = editLecture(contentOf(note), edits.lecture, places);
  const headings = editHeadings(flat, edits.headings, { places, lecture: contentOf(note), words });
  const pairs = editPairs(note.qa, edits.pairs, places);
  const terms = editTerms(note.glossary, edits.terms, places, (term) => known.get(term) ?? null);
  const touched = {
    sections: new Set([...headings.touched].map(sectionPlace)),
    pairs: pairs.touched,
    terms: terms.touched,
  };
  const shape = { sections: note.sections, qa: pairs.qa, glossary: terms.glossary };
  return {
    flat,
    title,
    lecture,
    headings,
    pairs,
    terms,
    edited: editedPointers(shape, edits, touched),
    stale: [title, lecture, headings, pairs, terms]
      .flatMap((part) => part.stale)
      .map((one) => worded(staleHint(one), note.language)),
  };
}

/**
 * Checks that a note follows its edits: applied once more to the note itself, they change nothing, mark the
 * same fields, and leave the same behind as no longer fitting.
 */
export function checkEdits(
  note: Note,
  edits: Edits | undefined,
  messages: readonly Message[],
  report: Report,
): void {
  if (!edits) {
    if (note.edited) report('edits-missing', '/edited');
    return;
  }
  const { flat, title, lecture, headings, pairs, terms, edited, stale } = again(note, edits, messages);
  const same = (pointer: string, actual: unknown, expected: unknown) => {
    if (json(actual) !== json(expected)) report('edits', pointer);
  };
  same('/title', { title: note.title, titleFrom: note.titleFrom }, titleOf(title.title));
  same('/lecture/messages', contentOf(note), lecture.lecture);
  same('/sections', flat, headings.sections);
  same('/qa', note.qa, pairs.qa);
  same('/glossary', note.glossary, terms.glossary);
  same('/edited', note.edited ?? [], edited);
  const hints = note.review.filter(({ code }) => code === 'edit-stale').map(json);
  for (const hint of stale) if (!hints.includes(json(hint))) report('edits', '/review');
}

const titleOf = ({ title, titleFrom }: Pick<Note, 'title' | 'titleFrom'>) => ({ title, titleFrom });
