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
