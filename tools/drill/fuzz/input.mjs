import { encode } from './encode.mjs';
import { logOf, textOf } from './logs.mjs';
import { mutateBytes, mutateMessages, mutateText } from './mutate.mjs';
import { randomOf } from './random.mjs';

/** Bytes of an input at most: a few are large, all end in time. */
const largest = 400_000;

const encodings = ['utf-16le', 'utf-16be', 'gb18030', 'big5'];

/** One log of three hundred is many days long. */
function messagesOf(random, messages) {
  if (!random.chance(1 / 300)) return messages;
  return random.many(5, 20, () => messages.map((one) => ({ ...one }))).flat();
}

/**
 * The input of a number under a seed: always the same bytes, with the path that it is said to stand at and what the
 * command would be told. Alterations are few, so that most inputs are still logs.
 */
export function inputOf(seed, number) {
  const random = randomOf(`${seed}/${number}`);
  const log = logOf(random);
  log.messages = messagesOf(random, log.messages);
  if (random.chance(0.9)) mutateMessages(random, log.messages, random.between(1, 6));
  let text = textOf(log);
  if (random.chance(0.15)) text = mutateText(random, text);
  const encoding = random.chance(0.12) ? random.pick(encodings) : 'utf-8';
  let bytes = encode(text, encoding, random.chance(encoding === 'utf-8' ? 0.05 : 0.6));
  if (random.chance(0.08)) bytes = mutateBytes(random, bytes);
  return {
    path: log.path,
    bytes: bytes.subarray(0, largest),
    encoding: random.chance(0.04) ? random.pick([encoding, ...encodings]) : undefined,
    discussions: random.chance(0.5),
  };
}
