import { isDay } from '../read/day.js';
import { termKinds } from '../store/record.js';
import { entryKinds, type Field } from '../store/store.js';
import { type Notice, notice } from './notices.js';
import type { Part, Piece, Query, TypedFilter } from './query.js';

/** A longer query is cut: more than a long sentence finds nothing more. */
const most = { length: 400, parts: 24 };

/** A quoted text, or a run without white space and quotes. */
const token =
  /(-?)((?:([a-z]{2,12})[:：])?)(?:["“”„«»「『]([^"“”„«»「」『』]*)["“”„«»」』]?|([^\s"“”„«»「『]+))/giu;

/** Field names, ours and those that people try. */
const fieldOf: Record<string, Field> = {
  term: 'term',
  name: 'term',
  title: 'heading',
  heading: 'heading',
  definition: 'definition',
  body: 'body',
  text: 'body',
};

/** First and last day of `2018`, `2018-04` or `2018-04-30`. */
export function daysOf(value: string): [since: string, until: string] | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/u.exec(value) ?? [];
  if (!year) return undefined;
  if (!month) return [`${year}-01-01`, `${year}-12-31`];
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const days: [string, string] = day
    ? [value, value]
    : [`${year}-${month}-01`, `${year}-${month}-${String(last).padStart(2, '0')}`];
  return days.every(isDay) ? days : undefined;
}

/** Reads `kind:` both ways: `kind:risk` is a kind of term, `kind:section` a kind of entry. */
function kindOf(value: string): TypedFilter | undefined {
  const term = termKinds.find((kind) => kind === value && kind !== 'concept');
  if (term) return { termKind: term };
  const entry = entryKinds.find((kind) => kind === value);
  return entry && { kinds: [entry] };
}

function periodOf(name: string, value: string): TypedFilter | undefined {
  const days = daysOf(value);
  if (!days) return undefined;
  if (name === 'since') return { since: days[0] };
  return name === 'until' ? { until: days[1] } : { since: days[0], until: days[1] };
}

/** What the filters take that know their values. */
const taken: Record<string, 'kind' | 'period'> = {
  kind: 'kind',
  type: 'kind',
  since: 'period',
  until: 'period',
  date: 'period',
};

const takenBy = (name: string) => (Object.hasOwn(taken, name) ? taken[name] : undefined);

/** What a filter says, or nothing where there is no such filter or value. */
function filterOf(name: string, value: string): TypedFilter | undefined {
  if (!value) return undefined;
  const takes = takenBy(name);
  if (takes === 'kind') return kindOf(value.toLowerCase());
  if (takes === 'period') return periodOf(name, value);
  if (name === 'speaker') return { speaker: value };
  if (name === 'group') return { group: value };
  if (name === 'topic') return { topics: [value] };
  return name === 'broader' ? { broader: value } : undefined;
}

/** Whether there is anything in a text that an index could hold. */
const sayable = (text: string) => /[\p{L}\p{N}]/u.test(text);

/** Full-width signs as one types them with a Chinese keyboard: `－` before a word, `｜` between. */
const plainSigns = (text: string) =>
  text
    .replace(/\p{Cs}/gu, ' ')
    .replace(/[－–—](?=\S)/gu, (sign, at: number) => (at === 0 || /\s/u.test(text[at - 1]!) ? '-' : sign));

interface Reading extends Query {
  /** Whether the word before was OR. */
  or: boolean;
  /** Whether the word before was NOT. */
  negate: boolean;
  /** Whether the days are those of one `date:`, which go together. */
  dated: boolean;
}

/** Leaves an OR that stands beside what it cannot join. */
function leaveOr(reading: Reading, beside: string): void {
  if (reading.or && reading.parts.length) reading.notices.push(notice('or', beside));
  reading.or = false;
}

function addPiece(reading: Reading, piece: Piece, not: boolean): void {
  const last = reading.parts.at(-1);
  if (reading.or && last && !last.not && !not) last.pieces.push(piece);
  else {
    leaveOr(reading, `${not ? '-' : ''}${piece.text}`);
    reading.parts.push({ not, pieces: [piece] });
  }
  reading.or = false;
}

const isOr = (word: string) => word === 'OR' || word === '|' || word === '｜' || word === '||';

/** Filters that one more of a name takes the place of. */
function replacedBy(name: string, filter: TypedFilter, dated: boolean): readonly (keyof TypedFilter)[] {
  const takes = takenBy(name);
  if (takes === 'kind') return ['termKind', 'kinds'];
  return takes === 'period' && dated ? ['since', 'until'] : (Object.keys(filter) as (keyof TypedFilter)[]);
}

function addFilter(reading: Reading, name: string, value: string, not: boolean): boolean {
  const filter = filterOf(name, value);
  const { notices } = reading;
  const takes = takenBy(name);
  if (!filter) {
    if (takes && !not) notices.push(notice('value', `${name}:${value}`, { takes }));
    return false;
  }
  leaveOr(reading, `${name}:${value}`);
  if (not) notices.push(notice('not-filter', `-${name}:${value}`));
  else {
    const before = replacedBy(name, filter, reading.dated);
    const twice = before.some((one) => Object.hasOwn(reading.filter, one));
    if (twice) notices.push(notice('repeated', `${name}:${value}`));
    for (const one of before) delete reading.filter[one];
    Object.assign(reading.filter, filter);
    if (takes === 'period') reading.dated = name === 'date';
  }
  return true;
}

function add(reading: Reading, match: RegExpMatchArray): void {
  const [, minus, , label, quoted, bare] = match;
  const not = minus === '-' || reading.negate;
  reading.negate = false;
  const name = label?.toLowerCase() ?? '';
  const value = quoted ?? bare ?? '';
  if (quoted === undefined && !not && !label) {
    reading.or ||= isOr(value);
    reading.negate = value === 'NOT';
    if (isOr(value) || reading.negate) return;
  }
  if (label && addFilter(reading, name, value, not)) return;
  const field = Object.hasOwn(fieldOf, name) ? fieldOf[name] : undefined;
  const text = label && !field ? `${label}:${value}` : value;
  if (label && !field && !takenBy(name) && !value.startsWith('//'))
    reading.notices.push(notice('no-filter', text));
  if (sayable(text)) {
    addPiece(reading, { text, quoted: quoted !== undefined, ...(field && { fields: [field] }) }, not);
  }
}

/**
 * Takes a query apart: words (all must be there), `"phrases"`, `-not` or `NOT` before a word, `OR` between two words,
 * filters (`kind:risk`, `topic:`, `broader:`, `speaker:`, `group:`, `since:`, `until:`, `date:2018-04`) and fields
 * (`title:`, `term:`, `definition:`, `body:`). What is no query is words: nothing that is typed is an error.
 */
export function parseQuery(typed: string): Query {
  const reading: Reading = { parts: [], filter: {}, notices: [], or: false, negate: false, dated: false };
  const text = plainSigns(typed.slice(0, most.length));
  if (typed.length > most.length) reading.notices.push(notice('cut', String(most.length)));
  for (const match of text.matchAll(token)) {
    if (reading.parts.length >= most.parts) {
      reading.notices.push(notice('many', String(most.parts)));
      break;
    }
    add(reading, match);
  }
  const { parts, filter, notices } = reading;
  if (typed.trim() && !parts.length && !notices.length && !Object.keys(filter).length)
    notices.push(notice('empty', typed.trim()));
  return { parts: onlyPositive(parts, notices), filter, notices };
}

/** A query of nothing but `-not` would mean all else; it finds nothing, and says so. */
function onlyPositive(parts: Part[], notices: Notice[]): Part[] {
  if (parts.length === 0 || parts.some(({ not }) => !not)) return parts;
  notices.push(notice('only-not', ''));
  return [];
}
