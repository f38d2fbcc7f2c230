import { findConfig } from '../config.js';
import { describe, errorData } from '../errors.js';
import type { Notice } from '../search/notices.js';
import type { TypedFilter } from '../search/query.js';
import type { Cause } from '../search/score.js';
import type { Marked } from '../search/snippet.js';
import type { TalkHead, TermKind } from '../store/record.js';
import { openStore } from '../store/sqlite.js';
import type { Store } from '../store/store.js';
import { storeFileOf } from './store-file.js';
import { colours, printable, warn } from './terminal.js';

/** Options that `search`, `glossary` and other readers of a store share. */
export interface StoreOptions {
  store?: string;
  config?: string;
}

/** Filters as options; each is also a word of the query (`kind:risk`). */
export interface FilterOptions {
  kind?: TermKind;
  broader?: string;
  topic?: string;
  speaker?: string;
  group?: string;
  since?: string;
  until?: string;
}

/** Opens the index that options or the configuration name, to be read; of one that is not finished it says so. */
export function openedStore({ store, config }: StoreOptions): Store {
  const file = storeFileOf(store, findConfig(config, process.cwd()));
  try {
    return openStore(file, 'read', { whole: true });
  } catch (error) {
    if (errorData(error).code !== 'index-unfinished') throw error;
    warn(`${colours(process.stderr).yellow('warning:')} ${describe(error)}`);
    return openStore(file, 'read');
  }
}

/** The filter that options state. */
export function optionFilter(options: FilterOptions): TypedFilter {
  const { kind, broader, topic, speaker, group, since, until } = options;
  return {
    ...(kind && { termKind: kind }),
    ...(broader && { broader }),
    ...(topic && { topics: [topic] }),
    ...(speaker && { speaker }),
    ...(group && { group }),
    ...(since && { since }),
    ...(until && { until }),
  };
}

/** Prints to standard error what of a query was not heeded. */
export function tellNotices(notices: readonly Notice[]): void {
  for (const { message } of notices) warn(printable(message));
}

/** A text for the terminal, with what was found in it standing out there. */
export function highlighted({ text, marks }: Marked, stream: NodeJS.WriteStream): string {
  const { bold, yellow } = colours(stream);
  let out = '';
  let last = 0;
  for (const [start, end] of marks) {
    out += printable(text.slice(last, start)) + bold(yellow(printable(text.slice(start, end))));
    last = end;
  }
  return out + printable(text.slice(last));
}

/** Where something stands, for a reader: talk, speaker, day, group, and the message from which on it is told. */
export function placeText(talk: TalkHead, message: number, source = 0): string {
  const of = source ? `${source}:` : '';
  const parts = [talk.title || talk.id, talk.speakers.join('、'), talk.date, talk.group, `#${of}${message}`];
  return printable(parts.filter((part) => part !== '').join(' · '));
}

const number = (value: number) => value.toFixed(2);

/** A cause of a score in words: `text 信用风险: heading 1 × body 2, idf 3.10, adds 5.02`. */
export function causeText({ what, why, counts, idf, adds }: Cause): string {
  if (why === 'untaught') return `no talk defines it: × ${adds}`;
  const where = Object.entries(counts ?? {}).map(([field, count]) => `${field} ${count}`);
  const rarity = idf === undefined ? '' : `, idf ${number(idf)}`;
  return `${why} ${printable(what.join(' … '))}${where.length ? `: ${where.join(', ')}` : ''}${rarity}, adds ${number(adds)}`;
}
