import type { Plugin } from 'unified';
import { bare, emojiNames } from '../language/text.js';
import type { CueRule, CueSet, Lexicon } from '../lexicon.js';
import { kept } from '../memory/remembered.js';
import type { Cue, CueKind, Message, Transcript } from '../transcript.js';

type Matcher = (text: string, plain: string, emoji: string[]) => { start: number; end: number } | undefined;

/** A rule made ready for use. */
interface Ready {
  kind: CueKind;
  rule: CueRule;
  match: Matcher;
  min: number;
  max: number;
  /** Phrases without one of which the rule cannot hold, so that it need not be tried; undefined where that is not known. */
  needs: readonly string[] | undefined;
}

/** Longest message that rules read, where they name no other bound. */
const longest = 4000;

const all = (text: string) => ({ start: 0, end: text.length });

/** The first of some phrases that a text holds. */
function anywhere(phrases: string[]): Matcher {
  return (text) => {
    const phrase = phrases.find((one) => text.includes(one));
    if (phrase === undefined) return undefined;
    const start = text.indexOf(phrase);
    return { start, end: start + phrase.length };
  };
}

function matcherOf(rule: CueRule, lexicon: Lexicon): Matcher {
  if (rule.emoji) {
    const names = new Set(lexicon.emoji[rule.emoji]);
    return (text, plain, emoji) =>
      plain === '' && emoji.some((name) => names.has(name)) ? all(text) : undefined;
  }
  if (rule.whole) {
    const texts = new Set(rule.whole);
    return (text, plain) => (texts.has(plain) ? all(text) : undefined);
  }
  if (rule.starts)
    return (text) => (rule.starts!.some((phrase) => text.startsWith(phrase)) ? all(text) : undefined);
  if (rule.ends)
    return (text, plain) => (rule.ends!.some((phrase) => plain.endsWith(phrase)) ? all(text) : undefined);
  if (rule.phrases) return anywhere(rule.phrases);
  const pattern = new RegExp(rule.pattern!, 'u');
  return (text) => {
    const match = pattern.exec(text);
    return match ? { start: match.index, end: match.index + match[0].length } : undefined;
  };
}

const readyOf = (kind: CueKind, rule: CueRule, lexicon: Lexicon): Ready => ({
  kind,
  rule,
  match: matcherOf(rule, lexicon),
  min: rule.min ?? 0,
  max: rule.max ?? longest,
  needs: rule.emoji || rule.whole ? undefined : (rule.starts ?? (rule.ends ? undefined : rule.phrases)),
});

/** Gives the numbers of the rules that need be tried on a text; the array is the same each time. */
type Sieve = (text: string) => Uint8Array;

/** Looks through a text once for the first characters of all phrases that rules need. */
function sieveOf(rules: readonly Ready[]): Sieve {
  const always = Uint8Array.from(rules, ({ needs }) => (needs ? 0 : 1));
  const tried = new Uint8Array(rules.length);
  const begins = new Uint8Array(0x10000);
  const byPair = new Map<number, number[]>();
  const enter = (unit: number, next: number, rule: number) => {
    begins[unit] = 1;
    kept(byPair, unit * 0x10000 + next, () => []).push(rule);
  };
  rules.forEach(({ needs = [] }, rule) => {
    for (const phrase of needs) {
      if (phrase.length > 1) enter(phrase.charCodeAt(0), phrase.charCodeAt(1), rule);
      else if (phrase) enter(phrase.charCodeAt(0), 0, rule);
      else always[rule] = 1;
    }
  });
  const longest = rules.reduce((most, { max }) => Math.max(most, max), 0);
  const mark = (pair: number) => {
    const found = byPair.get(pair);
    if (found) for (const rule of found) tried[rule] = 1;
  };
  return (text) => {
    tried.set(always);
    for (let at = text.length > longest ? text.length : 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (begins[unit] === 0) continue;
      mark(unit * 0x10000);
      if (at + 1 < text.length) mark(unit * 0x10000 + text.charCodeAt(at + 1));
    }
    return tried;
  };
}

function cuesOf({ text }: Message, { rules, sieve }: Rules): Cue[] {
  const plain = bare(text);
  const emoji = emojiNames(text);
  const tried = sieve(text);
  const found: Cue[] = [];
  for (let i = 0; i < rules.length; i++) {
    if (tried[i] === 0) continue;
    const { kind, rule, match, min, max } = rules[i]!;
    if (text.length < min || text.length > max) continue;
    const at = match(text, plain, emoji);
    if (at) found.push({ kind, score: rule.score, ...at, rule: rule.id });
  }
  return found;
}

interface Rules {
  rules: readonly Ready[];
  sieve: Sieve;
}

const known = new WeakMap<Lexicon, Rules>();

/** The rules of a lexicon, made ready once. */
function rulesOf(lexicon: Lexicon): Rules {
  return kept(known, lexicon, () => {
    const rules = lexicon.cues.flatMap((set: CueSet) =>
      set.rules.map((rule) => readyOf(set.kind, rule, lexicon)),
    );
    return { rules, sieve: sieveOf(rules) };
  });
}

/** The best score of a kind of evidence on a message, 0 without. */
export function scoreOf(message: Message, kind: CueKind): number {
  let best = 0;
  for (const cue of message.cues) if (cue.kind === kind && cue.score > best) best = cue.score;
  return best;
}

/** Gathers local evidence for each message; decides nothing. */
export const cues: Plugin<[Lexicon], Transcript> = (lexicon) => {
  const rules = rulesOf(lexicon);
  return (tree) => {
    for (const message of tree.children) message.cues = cuesOf(message, rules);
  };
};
