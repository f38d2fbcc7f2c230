import { personOf } from '../language/names.js';
import { kept } from '../memory/remembered.js';
import type { Note } from '../schema/note.js';
import type { People } from '../schema/people.js';
import { shipped } from '../shipped.js';

const people = shipped<People>('people.json');

/** What parts a nick behind an `@` from the words: a blank, which exports often turn into `?`, or punctuation. */
const parting = '[\\s?？\\u2005:：,，]';
/** What joins the parts of a nick; `?` before it stands for an emoji that an export lost: `支付??-杭州`. */
const joint = '[-_~—–－|·～]';
const odd = `&(?:amp;){1,3}|[?？]{1,3}(?=${joint})`;
const part = `(?:[^@＠\\s?？\\u2005:：,，。、；;！!&]|${odd}){1,48}`;
/** A part that holds nothing that joins, so that where it ends is never in question. */
const single = `(?:[^-_~—–－|·～@＠\\s?？\\u2005:：,，。、；;！!&]|${odd}){1,48}`;
/** A nick up to what parts it from the words. */
const plain = new RegExp(`(${part})(?:${parting}{1,8}|$)`, 'uy');
/** One whose parts are joined with blanks, up to the blank that chat programs put behind it: `木棉 - 衡舟 - 青岛?`. */
const wide = new RegExp(`(${single}(?:\\s?${joint}{1,3}\\s?${single}){1,6})[?\\u2005]\\s{0,4}`, 'uy');
/** Further parts of a nick of which only the beginning is known, up to the blank that chat programs put behind it. */
const further = new RegExp(`${joint}${part}(?=[\\s?？\\u2005])`, 'uy');
const parted = new RegExp(`${parting}{1,8}`, 'uy');
const whole = new RegExp(`(?:${parting}{1,8}|$)`, 'uy');

/** What tells a nick from words behind an `@`: parts that are joined. */
const joined = new RegExp(joint, 'u');
/** The blank that chat programs put behind a nick, or what exports made of it. */
const ended = /[?\u2005]\s{0,4}$/u;
/** What is left of signs between a nick and the words. */
const left = /^[\s:：,，|]{1,8}/u;
/** Emoji codes at the end of a text. */
const codes = /(?:\s{0,4}\[[^\][()\n]{1,10}\]){1,8}\s{0,4}$/u;
/** Words before a mention of which it is a part, so that its name stays: who is asked, thanked, or told of. */
const governing = new RegExp(`(?:${people.address.governing.join('|')})\\s{0,4}$`, 'u');

interface Mention {
  nick: string;
  /** Behind the nick, and what parts it from the words. */
  end: number;
  /** Whether it is a nick beyond doubt. */
  sure: boolean;
}

const reach = (pattern: RegExp, text: string, at: number) => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length;
};

/** What a note says of its people. */
export type Cast = Pick<Note, 'speakers' | 'host' | 'qa' | 'discussion'>;

function collected({ speakers, host, qa, discussion }: Cast): string[] {
  const turns = [...qa.flatMap(({ question, answers }) => [question, ...answers])];
  const named = [
    ...speakers.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...(host === null ? [] : [host]),
    ...turns.map(({ by }) => by),
    ...(discussion?.people ?? []),
  ];
  return [...new Set(named)].filter((nick) => nick !== '').sort((a, b) => b.length - a.length);
}

const casts = new WeakMap<Cast, string[]>();

/** The nicks of a note's people, who gave it, hosted it, asked and answered; the longest first. */
export const nicksOf = (note: Cast): readonly string[] => kept(casts, note, collected);

/** One of known nicks at a place, the longest first; of the asker's some write only the beginning, some more than is known. */
function knownAt(text: string, at: number, nicks: readonly string[], asker: string): Mention | undefined {
  const open = asker !== '' && text.startsWith(asker, at);
  for (const nick of open ? [asker, ...nicks] : nicks) {
    if (!text.startsWith(nick, at)) continue;
    const behind = at + nick.length;
    const rest = behind + (reach(further, text, behind) ?? 0);
    const gap = reach(nick === asker ? parted : whole, text, rest);
    if (gap !== undefined || nick === asker) return { nick, end: rest + (gap ?? 0), sure: true };
  }
  return undefined;
}

/** The mention whose `@` stands at a place. */
function mentionAt(text: string, at: number, nicks: readonly string[], asker: string): Mention | undefined {
  const known = knownAt(text, at + 1, nicks, asker);
  if (known) return known;
  for (const pattern of [wide, plain]) {
    pattern.lastIndex = at + 1;
    const match = pattern.exec(text);
    if (match)
      return {
        nick: match[1]!,
        end: at + 1 + match[0].length,
        sure: joined.test(match[1]!) || ended.test(match[0]),
      };
  }
  return undefined;
}

/** Mentions that are cut or shortened in one text, at most. */
const most = 16;

const isSign = (character: string | undefined) => character === '@' || character === '＠';

function withoutFirst(text: string, nicks: readonly string[], asker: string): string {
  let rest = text.trimStart();
  for (let count = 0; count < most && isSign(rest[0]); count++) {
    const mention = mentionAt(rest, 0, nicks, count === 0 ? asker : '');
    if (!mention) break;
    rest = rest.slice(mention.end).replace(left, '');
  }
  return rest;
}

const lastSign = (text: string) => Math.max(text.lastIndexOf('@'), text.lastIndexOf('＠'));

function withoutLast(text: string, nicks: readonly string[]): string {
  let rest = text;
  for (let count = 0; count < most; count++) {
    const words = rest.replace(codes, '');
    const at = lastSign(words);
    const mention = at > 0 ? mentionAt(words, at, nicks, '') : undefined;
    const before = words.slice(0, Math.max(at, 0)).trimEnd();
    if (!mention?.sure || mention.end < words.length || before === '' || governing.test(before)) break;
    rest = before;
  }
  return rest;
}

/** Amid a text a nick is shortened to its owner's name. */
function shortened(text: string, nicks: readonly string[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { index } of text.matchAll(/(?<![\w.])[@＠]/gu)) {
    const mention = index < from || parts.length >= 2 * most ? undefined : mentionAt(text, index, nicks, '');
    if (!mention?.sure || mention.nick.length + index + 1 > text.length) continue;
    const before = text.slice(from, index).trimEnd();
    const gap = before === '' || /[\p{P}]$/u.test(before) ? '' : ' ';
    const behind = text.slice(mention.end);
    parts.push(before, gap, personOf(mention.nick, people), /^[\p{L}\p{N}]/u.test(behind) ? ' ' : '');
    from = mention.end;
    if (/[:：,，]\s{0,8}$/u.test(text.slice(index, from))) parts.push('，');
  }
  return parts.join('') + text.slice(from);
}

/**
 * A message's words without the nicks that they only call: those at either end go, where one stands amid them its owner's
 * name stays. Empty where it does nothing but call.
 *
 * @param nicks known nicks, the longest first
 * @param asker the nick of whom it answers; empty where nobody is known
 */
export function withoutCalls(text: string, nicks: readonly string[], asker: string): string {
  if (!/[@＠]/u.test(text)) return text;
  return shortened(withoutLast(withoutFirst(text, nicks, asker), nicks), nicks);
}
