import { fields } from '../../store/store.js';
import type { Counts, Standing } from './rows.js';

/** Syllables of names: those of a run of characters parted by blanks, runs by `|`, names by line feeds. */
export type Sounding = string;

const soundsOnly = fields.map((field) => Number(field === 'heading'));

/** The syllables or letters that pairs were made of. */
function saidBy(row: readonly string[]): string[] {
  const [first = '', ...rest] = row;
  return [...first.split('·'), ...rest.map((pair) => pair.split('·')[1] ?? '')];
}

const runsOf = (sounding: Sounding): string[] => sounding.split(/[|\n]/u).filter((run) => run !== '');

/** The first letters of the syllables of a run. */
export const initialsOf = (run: string): string => run.replace(/([a-z])[a-z]*\s?/gu, '$1');

/** Finds names by rows of the tokens that `soundsOf` of `language/sounds.ts` gives. */
export function soundsIn(soundings: readonly Sounding[]): (row: readonly string[]) => Standing {
  const runs = soundings.map(runsOf);
  const [spoken, initials] = [
    runs.map((all) => all.map((run) => ` ${run} `).join('|')),
    runs.map((all) => all.map(initialsOf).join('|')),
  ];
  return (row) => {
    const said = saidBy(row);
    const [alone] = said;
    const asInitials = said.every((one) => one.length === 1) ? said.join('') : undefined;
    const asSpoken = ` ${said.join(' ')} `;
    const found = new Map<number, Counts>();
    for (const [entry, all] of runs.entries()) {
      const stands =
        said.length === 1
          ? all.includes(alone!)
          : spoken[entry]!.includes(asSpoken) || (asInitials && initials[entry]!.includes(asInitials));
      if (stands) found.set(entry, soundsOnly);
    }
    return found;
  };
}
