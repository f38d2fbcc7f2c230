const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10x98765432';

/** Years in which somebody with a number may have been born. */
const years = { first: 1850, last: 2099 };

function isDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return (
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= years.first && year <= years.last
  );
}

/** A province's code, as GB/T 2260 gives them. */
const isRegion = (digits: string) =>
  /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9[01])/u.test(digits);

/** The check character of GB 11643 (ISO 7064, MOD 11-2) for 17 digits; `x` in lower case. */
export const mod112 = (digits: string): string =>
  checks[weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11]!;

/** Whether this is the number of a resident identity card: 18 characters with a right check, or 15 of the old kind. */
export function isIdentity(number: string): boolean {
  if (!isRegion(number)) return false;
  const [at, length] = number.length === 18 ? [6, 8] : [6, 6];
  if (number.length !== 18 && number.length !== 15) return false;
  const birth = number.slice(at, at + length).padStart(8, '19');
  if (!isDate(Number(birth.slice(0, 4)), Number(birth.slice(4, 6)), Number(birth.slice(6)))) return false;
  return number.length === 15 || mod112(number) === number[17];
}
