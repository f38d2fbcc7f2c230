import { InvalidArgumentError } from 'commander';
import { classNames, figureNames } from '../../eval/classes.js';
import { formatNames } from '../../output/formats.js';
import { isDay } from '../../read/day.js';
import { type EntryKind, entryKinds } from '../../store/store.js';

/** Most workers that may be asked for: each takes some 100 MB (docs/performance.md). */
const mostJobs = 64;
/** Most hits that may be asked for at once. */
const mostHits = 1000;
/** A day; timers of Node take some 24 of them. */
const mostSeconds = 86_400;

/** A parser of whole numbers in a range; it throws InvalidArgumentError, which says what is expected. */
export const number =
  (least: number, most: number) =>
  (value: string): number => {
    const found = Number(value);
    if (/^\d{1,9}$/u.test(value) && found >= least && found <= most) return found;
    throw new InvalidArgumentError(`a whole number from ${least} to ${most} is expected`);
  };

/** A number of workers. @throws InvalidArgumentError, which says what is expected */
export const jobs = number(1, mostJobs);

/** A port, 0 for a free one. @throws InvalidArgumentError, which says what is expected */
export const port = number(0, 65_535);

/** A number of hits. @throws InvalidArgumentError, which says what is expected */
export const limit = number(1, mostHits);

/** A time, at most a day. @throws InvalidArgumentError, which says what is expected */
export function seconds(value: string): number {
  const number = Number(value);
  if (Number.isFinite(number) && number > 0 && number <= mostSeconds) return number;
  throw new InvalidArgumentError(`a number of seconds up to ${mostSeconds} is expected`);
}

/** A day as YYYY-MM-DD. @throws InvalidArgumentError, which says what is expected */
export function date(value: string): string {
  if (/^\d{4}-\d\d-\d\d$/u.test(value) && isDay(value)) return value;
  throw new InvalidArgumentError('a day as YYYY-MM-DD is expected');
}

/** A class of `docs/errors.md`, or a figure. @throws InvalidArgumentError, which says what is expected */
export function errorClass(value: string): string {
  if ([...figureNames, ...classNames].includes(value as never)) return value;
  throw new InvalidArgumentError(
    `one of ${figureNames.join(', ')} is expected, or a class of docs/errors.md`,
  );
}

/** Names of formats, separated by commas. @throws InvalidArgumentError, which says what is expected */
export function formats(value: string): string[] {
  const list = [...new Set(value.split(',').map((one) => one.trim()))];
  if (list.every((one) => formatNames.includes(one))) return list;
  throw new InvalidArgumentError(`a list of ${formatNames.join(', ')} is expected`);
}

/** Kinds of entries, separated by commas. @throws InvalidArgumentError, which says what is expected */
export function kindsOfEntries(value: string): EntryKind[] {
  const list = value.split(',').map((one) => one.trim());
  const known = list.filter((one): one is EntryKind => entryKinds.includes(one as EntryKind));
  if (known.length === list.length) return known;
  throw new InvalidArgumentError(`a list of ${entryKinds.join(', ')} is expected`);
}

/** Words, separated by commas. @throws InvalidArgumentError, which says what is expected */
export function words(value: string): string[] {
  const list = value.split(',').map((one) => one.trim());
  if (list.every((one) => one !== '')) return list;
  throw new InvalidArgumentError('a list with commas is expected');
}

/** Where addresses begin: absolute, and open at its end. @throws InvalidArgumentError, which says what is expected */
export function base(value: string): string {
  if (/^[a-z][a-z0-9+.-]{0,30}:[^\s<>"{}|\\^`#]{0,500}$/iu.test(value) && /[/:]$/u.test(value)) return value;
  throw new InvalidArgumentError('an absolute address that ends in / or : is expected');
}
