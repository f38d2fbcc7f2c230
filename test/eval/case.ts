import type { Draft, Found } from '../../src/eval/draft.js';
import { type Evidence, evidenceOf } from '../../src/eval/evidence.js';
import { expanded } from '../../src/eval/labels.js';
import type { Measured } from '../../src/eval/notes.js';
import { annotate } from '../../src/pipeline.js';
import type { Talk as Label, Pair, Term } from '../../src/schema/labels.js';
import type { Entry, Section, Topic } from '../../src/schema/note.js';
import type { Talk } from '../../src/transcript.js';
import { span } from '../note.js';
import { chat, lexicon, type Row, speaker } from '../stages/chat.js';

/** A label that says nothing but who speaks, with some fields replaced. */
export const label = (fields: Partial<Label> = {}): Label => ({
  title: '',
  speakers: [speaker],
  lecture: [],
  headings: [],
  qa: [],
  topics: [],
  glossary: [],
  ...fields,
});

/** A note that says nothing but who speaks, with some fields replaced. */
export const measured = (fields: Partial<Measured> = {}): Measured => ({
  id: 'demo-2024-05-06-0123abcd',
  source: {
    path: 'demo/2024-05-06-chat.markdown',
    format: 'chat-markdown',
    group: 'demo',
    sha256: '',
    messages: 9,
  },
  file: 'demo.json',
  title: '',
  speakers: [{ name: speaker, aliases: [] }],
  lecture: { messages: [] },
  sections: [],
  qa: [],
  topics: [],
  glossary: [],
  ...fields,
});

/** A section of a note. */
export const section = (
  message: number,
  title: string,
  { level = 1, marker = '', sections = [] as Section[] } = {},
): Section => ({
  marker,
  ordinal: null,
  title,
  level,
  message,
  span: span(title, message),
  origin: 'typed',
  blocks: [],
  sections,
});

/** A heading of a label. */
export const heading = (msg: number, title: string, { level = 1, marker = '', maybe = false } = {}) => ({
  msg,
  level,
  marker,
  title,
  ...(maybe && { maybe }),
});

/** A pair of a note. */
export const qa = ({ q, a }: Pair): Measured['qa'][number] => ({
  question: { by: '', messages: q, spans: q.map((id) => span('', id)) },
  answers: [{ by: '', messages: a, spans: a.map((id) => span('', id)) }],
});

/** A topic of a note; without an id a term of the text. */
export const topic = (name: string, aliases: string[] = [], id = `text:${name}`): Topic => ({
  id,
  label: name,
  aliases,
  score: 0.5,
  origin: id.startsWith('text:') ? 'text' : 'lexicon',
  evidence: [span(name, 3)],
});

/** A term of a label, and of a note. */
export const term = (name: string, msg = 1, kind: Term['kind'] = 'concept'): Term => ({
  term: name,
  kind,
  msg,
});
export const entry = (name: string, message = 1, kind: Entry['kind'] = 'concept'): Entry => ({
  term: name,
  kind,
  message,
  start: 0,
  end: name.length,
  definition: [span(name, message)],
  aliases: [],
  broader: null,
});

/** A label beside a note of a log of these rows; what the stages weighed may be replaced. */
export function found(rows: Row[], wanted: Label, note: Measured, weighed: Partial<Evidence> = {}): Found {
  const evidence = evidenceOf(annotate(chat(rows), lexicon), lexicon);
  const talk = { titleFrom: [], lecture: note.lecture.messages } as unknown as Talk;
  return {
    label: wanted,
    lecture: expanded(wanted.lecture),
    note,
    evidence: {
      ...evidence,
      talkOf: () => talk,
      decisions: () => new Map(),
      topics: () => [],
      terms: () => [],
      ...weighed,
    },
  };
}

/** Disagreements as a table shows them: class, then what it adds to missed and extra, then the messages. */
export const told = (drafts: Draft[]): string[] =>
  drafts.map(({ class: name, missed = 0, extra = 0, messages }) =>
    `${name} ${missed} ${extra} ${messages.join(',')}`.trim(),
  );
