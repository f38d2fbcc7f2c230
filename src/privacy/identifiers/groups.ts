/** Digits that stand together. */
export interface Group {
  digits: string;
  start: number;
  end: number;
}

const run = /[0-9]{1,40}/gu;
/** What parts the groups of one number, at most so many characters of it. */
const separator = /^[ .-]{1,3}$/u;
/** Groups that one number has at most. */
const most = 6;

const isWord = (character: string | undefined) => character !== undefined && /[a-z_]/u.test(character);

/** Letters that touch digits and lead to further digits make a hash or a file name: no part of it is a number. */
function inHash(text: string, start: number, end: number): boolean {
  let at = start;
  while (at > 0 && isWord(text[at - 1])) at--;
  if (at < start && /[0-9]/u.test(text[at - 1] ?? '')) return true;
  at = end;
  while (at < text.length && isWord(text[at])) at++;
  return at > end && /[0-9]/u.test(text[at] ?? '');
}

/** Runs of digits in a plain view; longer ones than any number has are left out. */
export function groupsIn(view: string): Group[] {
  const groups: Group[] = [];
  for (const { 0: digits, index } of view.matchAll(run)) {
    const end = index + digits.length;
    if (/[0-9]/u.test(view[end] ?? '') || /[0-9]/u.test(view[index - 1] ?? '')) continue;
    if (!inHash(view, index, end)) groups.push({ digits, start: index, end });
  }
  return groups;
}

/** Whether groups look like one number: short ones are a country's code in front, or the end of a long number. */
function belong(view: string, parts: readonly Group[]): boolean {
  const total = parts.reduce((sum, { digits }) => sum + digits.length, 0);
  return parts.every(({ digits, start }, index) => {
    if (digits.length >= 3) return true;
    if (index === 0)
      return (
        parts.length === 1 || digits === '86' || /\+ ?$/u.test(view.slice(Math.max(0, start - 2), start))
      );
    return index === parts.length - 1 && total >= 13;
  });
}

/** The ways to read neighbouring groups as one number, the longest first. */
export function* joined(view: string, groups: readonly Group[], at: number): Generator<Group> {
  const parts = [groups[at]!];
  while (parts.length < most) {
    const [last, next] = [parts.at(-1)!, groups[at + parts.length]];
    if (!next || !separator.test(view.slice(last.end, next.start))) break;
    parts.push(next);
  }
  for (let count = parts.length; count > 0; count--) {
    const taken = parts.slice(0, count);
    if (!belong(view, taken)) continue;
    yield {
      digits: taken.map(({ digits }) => digits).join(''),
      start: taken[0]!.start,
      end: taken.at(-1)!.end,
    };
  }
}
