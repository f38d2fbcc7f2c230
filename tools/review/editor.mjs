// An editor who knows the labels: corrects what an entry of the review points to, and nothing else.
import { dice, jaccard } from '../calibration/cases.mjs';
import { expand } from '../fitting/labels.mjs';
import { sameTerm } from '../fitting/match.mjs';

/** A value in a note by its JSON pointer. */
const at = (note, pointer) =>
  pointer
    .split('/')
    .slice(1)
    .reduce((value, name) => value[name], note);

const sectionsOf = (sections) => sections.flatMap((one) => [one, ...sectionsOf(one.sections)]);

/** The tools of the editor for one talk. */
function desk({ note, gold, messages }) {
  const key = (id) => messages[id].key;
  const quote = (id, text, start = Math.max(0, messages[id].text.indexOf(text))) => ({
    key: key(id),
    text,
    start,
  });
  const sections = sectionsOf(note.sections);
  const isGold = (section) => (wanted) =>
    wanted.msg === section.message &&
    (wanted.title ? dice(section.title, wanted.title) >= 0.5 : section.title === '');
  return { note, gold, messages, key, quote, sections, isGold };
}

function lecture(entry, { note, gold, key }) {
  const wanted = new Set(expand(gold.lecture));
  const held = new Set(note.lecture.messages);
  const ids = entry.messages ?? [entry.message];
  return [
    ...ids.filter((id) => wanted.has(id) && !held.has(id)).map((id) => ['lecture', 'add', key(id)]),
    ...ids.filter((id) => !wanted.has(id) && held.has(id)).map((id) => ['lecture', 'drop', key(id)]),
  ];
}

function heading({ pointer }, { note, gold, quote, isGold }) {
  const section = at(note, pointer);
  const { span } = section;
  const place = quote(span.message, span.text, span.start);
  const wanted = gold.headings.find(isGold(section));
  if (!wanted) return [['headings', 'remove', { at: place }]];
  const { level, marker } = wanted;
  return [
    [
      'headings',
      'change',
      { at: place, ...(level !== section.level && { level }), ...(marker !== section.marker && { marker }) },
    ],
  ];
}

function missingHeading({ message }, { gold, quote, sections, isGold }) {
  const left = gold.headings.filter((wanted) => !sections.some((section) => isGold(section)(wanted)));
  const wanted = left.find(({ msg, title }) => msg === message && title !== '');
  if (!wanted) return [];
  const { level, marker, title } = wanted;
  return [['headings', 'set', { at: quote(message, title), level, marker }]];
}

function pair(entry, { note, gold, key }) {
  const found = entry.pointer ? at(note, entry.pointer) : undefined;
  const question = found?.question.messages ?? [entry.message];
  const likeness = ({ q }) => jaccard(q, question);
  const [wanted] = gold.qa.filter((one) => likeness(one) > 0).sort((a, b) => likeness(b) - likeness(a));
  if (wanted) return [['pairs', 'set', { question: wanted.q.map(key), answers: wanted.a.map(key) }]];
  return found ? [['pairs', 'remove', { question: question.map(key) }]] : [];
}

function term({ pointer }, { note, gold, messages, quote }) {
  const { term: words, kind, message, start, end } = at(note, pointer);
  const place = quote(message, messages[message].text.slice(start, end), start);
  const wanted = gold.glossary.find((one) => sameTerm(words, one.term));
  if (!wanted) return [['terms', 'remove', { at: place }]];
  return wanted.kind === kind ? [] : [['terms', 'change', { at: place, kind: wanted.kind }]];
}

function missingTerm({ message }, { note, gold, messages, quote }) {
  const known = (wanted) => note.glossary.some((entry) => sameTerm(entry.term, wanted.term));
  const wanted = gold.glossary.find((one) => one.msg === message && !known(one));
  const { text } = messages[message];
  if (!wanted || !text.includes(wanted.term)) return [];
  return [
    [
      'terms',
      'set',
      { at: quote(message, wanted.term), kind: wanted.kind, definition: [quote(message, text)] },
    ],
  ];
}

const title = (_entry, { note, gold }) =>
  gold.title && gold.title !== note.title ? [['title', 'text', gold.title]] : [];

const hands = {
  'lecture-doubtful': lecture,
  'lecture-missing': lecture,
  'heading-doubtful': heading,
  'heading-missing': missingHeading,
  'pair-doubtful': pair,
  'pair-missing': pair,
  'term-doubtful': term,
  'term-missing': missingTerm,
  'title-inferred': title,
  'no-title': title,
};

/** Edits that correct what some entries of the review point to, in the form of `NOTE.edits.json`. */
export function editsFor(entries, note, gold, messages) {
  const edits = { kind: 'edits', version: 1, note: note.id };
  const work = desk({ note, gold, messages });
  for (const entry of entries)
    for (const [part, way, value] of hands[entry.code]?.(entry, work) ?? []) {
      if (part === 'title') edits.title = { text: value };
      else {
        edits[part] ??= {};
        edits[part][way] = [...(edits[part][way] ?? []), value];
      }
    }
  return edits;
}

/** Every decision that a note states, as the review would name it. */
export const decisionsOf = (note) => [
  { code: 'title-inferred', pointer: '/title' },
  ...note.lecture.messages.map((message) => ({ code: 'lecture-doubtful', message })),
  ...pointersOf(note.sections, '/sections').map((pointer) => ({ code: 'heading-doubtful', pointer })),
  ...note.qa.map((one, i) => ({
    code: 'pair-doubtful',
    pointer: `/qa/${i}`,
    message: one.question.messages[0],
  })),
  ...note.glossary.map((_, i) => ({ code: 'term-doubtful', pointer: `/glossary/${i}` })),
];

const pointersOf = (sections, from) =>
  sections.flatMap((one, i) => [`${from}/${i}`, ...pointersOf(one.sections, `${from}/${i}/sections`)]);
