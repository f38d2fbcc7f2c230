import { unified } from 'unified';
import { editHeadings } from './edits/headings.js';
import { editLecture } from './edits/lecture.js';
import { matchEdits } from './edits/match.js';
import { editPairs } from './edits/pairs.js';
import { type Places, placesIn, type Stale, staleHint } from './edits/places.js';
import { editedPointers } from './edits/pointers.js';
import { settledBy } from './edits/settled.js';
import { editTerms } from './edits/terms.js';
import { editTitle } from './edits/title.js';
import type { Lexicon } from './lexicon.js';
import type { Edits } from './schema/edits.js';
import { sectionPlace } from './sections.js';
import { certainty } from './stages/certainty.js';
import { conceptsOf } from './stages/glossary/entry.js';
import { glossary } from './stages/glossary.js';
import { outlineOf } from './stages/outline.js';
import { questions } from './stages/questions.js';
import { restrictions } from './stages/restrictions.js';
import { roles } from './stages/roles.js';
import { topics } from './stages/topics.js';
import type { Entry, Pair, Section, Talk, Transcript } from './transcript.js';

/** A talk under correction. */
interface Work {
  talk: Talk;
  edits: Edits;
  stale: Stale[];
  sections: Set<Section>;
  pairs: Set<Pair>;
  terms: Set<Entry>;
}

const workOf = (talk: Talk, edits: Edits): Work => ({
  talk,
  edits,
  stale: [],
  sections: new Set(),
  pairs: new Set(),
  terms: new Set(),
});

/** Title and lecture as the editor wants them; a message that he adds belongs to no other lecture. */
function decide({ talk, edits, stale }: Work, tree: Transcript, places: Places): void {
  const titled = editTitle(talk, edits.title, places);
  Object.assign(talk, titled.title);
  if (edits.title) talk.review = talk.review.filter(({ code }) => code !== 'no-title');
  const { lecture, stale: left } = editLecture(talk.lecture, edits.lecture, places);
  talk.lecture = lecture;
  talk.settled = settledBy(edits, places);
  stale.push(...titled.stale, ...left);
  const added = new Set((edits.lecture?.add ?? []).map((key) => places.message(key)?.id));
  for (const other of tree.talks)
    if (other !== talk) other.lecture = other.lecture.filter((id) => !added.has(id) || !lecture.includes(id));
}

/** The outline of a talk, with the editor's headings where it has edits. */
function outline(
  talk: Talk,
  work: Work | undefined,
  { tree, places, lexicon }: { tree: Transcript; places: Places; lexicon: Lexicon },
): void {
  outlineOf(tree, talk, lexicon, (found) => {
    if (!work) return found;
    const context = { places, lecture: talk.lecture, words: lexicon.outline };
    const { sections, touched, stale } = editHeadings(found, work.edits.headings, context);
    work.stale.push(...stale);
    work.sections = touched;
    return sections;
  });
}

function pair(work: Work, places: Places): void {
  const { qa, touched, stale } = editPairs(work.talk.qa, work.edits.pairs, places);
  work.talk.qa = qa;
  work.pairs = touched;
  work.stale.push(...stale);
}

function define(work: Work, places: Places, lexicon: Lexicon): void {
  const { broader } = conceptsOf(lexicon);
  const edited = editTerms(work.talk.glossary, work.edits.terms, places, broader);
  work.talk.glossary = edited.glossary;
  work.terms = edited.touched;
  work.stale.push(...edited.stale);
}

function mark({ talk, edits, stale, sections, pairs, terms }: Work): void {
  const touched = { sections: new Set([...sections].map(sectionPlace)), pairs, terms };
  talk.id = edits.note;
  talk.edited = editedPointers(talk, edits, touched);
  talk.review = [...talk.review.filter(({ code }) => code !== 'edit-stale'), ...stale.map(staleHint)];
}

/** Edits of this log that fit no talk are not passed over in silence. */
function warn(tree: Transcript, unmatched: readonly Edits[]): void {
  tree.warnings = tree.warnings.filter(({ code }) => code !== 'edit-stale');
  for (const { note } of unmatched) {
    const reason = `no talk is left that the edits of ${note} belong to`;
    tree.warnings.push({ code: 'edit-stale', reason });
  }
}

/**
 * Lets the editor's word stand in a transcript on which all stages ran: title and lecture first, then the later
 * stages once more, each with his corrections on top, so that what he did not correct follows from what he did.
 * Applied twice, it changes nothing. What no longer fits becomes a hint under `review`; edits of other logs are
 * passed over.
 */
export function applyEdits(tree: Transcript, edits: readonly Edits[], lexicon: Lexicon): Transcript {
  const matched = matchEdits(tree, edits);
  const places = placesIn(tree.children);
  const all = [...matched.edits].map(([talk, own]) => workOf(talk, own));
  for (const work of all) decide(work, tree, places);
  tree.talks = tree.talks.filter(({ lecture }) => lecture.length > 0);
  const works = all.filter(({ talk }) => tree.talks.includes(talk));
  const left = all.filter((work) => !works.includes(work));
  warn(tree, [...matched.unmatched, ...left.map((work) => work.edits)]);
  if (all.length === 0) return tree;
  for (const talk of tree.talks)
    outline(
      talk,
      works.find((work) => work.talk === talk),
      { tree, places, lexicon },
    );
  unified().use(questions, lexicon).runSync(tree);
  for (const work of works) pair(work, places);
  unified().use(topics, lexicon).use(glossary, lexicon).runSync(tree);
  for (const work of works) define(work, places, lexicon);
  unified().use(restrictions, lexicon).use(roles, lexicon).use(certainty, lexicon).runSync(tree);
  for (const work of works) mark(work);
  return tree;
}
