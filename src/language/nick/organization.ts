import { formOf, isFullName } from './name.js';
import {
  endsIn,
  type Fit,
  gapsIn,
  han,
  hasEnding,
  isWord,
  type Piece,
  type Setting,
  suffixOf,
  unfit,
} from './piece.js';
import { roleClass } from './roles.js';
import type { NickWords } from './words.js';

/** What speaks for an organization: a known name, the word in which it ends, a known name at its beginning, its last character. */
const evidences = { known: 3.4, suffix: 3.2, prefix: 2.6, ending: 2 };
/** What words of which nothing is known are worth, in Chinese or not, and where the nick is not made of parts. */
const unknown = { chinese: 1, other: 0.9, uncomposed: -3 };
/** What a role right behind is worth, by what else speaks for the organization; `shared` where 支付 may be of either. */
const beforeRole = { uncomposed: 3, weak: 1, prefix: 0.3, shared: -0.3 };
/** What speaks against it. */
const against = {
  fullName: 1.2,
  shortName: 0.3,
  onlySuffix: 3,
  word: 3,
  role: 1.5,
  size: 2,
  alone: 2,
  first: 0.3,
};
/** What each gap inside costs. */
const gap = { chinese: 1, other: 0.2 };
/** Names of organizations are at most so long. */
const longest = 16;

function beginsKnown(text: string, { known, longest: most }: NickWords): boolean {
  for (let n = Math.min(most.known, text.length - 1); n > 1; n--)
    if (known.has(text.slice(0, n))) return true;
  return false;
}

function evidenceOf(text: string, words: NickWords): number {
  if (words.known.has(text)) return evidences.known;
  if (suffixOf(text, words)) return evidences.suffix;
  if (beginsKnown(text, words)) return evidences.prefix;
  return hasEnding(text, words) ? evidences.ending : 0;
}

/** A role right behind speaks for the organization, unless it may have lost its first word (支付) to it. */
function roleBehind({ text }: Piece, evidence: number, { words, composed }: Setting): number {
  if (!evidence && !composed) return beforeRole.uncomposed;
  if (evidence < evidences.prefix) return beforeRole.weak;
  if (evidence === evidences.prefix) return beforeRole.prefix;
  return words.tiles.get(text.slice(-suffixOf(text, words))) === 'field' ? beforeRole.shared : 0;
}

function doubts({ text, first, opens, ahead }: Piece, evidence: number, { words, alone }: Setting): number {
  const known = words.known.has(text);
  let cost = first ? against.first : 0;
  if (evidence < evidences.prefix && formOf(text, words))
    cost += isFullName(text, words) ? against.fullName : against.shortName;
  if (words.suffixes.has(text) && !known) cost += against.onlySuffix;
  if (isWord(text, words) && !known) cost += against.word;
  else if (endsIn(text, 'head', words) || (!evidence && endsIn(text, 'plain', words))) cost += against.role;
  if ([...text].length === 1 || text.length > longest) cost += against.size;
  return cost + (alone && opens && !ahead ? against.alone : 0);
}

/** How well a piece fits as the firm or institution. */
export function organizationFit(piece: Piece, setting: Setting): Fit {
  const { text, ahead } = piece;
  const { words, composed } = setting;
  const evidence = evidenceOf(text, words);
  if (!/\p{L}/u.test(text) && evidence !== evidences.known) return unfit;
  let score = evidence || (han.test(text) ? unknown.chinese : unknown.other);
  if (!evidence && !composed) score += unknown.uncomposed;
  if (ahead && roleClass(ahead, words)) score += roleBehind(piece, evidence, setting);
  score -= doubts(piece, evidence, setting);
  score -= gapsIn(piece) * (/\p{Script=Han}/u.test(text) ? gap.chinese : gap.other);
  return { score, certain: evidence > 0 };
}
