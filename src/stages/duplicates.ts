import type { Plugin } from 'unified';
import type { Message, Transcript } from '../transcript.js';

/** Two recordings of one log differ by at most this many seconds. */
const window = 2;
/** Two people do type 签到 in one second; a text of this length is not typed twice by chance. */
const telling = 12;
/** Copies of shorter texts count once two nicks share this many telling copies. */
const shared = 2;

const pairOf = (a: Message, b: Message) => `${a.sender}\n${b.sender}`;

/** Earlier messages of another nick with the same text within the window; nearest first. */
function twins(messages: Message[], index: number): Message[] {
  const message = messages[index]!;
  const found: Message[] = [];
  for (let i = index - 1; i >= 0 && message.clock - messages[i]!.clock <= window && index - i <= 40; i--) {
    const other = messages[i]!;
    if (other.text === message.text && other.sender !== message.sender && other.text !== '')
      found.push(other);
  }
  return found;
}

/**
 * Marks the later copy where one message stands twice under two names of one person (`duplicateOf`). A pair of nicks
 * counts as one person once they share enough copies of telling texts; a single telling copy is marked too.
 */
export const duplicates: Plugin<[], Transcript> = () => (tree) => {
  const messages = tree.children;
  const candidates = messages.map((_, index) => twins(messages, index));
  const copies = new Map<string, number>();
  candidates.forEach((found, index) => {
    const message = messages[index]!;
    if (message.text.length < telling) return;
    for (const other of found)
      copies.set(pairOf(other, message), (copies.get(pairOf(other, message)) ?? 0) + 1);
  });
  candidates.forEach((found, index) => {
    const message = messages[index]!;
    const original = found.find(
      (other) =>
        other.duplicateOf === undefined &&
        (message.text.length >= telling || (copies.get(pairOf(other, message)) ?? 0) >= shared),
    );
    if (original) message.duplicateOf = original.id;
  });
};
