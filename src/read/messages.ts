import { hash } from 'node:crypto';
import type { Position } from 'unist';
import type { Message, Source } from '../transcript.js';

/** What a format reads off its log for one message. */
export interface RawMessage {
  /** HH:MM:SS, valid. */
  time: string;
  sender: string;
  text: string;
  position: Position;
  body: { line: number; column: number };
}

/** What a key is made of. */
type Keyed = Pick<RawMessage, 'time' | 'sender' | 'text'>;

const day = 86_400;
/** A fall by more than this is midnight, a smaller one is disorder. */
const midnightFall = day / 2;
/** A rise by more than this is a late message of the day before, not a day of silence. */
export const lateRise = (day * 23) / 24;

/**
 * Gives messages what no format decides: ordinals from 0, clocks that go on past midnight, and keys. A key is the
 * first 16 hex digits of the SHA-256 of time, sender, text and occurrence (from 0, among equals), so that it is the
 * same in another export that holds the same messages.
 *
 * @param occurrence of the first among equals
 */
export function messageMaker(occurrence = 0): (raw: RawMessage) => Message {
  const keyOf = keyMaker(occurrence);
  let id = 0;
  let days = 0;
  let previous = 0;

  const clockOf = (time: string) => {
    const seconds = secondsOf(time);
    if (seconds < previous - midnightFall) days += 1;
    else if (seconds > previous + lateRise && days > 0) days -= 1;
    previous = seconds;
    return days * day + seconds;
  };
  return (raw) => {
    const { time, sender, text, position, body } = raw;
    const key = keyOf(raw);
    return {
      type: 'message',
      id: id++,
      key,
      time,
      clock: clockOf(time),
      sender,
      text,
      position,
      body,
      cues: [],
    };
  };
}

/** Occurrences of equal messages, for their keys, are counted so far apart where the same day of a history comes again. */
const apart = 2 ** 20;

/** From which occurrence on equal messages of a log, or of a day of a history, are counted. */
export const firstOccurrence = ({ history }: Pick<Source, 'history'>): number =>
  (history?.again ?? 0) * apart;

/** Gives the messages of one log, one after the other, their keys; `start` is the first occurrence among equals. */
export function keyMaker(start = 0): (raw: Keyed) => string {
  const seen = new Map<string, number>();
  return (raw) => {
    const first = digest(raw, start);
    const occurrence = seen.get(first) ?? start;
    seen.set(first, occurrence + 1);
    return occurrence === start ? first : digest(raw, occurrence);
  };
}

/** Seconds since midnight of HH:MM:SS; without slices, as it runs for every header. */
export function secondsOf(time: string): number {
  const two = (index: number) => time.charCodeAt(index) * 10 + time.charCodeAt(index + 1) - 528;
  return two(0) * 3600 + two(3) * 60 + two(6);
}

function digest(raw: Keyed, occurrence: number): string {
  const data = `${raw.time}\n${occurrence}\n${raw.sender}\n${raw.text}`;
  return hash('sha256', data, 'hex').slice(0, 16);
}
