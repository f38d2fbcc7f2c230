import { type Candidate, candidate, type Place, type Shape, sentence } from './candidate.js';
import { phraseBefore } from './phrase.js';
import type { Slice } from './term.js';

const inBrackets = /[（(]([^（()）\n]{2,60})[)）]/gu;
const latin = /^[A-Za-z][A-Za-z0-9 \-/&.'’]{1,59}$/u;
const before = /(?:[\p{Script=Han}A-Za-z0-9]{2,14}|[A-Z][A-Za-z0-9-]{1,12})["”]?\s?$/u;
const letters = /[A-Za-z][A-Za-z0-9-]{1,12}$/u;

/** `X（English Name）`, `ABC（全称）`, `X（又称Y）`, `“X”`: a term with its other name or a remark in brackets. */
export const acronym: Shape = (place) => {
  const { plain, start, end } = place.clauses[place.at]!;
  const found: Candidate[] = [];
  for (const remark of plain.slice(start, end).matchAll(inBrackets)) {
    const open = start + remark.index;
    const head = before.exec(plain.slice(Math.max(start, open - 16), open))?.[0];
    if (!head) continue;
    const shape = latin.test(remark[1]!) ? 'english' : latin.test(head) ? 'expansion' : 'remark';
    const slice = headOf(place, open - head.length, open - (/\s$/u.test(head) ? 1 : 0));
    const inside = { start: open + 1, end: open + remark[0].length - 1 };
    found.push(
      ...candidate(
        place,
        shape,
        slice,
        [sentence(place.clauses[place.at]!)],
        shape === 'remark' ? [] : [inside],
      ),
    );
  }
  return found;
};

/** The head without the words that lead up to it (`需要有KYC`): of letters those, else the noun phrase. */
function headOf({ clauses, at, phrases }: Place, start: number, end: number): Slice {
  const { plain } = clauses[at]!;
  const name = letters.exec(plain.slice(start, end));
  if (name) return { start: end - name[0].length, end };
  return phraseBefore(plain, start, end, phrases) ?? { start, end };
}
