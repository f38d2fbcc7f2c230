/** What a label wants beside what a note has: found, wanted only, had only. */
export interface Matched<Want, Have> {
  same: [want: Want, have: Have][];
  missed: Want[];
  extra: Have[];
}

/**
 * Matches one to one, each wanted with the first that fits and is not taken yet. Tests are tried one after the other,
 * so that what fits a stricter one is matched before the rest; within a test the later wanted come first.
 */
export function matched<Want, Have>(
  wanted: readonly Want[],
  had: readonly Have[],
  ...tests: ((have: Have, want: Want) => boolean)[]
): Matched<Want, Have> {
  const same: [Want, Have][] = [];
  let missed = [...wanted];
  const extra = [...had];
  for (const test of tests) {
    const left: Want[] = [];
    for (const want of missed.toReversed()) {
      const at = extra.findIndex((have) => test(have, want));
      if (at < 0) left.unshift(want);
      else same.push([want, ...extra.splice(at, 1)] as [Want, Have]);
    }
    missed = left;
  }
  return { same, missed, extra };
}
