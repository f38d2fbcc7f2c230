import type { NickWords, TileKind } from './words.js';

/** How sure a text is a role: it ends in an office, is a field of work, a department, or only such words as 支付. */
export type RoleClass = 'head' | 'plain' | 'unit' | 'field';

const kinds: readonly TileKind[] = ['head', 'plain', 'field', 'grade', 'unit'];
const letter = /[\p{Script=Latin}]/u;
const link = /[ 、&]/;

/** A set of states as bits: the kind of the last word, times two, plus whether a head or plain word was among them (or a unit has words before it). */
type States = number;

const advance = (states: States, kind: TileKind): States => {
  const at = kinds.indexOf(kind) * 2;
  const named = kind === 'head' || kind === 'plain';
  let next = 0;
  for (let bit = 0; bit <= 10; bit++) {
    if (!(states & (1 << bit))) continue;
    const before = bit < 10 && (bit % 2 === 1 || kind === 'unit');
    next |= 1 << (at + (named || before ? 1 : 0));
  }
  return next;
};

/** Bit of the state before the first word. */
const initial = 1 << 10;

/** For each end of a row of words from `from` on, the states in which it is reached. */
function reach(text: string, from: number, words: NickWords): States[] {
  const states = new Array<States>(text.length + 1).fill(0);
  states[from] = initial;
  for (let i = from; i < text.length; i++) {
    const here = states[i]!;
    if (!here) continue;
    if (i > from && link.test(text[i]!)) states[i + 1]! |= here;
    for (let n = 1; n <= words.longest.tile && i + n <= text.length; n++) {
      const kind = words.tiles.get(text.slice(i, i + n));
      if (kind && whole(text, i, i + n)) states[i + n]! |= advance(here, kind);
    }
  }
  return states;
}

/** A Latin word counts only where no other letter touches it. */
const whole = (text: string, from: number, to: number) =>
  !(letter.test(text[from]!) && from > 0 && letter.test(text[from - 1]!)) &&
  !(letter.test(text[to - 1]!) && to < text.length && letter.test(text[to]!));

const classOf = (states: States): RoleClass | undefined => {
  const has = (kind: TileKind, named: boolean) =>
    Boolean(states & (1 << (kinds.indexOf(kind) * 2 + (named ? 1 : 0))));
  if (has('head', true)) return 'head';
  if (has('plain', true) || has('field', true)) return 'plain';
  if (has('unit', true)) return 'unit';
  return has('field', false) ? 'field' : undefined;
};

/** What kind of role a folded text is, if its words are such as roles are made of. */
export function roleClass(text: string, words: NickWords): RoleClass | undefined {
  return classOf(reach(text, 0, words)[text.length]!);
}

/** Where in a folded text roles begin that end with it, and where those end that begin it. */
export function roleCuts(text: string, words: NickWords): number[] {
  const cuts: number[] = [];
  const sure = (states: States) => !['field', undefined].includes(classOf(states));
  reach(text, 0, words).forEach((states, end) => {
    if (end > 0 && end < text.length && sure(states)) cuts.push(end);
  });
  for (let from = 1; from < text.length; from++) {
    if (sure(reach(text, from, words)[text.length]!)) cuts.push(from);
  }
  return cuts;
}
