/** A word with each of its letters left out in turn, and whole: two words one slip apart share one of these. */
export function slipsOf(word: string): string[] {
  const slips = new Set([word]);
  for (let i = 0; i < word.length; i++) slips.add(word.slice(0, i) + word.slice(i + 1));
  return [...slips];
}

/** Whether one insertion, deletion, change or exchange of neighbours makes one word the other, or none. */
export function isSlip(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let [enda, endb] = [a.length, b.length];
  while (enda > start && endb > start && a[enda - 1] === b[endb - 1]) {
    enda--;
    endb--;
  }
  const [x, y] = [a.slice(start, enda), b.slice(start, endb)];
  if (x.length <= 1 && y.length <= 1) return true;
  return x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0];
}
