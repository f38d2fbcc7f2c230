// Notes out of plain outlines of invented talks, so that a collection for search can be written by hand: a file holds
// title, date, group, speaker, lead, sections (title, text, sections), qa and glossary. Each line becomes a message,
// each quoted text a span of it; the notes meet schemas/note.schema.json.
import { createHash } from 'node:crypto';
import { notesBelow, outlinesBelow, taxonomy } from './entries.mjs';

const clock = (second) =>
  [3600, 60, 1].map((unit) => String(Math.floor(second / unit) % (unit === 3600 ? 24 : 60)).padStart(2, '0'));

/** The messages of a log as they are sent one after the other. */
function logOf() {
  const texts = [];
  const span = (message, start = 0, end = texts[message].length) => ({
    message,
    start,
    end,
    text: texts[message].slice(start, end),
  });
  return {
    texts,
    span,
    /** Adds a message and gives its ordinal. */
    say: (text) => texts.push(text) - 1,
    /** Where a text stands for the first time. */
    find(text) {
      const message = texts.findIndex((one) => one.includes(text));
      if (message < 0) throw new Error(`no message says ${text}`);
      const start = texts[message].indexOf(text);
      return span(message, start, start + text.length);
    },
    moment: (message) => ({ message, time: clock(20 * 3600 + message * 37).join(':') }),
  };
}

const paragraphsOf = (log, texts = []) =>
  texts.map((text) => ({ type: 'paragraph', spans: [log.span(log.say(text))] }));

const sectionsOf = (log, outlines = [], level = 1) =>
  outlines.map(({ title, text, sections }, index) => {
    const message = log.say(`${index + 1}、${title}`);
    const span = log.span(message, String(index + 1).length + 1);
    return {
      marker: `${index + 1}、`,
      ordinal: index + 1,
      title,
      level,
      message,
      span,
      origin: 'typed',
      blocks: paragraphsOf(log, text),
      sections: sectionsOf(log, sections, level + 1),
    };
  });

const turnOf = (log, by, text) => {
  const message = log.say(text);
  return { by, messages: [message], spans: [log.span(message)] };
};

/** The definition's message where it holds the term, else the first that does. */
function entryOf(log, { term, kind, definition, aliases = [] }) {
  const told = log.find(definition);
  const at = log.texts[told.message].indexOf(term);
  const { message, start, end } =
    at < 0 ? log.find(term) : { message: told.message, start: at, end: at + term.length };
  return {
    term,
    kind,
    message,
    start,
    end,
    definition: [told],
    aliases: aliases.map((alias) => log.find(alias)),
    broader: null,
  };
}

const namesOf = ({ prefLabel, altLabel = {} }) => [prefLabel, ...Object.values(altLabel).flat()];

function topicsOf(log, ids, concepts) {
  return ids.map((id, index) => {
    const concept = concepts.find((one) => one.id === id);
    const named = namesOf(concept).find((name) => log.texts.some((text) => text.includes(name)));
    const evidence = [named ? log.find(named) : log.span(0)];
    const aliases = namesOf(concept).slice(1, 4);
    return { id, label: concept.prefLabel, aliases, score: 0.9 - index / 10, origin: 'lexicon', evidence };
  });
}

/** The note of an outline. */
export function noteOf({ group, date, title, language, speaker, host, ...outline }, concepts = taxonomy()) {
  const log = logOf();
  const announcement = log.say(`今晚请@${speaker} 来做分享，主题是“${title}”`);
  const lead = paragraphsOf(log, outline.lead);
  const sections = sectionsOf(log, outline.sections);
  const last = log.texts.length - 1;
  const qa = (outline.qa ?? []).map(({ by, question, answers }) => ({
    question: turnOf(log, by, question),
    answers: answers.map((answer) => turnOf(log, answer.by ?? speaker, answer.text)),
  }));
  const sha256 = createHash('sha256').update(log.texts.join('\n')).digest('hex');
  const path = `${group}/${date}-chat.markdown`;
  return {
    id: `${group}-${date}-${sha256.slice(0, 8)}`,
    slug: title,
    kind: 'talk',
    version: 1,
    title,
    titleFrom: [log.find(title)],
    date,
    language,
    sources: [{ path, format: 'chat-markdown', group, sha256, messages: log.texts.length }],
    speakers: [{ name: speaker, aliases: [] }],
    host,
    announcement: [announcement],
    schedule: { announced: null, first: log.moment(1), last: log.moment(last) },
    lecture: { messages: Array.from({ length: last }, (_, index) => index + 1) },
    lead,
    sections,
    qa,
    topics: topicsOf(log, outline.topics ?? [], concepts),
    glossary: (outline.glossary ?? []).map((term) => entryOf(log, term)),
    restrictions: [],
    review: [],
    chatter: {},
  };
}

/** The notes of a folder, whether they lie there as notes or as outlines. */
export function notesIn(folder) {
  const concepts = taxonomy();
  const outlines = outlinesBelow(folder).map(({ file, held }) => ({ file, note: noteOf(held, concepts) }));
  return [...notesBelow(folder), ...outlines];
}
