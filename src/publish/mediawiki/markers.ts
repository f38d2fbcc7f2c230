import { createHash } from 'node:crypto';
import { asStored } from './edit.js';

/*
 * A page that we write holds a generated part between two comments, which readers do not see. What stands before and
 * behind is people's; the hash in the first comment tells whether they wrote between them too.
 */

/** A page's generated part, and what people put around it. */
export interface Marked {
  /** What the part is about: `talk:NOTEID` and the like. */
  key: string;
  before: string;
  generated: string;
  after: string;
  /** Whether the generated part is as it was written. */
  intact: boolean;
}

const begin = /<!-- jianglu:begin (\S{1,2000}) sha256=([0-9a-f]{64}) -->\n/gu;
const end = /\n<!-- jianglu:end -->/gu;
/** A page that leads elsewhere: MediaWiki wants that on its first line, so that one comment behind it must do. */
const leading =
  /^(#REDIRECT \[\[[^\]\n]{1,500}\]\])(?:\n<!-- jianglu:redirect (\S{1,2000}) sha256=([0-9a-f]{64}) -->)?/u;
/** Anything that looks like one of our comments, whole or damaged. */
const trace = /<!--\s*jianglu\s*:/giu;

/** The hash survives what MediaWiki does at saving: other line ends, composed letters, no blanks at the end. */
const hashOf = (generated: string): string => createHash('sha256').update(asStored(generated)).digest('hex');

/** What would end a comment or a key in it, or act at saving. */
const unkeyed = /[\s\p{Cc}%<>!~]|-(?=-)|-$/gu;

const percent = (mark: string): string =>
  mark < '\x80'
    ? `%${mark.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`
    : encodeURIComponent(mark);

/** A key as it may stand in a comment; letters that MediaWiki would compose are written out. */
function written(key: string): string {
  const keyed = key.replace(/\p{Surrogate}/gu, '\ufffd').replace(unkeyed, percent);
  const steady = keyed.normalize('NFC') === keyed && !/\p{M}/u.test(keyed);
  return steady ? keyed : keyed.replace(/[^\0-\x7f]/gu, percent);
}

/** A generated text between its comments. */
export function wrap(key: string, generated: string): string {
  const text = asStored(generated);
  if (leading.test(text)) return `${text}\n<!-- jianglu:redirect ${written(key)} sha256=${hashOf(text)} -->`;
  return `<!-- jianglu:begin ${written(key)} sha256=${hashOf(text)} -->\n${text}\n<!-- jianglu:end -->`;
}

function decoded(key: string): string | undefined {
  try {
    return decodeURIComponent(key);
  } catch {
    return undefined;
  }
}

function redirectIn(text: string): Marked | undefined {
  const [whole, generated, written, hash] = leading.exec(text) ?? [];
  const key = decoded(written ?? '%');
  if (whole === undefined || generated === undefined || key === undefined) return undefined;
  const after = text.slice(whole.length);
  return isMarked(after)
    ? undefined
    : { key, before: '', generated, after, intact: hashOf(generated) === hash };
}

/**
 * The generated part of a page; undefined where there is none, or where the comments are doubled or damaged: then nobody
 * can say what is people's, and nothing may be rewritten.
 */
export function find(page: string): Marked | undefined {
  const text = page.replace(/\r\n?/gu, '\n');
  if (leading.test(text)) return redirectIn(text);
  const [[first, ...otherBegins], [last, ...otherEnds]] = [
    [...text.matchAll(begin)],
    [...text.matchAll(end)],
  ];
  if (!first || !last || otherBegins.length || otherEnds.length) return undefined;
  if ([...text.matchAll(trace)].length !== 2) return undefined;
  const from = first.index + first[0].length;
  const key = decoded(first[1]!);
  if (key === undefined || last.index < from - 1) return undefined;
  const generated = text.slice(from, Math.max(from, last.index));
  const after = text.slice(last.index + last[0].length);
  return {
    key,
    before: text.slice(0, first.index),
    generated,
    after,
    intact: hashOf(generated) === first[2],
  };
}

/** Whether a page holds one of our comments, or what is left of one. */
export const isMarked = (page: string): boolean => page.search(trace) >= 0;

/** A page with another generated part, all else as it was; undefined where `find` finds none. */
export function replace(page: string, generated: string): string | undefined {
  const found = find(page);
  return found && `${found.before}${wrap(found.key, generated)}${found.after}`;
}
