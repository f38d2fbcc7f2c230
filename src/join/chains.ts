import { dirname, resolve } from 'node:path';
import { daysBetween } from './tree.js';

/** What a log shows to the run as a whole: people by eight digits of the hash of their nick. */
export interface Day {
  date: string | null;
  /** The log is a history: `date` is its latest day, and it is no part of a chain. */
  several?: true;
  /** Those who give the log's last talk; empty without one. */
  speakers: string[];
  senders: string[];
}

/** A log of a run, with what it shows to the run as a whole. */
export interface Seen {
  file: string;
  day: Day;
}

/** Whether the speakers of a log's last talk also type in the next one: then it is worth a second look. */
const mayGoOn = (first: Seen, next: Seen | undefined): next is Seen =>
  next !== undefined &&
  dirname(resolve(first.file)) === dirname(resolve(next.file)) &&
  daysBetween(first.day.date, next.day.date) === 1 &&
  first.day.speakers.some((nick) => next.day.senders.includes(nick));

/**
 * The logs of a run that may hold talks together: of one folder, of following days, linked by a speaker; each chain in
 * the order of days. Logs alone make none, nor do two of one day, nor histories.
 */
export function chainsOf(logs: readonly Seen[]): Seen[][] {
  const days = new Map<string, Seen[]>();
  for (const log of logs) {
    if (log.file === '-' || log.day.date === null || log.day.several) continue;
    const key = `${dirname(resolve(log.file))}\n${log.day.date}`;
    days.set(key, [...(days.get(key) ?? []), log]);
  }
  const sole = [...days].filter(([, list]) => list.length === 1).sort(([a], [b]) => (a < b ? -1 : 1));
  const chains: Seen[][] = [];
  let open: Seen[] = [];
  sole.forEach(([, [log]], index) => {
    open.push(log!);
    if (mayGoOn(log!, sole[index + 1]?.[1][0])) return;
    if (open.length > 1) chains.push(open);
    open = [];
  });
  return chains;
}
