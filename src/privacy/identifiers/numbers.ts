import type { Replacement } from '../place.js';
import { type IdentifierKind, words } from '../words.js';
import { isCard } from './card.js';
import { type Group, groupsIn, joined } from './groups.js';
import { isIdentity } from './identity.js';
import { isPhone } from './phone.js';

/** Digits that a number of any kind has at least. */
const least = 7;
/** An area code in brackets, and the end of one before the number. */
const bracketed = /\((0[0-9]{2,3})\) {0,2}$/u;
const opening = /(?:^|[^0-9a-z)])\+ {0,1}$/u;

/** What a number is, with where it begins: a `+` or an area code in brackets before it belong to it. */
function read(view: string, group: Group): { kind: IdentifierKind; start: number; end: number } | undefined {
  const { digits, start, end } = group;
  if (digits.length < least) return undefined;
  const before = view.slice(Math.max(0, start - 8), start);
  const check = digits.length === 17 && view[end] === 'x' && !/[0-9a-z]/u.test(view[end + 1] ?? '');
  if (check && isIdentity(`${digits}x`)) return { kind: 'identity', start, end: end + 1 };
  if (isIdentity(digits)) return { kind: 'identity', start, end };
  if (isCard(digits)) return { kind: 'card', start, end };
  const area = bracketed.exec(before);
  if (area && isPhone(area[1]! + digits, false)) return { kind: 'phone', start: start - area[0].length, end };
  const plus = opening.exec(before);
  if (!isPhone(digits, plus !== null)) return undefined;
  return { kind: 'phone', start: plus ? start - plus[0].trimStart().length : start, end };
}

/** Phone numbers, numbers of bank cards and of identity cards, in groups of digits or in one. */
export function numbersIn(view: string): Replacement[] {
  const groups = groupsIn(view);
  const found: Replacement[] = [];
  for (let at = 0; at < groups.length; at++) {
    for (const group of joined(view, groups, at)) {
      const number = read(view, group);
      if (!number) continue;
      found.push({ start: number.start, end: number.end, by: words.placeholders[number.kind] });
      while (groups[at + 1] && groups[at + 1]!.start < number.end) at++;
      break;
    }
  }
  return found;
}
