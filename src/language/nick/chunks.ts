import type { NickWords } from './words.js';

/** What stands between two parts of a nick: a separator, something that may also stand inside a name, or nothing. */
export type Gap = 'hard' | 'soft' | 'none';

/** Letters and digits of a nick without a separator; offsets in the nick, and the gap before. */
export interface Chunk {
  start: number;
  end: number;
  gap: Gap;
}

const latin = /[\p{Script=Latin}\p{N}]/u;
const inWord = /[\p{L}\p{N}、]/u;
const mark = /\p{M}/u;

/** `Jay-Z`, `C++`, `售前&实施`: signs that part nothing where they stand. */
function joins(text: string, at: number): boolean {
  const [before, sign, after, next] = [text[at - 1], text[at], text[at + 1], text[at + 2]];
  if (sign === '+') return before === '+' || after === '+';
  if (sign === '&') return inWord.test(before ?? '') && inWord.test(after ?? '');
  return (
    sign === '-' &&
    latin.test(before ?? '') &&
    /[A-Za-z]/.test(after ?? '') &&
    !/[\p{L}\p{N}]/u.test(next ?? '')
  );
}

/** Splits a nick at everything that is neither letter nor digit. */
export function chunksOf(nick: string, { hard, soft }: Pick<NickWords, 'hard' | 'soft'>): Chunk[] {
  const chunks: Chunk[] = [];
  let open: Chunk | undefined;
  let gap: Gap = 'soft';
  for (const { 0: character, index } of nick.matchAll(/./gsu)) {
    const end = index + character.length;
    const sign = character.normalize('NFKC')[0] ?? '';
    if (inWord.test(character) || (open && mark.test(character)) || (joins(nick, index) && sign !== '-')) {
      if (!open) {
        open = { start: index, end, gap };
        chunks.push(open);
      }
      open.end = end;
      continue;
    }
    if (open) gap = 'soft';
    if (hard.has(sign) && !joins(nick, index) && !soft.has(sign)) gap = 'hard';
    open = undefined;
  }
  return chunks;
}
