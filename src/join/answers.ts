import { answersIn } from '../pairs.js';
import { type View, viewOf } from '../stages/questions/evidence.js';
import { loadPhrasing, loadWordings } from '../stages/questions/model.js';
import { peopleOf } from '../stages/questions/people.js';
import type { Pair, Talk, Transcript } from '../transcript.js';
import { type Message, spanOf } from '../transcript.js';

/** Seconds of the next day in which a question of the evening is still answered: until the afternoon. */
const until = 86_400 + 14 * 3600;
/** Seconds within which an answer goes on over several messages. */
const goesOn = 180;
/** Characters of an answer that says something: to what it quotes, and to somebody it mentions, who may be greeted only. */
const least = 4;
const leastMentioning = 8;
/** Characters of a quotation that are compared: chat programs cut it off. */
const quoted = 30;

interface Line {
  view: View;
  message: Message;
}

const asks = ({ view }: Line) => view.plain.length >= 4 && (view.mark || view.ask || view.word);

/** The question that a message of the next day names: quoted, or the last one of who is mentioned that has no answer. */
function questionOf({ view }: Line, open: readonly Line[], answered: ReadonlySet<number>): Line | undefined {
  if (view.quote.length >= 4) {
    const quote = view.quote;
    return open.findLast(
      (one) => one.view.plain.length >= 4 && quote.includes(one.view.plain.slice(0, quoted)),
    );
  }
  return open.findLast(
    (one) => view.mentions.includes(one.view.person) && asks(one) && !answered.has(one.message.id),
  );
}

const turnOf = (messages: readonly Message[]) => ({
  by: messages[0]!.sender,
  messages: messages.map(({ id }) => id),
  spans: messages.map((message) => spanOf(message)),
});

/** Puts an answer beside its question: to the pair that holds it already, else into a new one. */
function added(pairs: Pair[], question: Message, answer: readonly Message[]): void {
  const known = pairs.find((pair) => pair.question.messages.includes(question.id));
  if (known) known.answers.push(turnOf(answer));
  else pairs.push({ question: turnOf([question]), answers: [turnOf(answer)] });
}

/**
 * The pairs of a talk with the answers that its speakers give in the next day's log, which begins at ordinal `start` of
 * the joined transcript. Only what quotes a question or mentions who asked it counts: by then other things are talked of.
 * `taken` are messages of other talks.
 */
export function withLateAnswers(
  tree: Transcript,
  talk: Talk,
  start: number,
  taken: ReadonlySet<number> = new Set(),
): { qa: Pair[]; late: number } {
  const [wordings, phrasing] = [loadWordings(), loadPhrasing()];
  const first = talk.lecture[0]!;
  const region = tree.children.slice(first).filter(({ clock }) => clock <= until);
  const people = peopleOf(region, talk.nicks);
  const lines = region
    .filter(({ duplicateOf }) => duplicateOf === undefined)
    .map((message): Line => ({ view: viewOf(message, people, wordings, phrasing), message }));
  const lecture = new Set(talk.lecture);
  const open = lines.filter(({ view, message }) => message.id < start && view.person > 0);
  const qa = structuredClone(talk.qa);
  const answered = new Set(qa.flatMap(({ question }) => question.messages));
  const used = new Set([...taken, ...qa.flatMap(answersIn)]);
  let late = 0;
  lines.forEach((line, index) => {
    const { view, message } = line;
    if (message.id < start || view.person !== 0 || lecture.has(message.id) || used.has(message.id)) return;
    if (view.plain.length < (view.quote ? least : leastMentioning) || view.chatter >= 0.7) return;
    const question = questionOf(line, open, answered);
    if (!question) return;
    const answer = [message];
    for (const next of lines.slice(index + 1)) {
      const { view: own, message: more } = next;
      if (own.person !== 0 || own.quote || own.mentions.length || own.chatter >= 0.7) break;
      if (more.clock - answer.at(-1)!.clock > goesOn || lecture.has(more.id) || used.has(more.id)) break;
      if (more.sender === message.sender) answer.push(more);
    }
    for (const { id } of answer) used.add(id);
    answered.add(question.message.id);
    added(qa, question.message, answer);
    late++;
  });
  return { qa: qa.sort((a, b) => a.question.messages[0]! - b.question.messages[0]!), late };
}
