/** The month after one written as YYYY-MM. */
function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? [year + 1, 1] : [year, number + 1];
  return `${String(next[0]).padStart(4, '0')}-${String(next[1]).padStart(2, '0')}`;
}

/** Months that a chart has room for; the earlier ones are left out. */
const most = 240;

/** All months from the first to the last, none left out, the latest at most. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last && months.length < 12_000; month = monthAfter(month))
    months.push(month);
  return months.slice(-most);
}

/** Months that get a name at an axis: so many that names do not run into each other. */
export function ticksOf(months: readonly string[], room: number): string[] {
  const step = Math.ceil(months.length / Math.max(1, room));
  return months.filter((_, index) => index % step === 0);
}
