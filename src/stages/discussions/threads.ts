import type { DiscussionRules } from '../../lexicon.js';
import { type Message, type Pair, spanOf } from '../../transcript.js';
import { type View, viewOf } from '../questions/evidence.js';
import { loadPhrasing, loadWordings } from '../questions/model.js';
import { peopleOf } from '../questions/people.js';
import { shared } from './subjects.js';
import type { Substance } from './substance.js';

/** A message in a thread: what it looks like, and what it is about. */
interface Line {
  view: View;
  message: Message;
  terms: Map<string, number>;
}

interface Thread {
  asked: Line[];
  replies: Map<number, Line[]>;
  index: number;
}

const nothing = new Map<string, number>();

const isIdle = ({ view }: Line) =>
  view.plain.length < 2 || view.chatter >= 0.7 || view.understood || view.deflect;

const asks = ({ view }: Line, least: number) =>
  view.plain.length >= least && (view.ask || view.mark) && !view.confirm && view.quote === '';

const isQuoted = ({ view }: Line, quote: string) =>
  quote.length >= 4 && (view.plain.includes(quote.slice(0, 40)) || quote.includes(view.plain.slice(0, 40)));

/** How a line answers a thread: it says so, it takes it up, or not at all. */
function answers(line: Line, thread: Thread, index: number, { thread: rules }: DiscussionRules): boolean {
  const [first, last] = [thread.asked[0]!, thread.asked.at(-1)!];
  const { view } = line;
  if (view.person === first.view.person || index - thread.index > rules.reach) return false;
  const late = view.clock - last.view.clock;
  if (late > rules.pause) return false;
  if (view.quote !== '') return thread.asked.some((one) => isQuoted(one, view.quote));
  if (view.mentions.length) return view.mentions.includes(first.view.person);
  return late <= rules.prompt || thread.asked.some((one) => shared(one, line) >= rules.shared);
}

/** The thread that a line belongs to: the one it names, else the latest. */
function threadOf(line: Line, threads: Thread[], index: number, rules: DiscussionRules): Thread | undefined {
  const addressed = line.view.quote !== '' || line.view.mentions.length > 0;
  const open = addressed ? threads.slice(-6).reverse() : threads.slice(-1);
  return open.find((thread) => answers(line, thread, index, rules));
}

function turnOf(lines: readonly Line[]) {
  return {
    by: lines[0]!.message.sender,
    messages: lines.map(({ message }) => message.id),
    spans: lines.map(({ message }) => spanOf(message)),
  };
}

/** Whether one turn holds messages of one sender only: two nicks of a person are two turns. */
const bySender = (lines: readonly Line[]): Line[][] => {
  const groups = new Map<string, Line[]>();
  for (const line of lines)
    groups.set(line.message.sender, [...(groups.get(line.message.sender) ?? []), line]);
  return [...groups.values()];
};

/**
 * The questions in a stretch of chat with the messages that answer them: those that quote the question or mention who
 * asked, else those that follow the latest question soon or share its terms. Nobody is the speaker here, so the model
 * of a lecture's questions, which leans on him, does not serve.
 */
export function threadsOf(
  messages: readonly Message[],
  subject: readonly Substance[],
  rules: DiscussionRules,
): Pair[] {
  const [wordings, phrasing] = [loadWordings(), loadPhrasing()];
  const people = peopleOf(messages, []);
  const about = new Map(subject.map(({ message, terms }) => [message.id, terms]));
  const threads: Thread[] = [];
  messages
    .filter(({ duplicateOf }) => duplicateOf === undefined)
    .map((message) => ({
      view: viewOf(message, people, wordings, phrasing),
      message,
      terms: about.get(message.id) ?? nothing,
    }))
    .filter((line) => !isIdle(line))
    .forEach((line, index, all) => {
      const { person } = line.view;
      const asking = asks(line, rules.thread.question);
      const before = threads.at(-1);
      const last = before?.asked.at(-1);
      const goesOn = last !== undefined && last === all[index - 1] && last.view.person === person;
      const thread = goesOn || asking ? undefined : threadOf(line, threads, index, rules);
      if (before && goesOn) before.asked.push(line);
      else if (asking) threads.push({ asked: [line], replies: new Map(), index });
      else if (thread) thread.replies.set(person, [...(thread.replies.get(person) ?? []), line]);
    });
  return threads.flatMap(({ asked, replies }): Pair[] => {
    const answers = [...replies.values()].flatMap(bySender).map(turnOf);
    return answers.length ? [{ question: turnOf(bySender(asked)[0]!), answers }] : [];
  });
}
