import type { Entry, Note, Section } from '../../src/schema/note.js';
import { conceptFinder } from '../../src/store/finder.js';
import type { KnownConcept, Talk } from '../../src/store/record.js';
import { talkOf } from '../../src/store/records.js';
import { note, span } from '../note.js';

/** A small taxonomy of two domains. */
export const taxonomy: KnownConcept[] = [
  { id: 'risk', prefLabel: '风险', kind: 'risk', scheme: 'risk' },
  {
    id: 'credit-risk',
    prefLabel: '信用风险',
    altLabel: { 'zh-Hans': ['违约风险'], en: ['credit risk'] },
    broader: 'risk',
    kind: 'risk',
    scheme: 'risk',
    definition: { text: '债务人不能按约还款的可能', source: '巴塞尔协议' },
  },
  { id: 'fraud-risk', prefLabel: '欺诈风险', broader: 'risk', kind: 'risk', scheme: 'risk' },
  {
    id: 'letter-of-credit',
    prefLabel: '信用证',
    altLabel: { en: ['LC', 'letter of credit'] },
    kind: 'concept',
    scheme: 'trade',
  },
];

/** A section of one paragraph. */
export const section = (title: string, text: string, sections: Section[] = [], message = 2): Section => ({
  marker: '一、',
  ordinal: 1,
  title,
  level: 1,
  message,
  span: span(title, message),
  origin: 'typed',
  blocks: text === '' ? [] : [{ type: 'paragraph', spans: [span(text, message + 1)] }],
  sections,
});

/** An entry of a glossary. */
export const entry = (term: string, definition: string, fields: Partial<Entry> = {}): Entry => ({
  term,
  kind: 'concept',
  message: 3,
  start: 0,
  end: term.length,
  definition: [span(definition, 3)],
  aliases: [],
  broader: null,
  ...fields,
});

/** A question with its answers. */
export const pair = (question: string, ...answers: string[]): Note['qa'][number] => ({
  question: { by: '木棉', messages: [7], spans: [span(question, 7)] },
  answers: answers.map((answer, index) => ({
    by: '阿坤',
    messages: [8 + index],
    spans: [span(answer, 8 + index)],
  })),
});

/** The id of the talk of a file. */
export const idOf = (file: string): string => `${file}-2024-03-15-00000000`;

/** A talk of a note in a file, its concepts by a taxonomy. */
export function talk(
  file: string,
  fields: Partial<Note>,
  concepts: readonly KnownConcept[] = taxonomy,
): Talk {
  const made = note({ id: idOf(file), ...fields });
  return talkOf(made, { file, sha256: file.padEnd(64, '0') }, conceptFinder(concepts));
}
