import { unified } from 'unified';
import { deriveHeading, deriveMedia, deriveSpeaker, deriveTerm, deriveTitle } from '../derive.js';
import { ordinalsOf } from '../edits/lecture.js';
import { placesIn } from '../edits/places.js';
import { loadLexicon } from '../lexicon.js';
import { contentOf, contentPointer } from '../note/content.js';
import { languageOf } from '../note/script.js';
import { unknownDate } from '../note/unknown.js';
import { noteId } from '../note.js';
import type { Edits } from '../schema/edits.js';
import type { Block, Note, Section, Turn } from '../schema/note.js';
import type { People } from '../schema/people.js';
import { slugOf } from '../slug.js';
import { duplicates } from '../stages/duplicates.js';
import type { Message, Transcript } from '../transcript.js';
import { checkCertainty } from './certainty.js';
import { checkEdits } from './edits.js';
import type { Report } from './fault.js';
import { checkSpans, sliceOf } from './spans.js';

let people: People | undefined;

function same(
  actual: unknown,
  expected: unknown,
  pointer: string,
  report: Report,
  code: 'identity' | 'derived' | 'source' | 'schedule',
) {
  if (actual !== expected)
    report(code, pointer, `${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`);
}

function checkSources(note: Note, { source, further = [] }: Transcript, report: Report): void {
  [source, ...further].forEach((expected, index) => {
    for (const key of ['path', 'format', 'group', 'messages'] as const)
      same(note.sources[index]![key], expected[key], `/sources/${index}/${key}`, report, 'source');
    const place = [note.sources[index]!.history, expected.history].map((one) => JSON.stringify(one));
    same(place[0], place[1], `/sources/${index}/history`, report, 'source');
  });
}

function checkIdentity(note: Note, transcript: Transcript, edits: Edits | undefined, report: Report): void {
  const messages = transcript.children;
  const first = messages[contentOf(note)[0]!];
  if (first) same(note.id, edits?.note ?? noteId(transcript, first), '/id', report, 'identity');
  same(note.slug, slugOf(note.title), '/slug', report, 'identity');
  same(note.date, transcript.date ?? unknownDate, '/date', report, 'identity');
  const texts = contentOf(note).map((id) => messages[id]?.text ?? '');
  same(note.language, languageOf(texts), '/language', report, 'identity');
}

function checkMedia({ type, spans, url, caption }: Block, at: string, report: Report): void {
  if (type !== 'image' && type !== 'link') return;
  const derived = deriveMedia(spans[0]!.text);
  if (url !== undefined && url !== '') same(url, derived.url, `${at}/url`, report, 'derived');
  if (caption !== undefined) same(caption, derived.caption, `${at}/caption`, report, 'derived');
}

function checkBlocks(
  blocks: readonly Block[],
  at: string,
  messages: readonly Message[],
  report: Report,
): void {
  blocks.forEach((block, index) => {
    checkMedia(block, `${at}/${index}`, report);
    block.items?.forEach(({ marker, span }, place) => {
      if (messages[span.message]?.text.includes(marker)) return;
      report('marker', `${at}/${index}/items/${place}/marker`);
    });
  });
}

function checkSections(
  sections: readonly Section[],
  at: string,
  messages: readonly Message[],
  report: Report,
): void {
  sections.forEach((section, index) => {
    const here = `${at}/${index}`;
    const { marker, message, span, title } = section;
    same(title, deriveHeading(span), `${here}/title`, report, 'derived');
    same(message, span.message, `${here}/message`, report, 'derived');
    if (!messages[message]?.text.includes(marker)) report('marker', `${here}/marker`);
    checkBlocks(section.blocks, `${here}/blocks`, messages, report);
    checkSections(section.sections, `${here}/sections`, messages, report);
  });
}

function checkDerived(
  note: Note,
  messages: readonly Message[],
  edits: Edits | undefined,
  report: Report,
): void {
  const worded = edits?.title && note.titleFrom.length === 0;
  if (!worded) same(note.title, deriveTitle(note.titleFrom), '/title', report, 'derived');
  checkBlocks(note.lead, '/lead', messages, report);
  checkSections(note.sections, '/sections', messages, report);
  note.glossary.forEach((entry, index) => {
    const slice = sliceOf(messages, entry, `/glossary/${index}`, report);
    if (slice !== undefined)
      same(entry.term, deriveTerm(slice), `/glossary/${index}/term`, report, 'derived');
  });
}

function checkTurn(
  { by, messages: ids, spans }: Turn,
  at: string,
  messages: readonly Message[],
  report: Report,
): void {
  ids.forEach((id, index) => {
    if (messages[id]?.sender !== by)
      report('sender', `${at}/messages/${index}`, `not by ${JSON.stringify(by)}`);
  });
  spans.forEach((span, index) => {
    if (!ids.includes(span.message))
      report('sender', `${at}/spans/${index}`, 'of a message that is not of the turn');
  });
}

/** Nicks are taken apart by the shipped lexicon: no overlay changes it. */
function checkSpeakers(note: Note, report: Report): void {
  people ??= loadLexicon().people;
  for (const [index, speaker] of note.speakers.entries()) {
    const derived = deriveSpeaker(speaker.name, people, speaker.aliases);
    for (const key of ['organization', 'role', 'city'] as const) {
      same(speaker[key], derived[key], `/speakers/${index}/${key}`, report, 'derived');
    }
  }
}

function checkPeople(
  note: Note,
  messages: readonly Message[],
  edits: Edits | undefined,
  report: Report,
): void {
  const added = new Set(ordinalsOf(edits?.lecture?.add ?? [], placesIn(messages)));
  const nicks = new Set(note.speakers.flatMap(({ name, aliases }) => [name, ...aliases]));
  const senders = new Set(contentOf(note).map((id) => messages[id]?.sender));
  if (note.kind === 'talk' && !senders.has(note.speakers[0]!.name) && !edits?.lecture)
    report('sender', '/speakers/0/name', 'sends nothing of the lecture');
  note.discussion?.people.forEach((nick, index) => {
    if (!senders.has(nick))
      report('sender', `/discussion/people/${index}`, 'sends nothing of the discussion');
  });
  const turns = note.discussion?.turns ?? [];
  turns.forEach((turn, index) => {
    checkTurn(turn, `/discussion/turns/${index}`, messages, report);
  });
  const told = turns.flatMap(({ messages: ids }) => ids);
  if (note.discussion && JSON.stringify(told) !== JSON.stringify(note.discussion.messages))
    report('lecture', '/discussion/turns', 'other messages than those listed');
  note.lecture?.messages.forEach((id, index) => {
    if (!nicks.has(messages[id]?.sender ?? '') && !added.has(id))
      report('sender', `/lecture/messages/${index}`, 'not by a speaker');
  });
  checkSpeakers(note, report);
  if (note.host !== null && !note.announcement.some((id) => messages[id]?.sender === note.host)) {
    report('sender', '/host', 'sends no announcement');
  }
  note.qa.forEach(({ question, answers }, index) => {
    checkTurn(question, `/qa/${index}/question`, messages, report);
    answers.forEach((answer, place) => {
      checkTurn(answer, `/qa/${index}/answers/${place}`, messages, report);
    });
  });
}

function checkLecture(note: Note, messages: readonly Message[], report: Report): void {
  const ids = contentOf(note);
  ids.forEach((id, index) => {
    if (!messages[id] || (index > 0 && ids[index - 1]! >= id))
      report('lecture', `${contentPointer(note)}/${index}`);
  });
  const ends = { first: ids[0], last: ids.at(-1)! };
  for (const end of ['first', 'last'] as const) {
    const moment = note.schedule[end];
    same(moment.message, ends[end], `/schedule/${end}/message`, report, 'schedule');
    same(moment.time, messages[moment.message]?.time, `/schedule/${end}/time`, report, 'schedule');
  }
}

/** Checks a note that fits its schema, its ordinals running on from log to log, against its log, and against its edits where it has some. */
export function checkNote(
  note: Note,
  transcript: Transcript,
  edits: Edits | undefined,
  report: Report,
): void {
  const messages = transcript.children;
  if (edits) unified().use(duplicates).runSync(transcript);
  checkSources(note, transcript, report);
  checkIdentity(note, transcript, edits, report);
  checkSpans(note, messages, report);
  checkDerived(note, messages, edits, report);
  checkLecture(note, messages, report);
  checkPeople(note, messages, edits, report);
  checkEdits(note, edits, messages, report);
  checkCertainty(note, report);
}
