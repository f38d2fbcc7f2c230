import type { Plugin } from 'unified';
import { bare, emojiNames } from '../language/text.js';
import type { CueRule, CueSet, Lexicon } from '../lexicon.js';
import type { Cue, CueKind, Message, Transcript } from '../transcript.js';

type Matcher = (text: string, plain: string, emoji: string[]) => { start: number; end: number } | undefined;

const escaped = (phrase: string) => phrase.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

/** The first of some phrases that a text holds; one look tells for most texts that they hold none. */
function anywhere(phrases: string[]): Matcher {
  const some = new RegExp(phrases.map(escaped).join('|'), 'u');
  return (text) => {
    if (!some.test(text)) return undefined;
    const phrase = phrases.find((one) => text.includes(one))!;
    const start = text.indexOf(phrase);
    return { start, end: start + phrase.length };
  };
}

function matcherOf(rule: CueRule, lexicon: Lexicon): Matcher {
  const all = (text: string) => ({ start: 0, end: text.length });
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

function cuesOf(message: Message, rules: { kind: CueKind; rule: CueRule; match: Matcher }[]): Cue[] {
  const { text } = message;
  const plain = bare(text);
  const emoji = emojiNames(text);
  const found: Cue[] = [];
  for (const { kind, rule, match } of rules) {
    if (text.length < (rule.min ?? 0) || text.length > (rule.max ?? 4000)) continue;
    const at = match(text, plain, emoji);
    if (at) found.push({ kind, score: rule.score, ...at, rule: rule.id });
  }
  return found;
}

/** The best score of a kind of evidence on a message, 0 without. */
export function scoreOf(message: Message, kind: CueKind): number {
  let best = 0;
  for (const cue of message.cues) if (cue.kind === kind && cue.score > best) best = cue.score;
  return best;
}

/** Gathers local evidence for each message; decides nothing. */
export const cues: Plugin<[Lexicon], Transcript> = (lexicon) => {
  const rules = lexicon.cues.flatMap((set: CueSet) =>
    set.rules.map((rule) => ({ kind: set.kind, rule, match: matcherOf(rule, lexicon) })),
  );
  return (tree) => {
    for (const message of tree.children) message.cues = cuesOf(message, rules);
  };
};
