import type { Atom } from './atoms.js';
import { cityFit } from './city.js';
import { nameFit } from './name.js';
import { organizationFit } from './organization.js';
import { type Fit, type Piece, pieceOf, type Setting } from './piece.js';
import { roleFit } from './role.js';
import { roleClass } from './roles.js';
import type { NickWords } from './words.js';

/** The fields of a nick, and how well a piece fits each; the position is the field's bit in a mask. */
const fields = [
  ['name', nameFit],
  ['organization', organizationFit],
  ['role', roleFit],
  ['city', cityFit],
] as const satisfies readonly (readonly [string, (piece: Piece, setting: Setting) => Fit])[];

/** A field of a nick. */
export type Field = (typeof fields)[number][0];

/** Atoms `from` up to `to` are the field. */
export interface Assigned {
  field: Field;
  from: number;
  to: number;
  certain: boolean;
}

/** Atoms of one part at most. */
const widest = 8;
/** What an assignment gains by a name, and loses for a cut without separator, for an atom left out and for digits left out. */
const costs = { named: 2, cut: 1, skip: 1.5, digits: 0.5 };

/** The last step of the best assignment of the first atoms that fills a set of fields. */
interface Step {
  score: number;
  from: number;
  mask: number;
  /** -1 where the atom is left out. */
  field: number;
  certain: boolean;
}

function settingOf(atoms: readonly Atom[], words: NickWords): Setting {
  const chunks = atoms.filter(({ gap }) => gap !== 'none').length;
  const hard = atoms.some(({ gap }, index) => index > 0 && gap === 'hard');
  const cue = ({ text }: Atom) => words.cities.has(text) || roleClass(text, words) !== undefined;
  return { words, alone: chunks === 1, composed: hard || (chunks > 2 && atoms.some(cue)) };
}

/** A linking word costs nothing, not even the cut before it. */
function skipCost({ text, gap }: Atom, { links }: NickWords): number {
  if (links.has(text)) return -costs.cut;
  if (/^\p{N}+$/u.test(text)) return costs.digits;
  return costs.skip + (gap === 'none' ? costs.cut : 0);
}

/** Keeps a step where it is better than what leads to the same place. */
function keep(steps: Step[], mask: number, step: Step): void {
  const old = steps[mask];
  if (!old || step.score > old.score) steps[mask] = step;
}

/** Extends what is known up to an atom by leaving it out, or by giving a piece that begins with it to a field. */
function extend(table: Step[][], from: number, atoms: readonly Atom[], setting: Setting): void {
  const { gap } = atoms[from]!;
  const cut = from > 0 && gap === 'none' ? costs.cut : 0;
  const skip = skipCost(atoms[from]!, setting.words);
  for (let to = from + 1; to <= Math.min(atoms.length, from + widest); to++) {
    if (to > from + 1 && atoms[to - 1]!.gap === 'hard') break;
    const piece = pieceOf(atoms, from, to);
    fields.forEach(([, fitOf], field) => {
      const fit = fitOf(piece, setting);
      if (fit.score === Number.NEGATIVE_INFINITY) return;
      table[from]!.forEach(({ score }, mask) => {
        if (mask & (1 << field)) return;
        const step = { score: score + fit.score - cut, from, mask, field, certain: fit.certain };
        keep(table[to]!, mask | (1 << field), step);
      });
    });
  }
  table[from]!.forEach(({ score }, mask) => {
    keep(table[from + 1]!, mask, { score: score - skip, from, mask, field: -1, certain: false });
  });
}

function bestMask(steps: readonly Step[]): number {
  let best = { mask: 0, score: Number.NEGATIVE_INFINITY };
  steps.forEach((step, mask) => {
    const score = step.score + (mask & 1 ? costs.named : 0);
    if (score > best.score) best = { mask, score };
  });
  return best.mask;
}

/** The best way, as a whole, to give pieces of a nick to fields, each at most once; ties go to what is tried first. */
export function assign(atoms: readonly Atom[], words: NickWords): Assigned[] {
  const setting = settingOf(atoms, words);
  const table: Step[][] = Array.from({ length: atoms.length + 1 }, () => []);
  table[0]![0] = { score: 0, from: -1, mask: 0, field: -1, certain: false };
  for (let from = 0; from < atoms.length; from++) extend(table, from, atoms, setting);
  const found: Assigned[] = [];
  let mask = bestMask(table[atoms.length]!);
  for (let to = atoms.length; to > 0; ) {
    const step = table[to]![mask]!;
    if (step.field >= 0)
      found.unshift({ field: fields[step.field]![0], from: step.from, to, certain: step.certain });
    [to, mask] = [step.from, step.mask];
  }
  return found;
}
