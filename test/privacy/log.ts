import { pseudonymize } from '../../src/privacy/pseudonymize.js';
import { readTranscript } from '../../src/read/chatlog.js';
import type { Transcript } from '../../src/transcript.js';
import { entry } from '../read/log.js';

/** A key of our tests. */
export const key = 'a key of the tests, 32 bytes long';

/** A message: nick and text. */
export type Row = [nick: string, text: string];

/** A day's log of these messages, a minute apart, as an export writes it. */
export function logOf(rows: readonly Row[], first = 18 * 60): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const entries = rows.map(([nick, text], index) => {
    const minute = first + index;
    return entry(`${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}:00`, nick, text);
  });
  return entries.join('');
}

/** The transcript of these messages. */
export const plainOf = (rows: readonly Row[], path = 'demo/2024-05-06-chat.markdown'): Transcript =>
  readTranscript(Buffer.from(logOf(rows)), path, { encoding: 'utf-8' });

/** The messages of a log as nick and text once nicks and numbers are replaced. */
export function hidden(rows: readonly Row[], kept: readonly string[] = []): Row[] {
  const { tree } = pseudonymize(plainOf(rows), { key, kept });
  return tree.children.map(({ sender, text }) => [sender, text]);
}
