import type { Replacement } from '../place.js';
import { type IdentifierKind, words } from '../words.js';

const escaped = (word: string) => word.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
const oneOf = (list: readonly string[]) =>
  [...list]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');

/** Latin cues do not count within a longer word, an address or a path. */
const latin = (cue: string) => /^[a-z]/u.test(cue);

/** A cue, then up to three links with blanks between them, then the account. */
const after = (cues: readonly string[], account: string) =>
  new RegExp(
    `(?:${oneOf(cues.filter((cue) => !latin(cue)))}|(?<![a-z0-9_./-])(?:${oneOf(cues.filter(latin))}))((?: {0,3}(?:${oneOf(words.links)})){0,3} {0,3})(${account})(?![a-z0-9_-])`,
    'gu',
  );

/** WeChat's own rule: a letter, then 5 to 19 letters, digits, `_` or `-`. */
const wechatId = '[a-z][a-z0-9_-]{5,19}';
/** What names a person whatever stands before it. */
const internal = /(?<![a-z0-9_])wxid_[a-z0-9]{6,30}/gu;

interface Kind {
  kind: IdentifierKind;
  pattern: RegExp;
  /** Whether an account counts, by what stands between it and its cue. */
  counts?: (account: string, link: string) => boolean;
}

const kinds: readonly Kind[] = [
  { kind: 'wechat', pattern: after(words.cues.wechat, wechatId) },
  {
    kind: 'wechat',
    pattern: after(words.cues.wechatWeak, wechatId),
    counts: (account, link) => /[:=]/u.test(link) || /[0-9]/u.test(account),
  },
  { kind: 'qq', pattern: after(words.cues.qq, '[1-9][0-9]{4,10}') },
  { kind: 'identity', pattern: after(words.cues.identity, '[a-z]{1,2}[0-9]{7,9}') },
];

/** Accounts behind a word that says what they are. */
export function accountsIn(view: string): Replacement[] {
  const found: Replacement[] = [];
  for (const { kind, pattern, counts } of kinds)
    for (const match of view.matchAll(pattern)) {
      const [, link, account] = match as unknown as [string, string, string];
      if (counts && !counts(account, link)) continue;
      const end = match.index + match[0].length;
      found.push({ start: end - account.length, end, by: words.placeholders[kind] });
    }
  for (const { 0: text, index } of view.matchAll(internal))
    found.push({ start: index, end: index + text.length, by: words.placeholders.wechat });
  return found;
}
