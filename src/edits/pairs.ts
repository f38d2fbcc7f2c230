import type { Edits, PairSet } from '../schema/edits.js';
import { type Message, type Pair, type Phrase, spanOf } from '../transcript.js';
import { lacking, ordinalsOf } from './lecture.js';
import { type Places, type Stale, shown } from './places.js';

type Turn = Pair['question'];

const turnOf = (messages: readonly Message[]): Turn => ({
  by: messages[0]!.sender,
  messages: messages.map(({ id }) => id),
  spans: messages.map((message) => spanOf(message)),
});

const asks = ({ question }: Pair, ids: readonly number[]) => question.messages.some((id) => ids.includes(id));

/** Distinct messages in the order of the log. */
const inOrder = (ids: readonly number[], { messages }: Places) =>
  [...new Set(ids)].sort((a, b) => a - b).map((id) => messages[id]!);

/** The pair of an edit; what of it does not fit is left out and stale, and no pair is left without a question or an answer. */
function pairOf({ question, answers }: PairSet, places: Places): { pair?: Pair; stale: Stale[] } {
  const stale = [
    ...lacking(question, { says: 'question' }, places),
    ...lacking(answers, { says: 'answers' }, places),
  ];
  const [first, ...others] = inOrder(ordinalsOf(question, places), places);
  if (!first) return { stale };
  const own = others.filter(({ sender }) => sender === first.sender);
  for (const other of others)
    if (!own.includes(other))
      stale.push({ what: { says: 'question' }, why: { says: 'other-sender' }, message: other.id });
  const senders = new Map<string, Message[]>();
  for (const message of inOrder(ordinalsOf(answers, places), places))
    senders.set(message.sender, [...(senders.get(message.sender) ?? []), message]);
  if (senders.size === 0) {
    const what: Phrase = { says: 'asked', values: { text: shown(first.text) } };
    stale.push({ what, why: { says: 'no-answers' }, message: first.id });
    return { stale };
  }
  return { pair: { question: turnOf([first, ...own]), answers: [...senders.values()].map(turnOf) }, stale };
}

/** Takes away the pairs that the editor removes and puts in those that he sets, by the order of their questions. */
export function editPairs(
  found: readonly Pair[],
  edit: Edits['pairs'],
  places: Places,
): { qa: Pair[]; touched: Set<Pair>; stale: Stale[] } {
  let qa = [...found];
  const touched = new Set<Pair>();
  const stale: Stale[] = [];
  for (const { question } of edit?.remove ?? []) {
    const ids = ordinalsOf(question, places);
    stale.push(...lacking(question, { says: 'removed-pair' }, places));
    qa = qa.filter((pair) => !asks(pair, ids));
  }
  for (const one of edit?.set ?? []) {
    const made = pairOf(one, places);
    stale.push(...made.stale);
    if (!made.pair) continue;
    const ids = made.pair.question.messages;
    qa = [...qa.filter((pair) => !asks(pair, ids)), made.pair];
    touched.add(made.pair);
  }
  if (edit) qa.sort((a, b) => a.question.messages[0]! - b.question.messages[0]!);
  return { qa, touched, stale };
}
