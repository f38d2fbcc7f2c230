import type { Span } from '../schema/note.js';
import type { Message } from '../transcript.js';
import type { Report } from './fault.js';

const isSpan = (value: object): value is Span =>
  'message' in value && 'start' in value && 'end' in value && 'text' in value;

/** Calls `visit` with every span of a value, in whatever field it stands, and its JSON pointer. */
export function eachSpan(value: unknown, visit: (span: Span, pointer: string) => void, pointer = ''): void {
  if (typeof value !== 'object' || value === null) return;
  if (isSpan(value)) visit(value, pointer);
  for (const [key, child] of Object.entries(value)) {
    eachSpan(child, visit, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  }
}

/** Whether an offset lies between the halves of a surrogate pair. */
function splitsCharacter(text: string, offset: number): boolean {
  const high = text.charCodeAt(offset - 1);
  const low = text.charCodeAt(offset);
  return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
}

/** Checks that `start` and `end` lie in the message and split no character; gives the slice, if any. */
export function sliceOf(
  messages: readonly Message[],
  place: Pick<Span, 'message' | 'start' | 'end'>,
  pointer: string,
  report: Report,
): string | undefined {
  const { message, start, end } = place;
  const text = messages[message]?.text;
  if (text === undefined || start > end || end > text.length) {
    report('span-range', pointer, `message ${message}, ${start} to ${end}`);
    return undefined;
  }
  if (splitsCharacter(text, start) || splitsCharacter(text, end)) report('span-surrogate', pointer);
  return text.slice(start, end);
}

/** Checks every span of a note against the messages. */
export function checkSpans(note: unknown, messages: readonly Message[], report: Report): void {
  eachSpan(note, (span, pointer) => {
    const slice = sliceOf(messages, span, pointer, report);
    if (slice !== undefined && slice !== span.text)
      report('span-text', pointer, `message ${span.message} reads otherwise`);
  });
}
