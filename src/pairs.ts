import type { Note, Span } from './schema/note.js';

/** What a question-answer pair is to those who ask only which messages it holds: a note's and a transcript's pair alike. */
interface Paired {
  question: { messages: readonly number[] };
  answers: readonly { messages: readonly number[] }[];
}

/** The messages that answer, answer by answer. */
export const answersIn = ({ answers }: Pick<Paired, 'answers'>): number[] =>
  answers.flatMap(({ messages }) => messages);

/** The messages that ask, then those that answer. */
export const messagesIn = (pair: Paired): number[] => [...pair.question.messages, ...answersIn(pair)];

/** What somebody said in a discussion beside its questions and answers. */
export interface Remark {
  /** Of its turn among the discussion's. */
  index: number;
  by: string;
  spans: Span[];
}

/** The turns of a discussion without what its pairs hold; those of which nothing is left are passed over. */
export function remarksOf({ discussion, qa }: Pick<Note, 'discussion' | 'qa'>): Remark[] {
  const told = new Set(qa.flatMap(messagesIn));
  return (discussion?.turns ?? [])
    .map(({ by, spans }, index) => ({ index, by, spans: spans.filter(({ message }) => !told.has(message)) }))
    .filter(({ spans }) => spans.length > 0);
}
