import { type Refused, refusals } from './fetch.js';

/** A picture that stays a link, and why. */
export interface Failure extends Refused {
  url: string;
}

/** What a run has to say of its pictures beside those that were written. */
export interface Told {
  failures: readonly Failure[];
  /** So many were too much for one run. */
  left: number;
  /** So many stay links as people deleted them. */
  deleted: number;
  /** So many would be fetched. */
  ahead: number;
}

/** Failures that are told one by one; a club's old logs may name thousands of servers that are gone. */
const shown = 20;

/** An address as a terminal may print it, without the password that it may hold. */
function named(url: string): string {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address) Object.assign(address, { username: '', password: '' });
  return (address?.href ?? url).replace(/[^!-~]/gu, (character) => encodeURIComponent(character));
}

/** A picture that stays a link: why, in words and as a code. */
export const staysLink = (url: string, why: string, code: string): string =>
  `${named(url)} stays a link: ${why} [${code}]`;

const failed = ({ url, refused, detail }: Failure): string =>
  staysLink(url, `${refusals[refused]}${detail === undefined ? '' : ` (${detail})`}`, refused);

/** Some lines, and how many more pictures there are that stay links. */
export function toldSome(lines: readonly string[]): string[] {
  const more = lines.length - shown;
  const rest = `${more} more ${more === 1 ? 'picture stays a link' : 'pictures stay links'}`;
  return more > 0 ? [...lines.slice(0, shown), rest] : [...lines];
}

const pictures = (count: number, one: string, more: string): string[] =>
  count === 0 ? [] : [count === 1 ? `1 picture ${one}` : `${count} pictures ${more}`];

/** What people are told, a line each. */
export function toldOf({ failures, left, deleted, ahead }: Told): string[] {
  return [
    ...pictures(ahead, 'would be fetched', 'would be fetched'),
    ...toldSome(failures.map(failed)),
    ...pictures(left, 'is left for the next run', 'are left for the next run: these were enough for one'),
    ...pictures(
      deleted,
      'that people deleted stays a link; --restore fetches it again',
      'that people deleted stay links; --restore fetches them again',
    ),
  ];
}
