import { words } from '../words.js';

/** Digits of an international number, the country's code included (E.164). */
const international = { least: 8, most: 15 };

const isMobile = (digits: string) => /^1[3-9][0-9]{9}$/u.test(digits);

/** A landline: area code, then seven or eight digits that begin with 2 to 9. */
function isLandline(digits: string): boolean {
  const long = words.areaCodes.some((code) => digits.startsWith(code));
  const rest = digits.slice(long ? 3 : 4);
  return (long || /^0[3-9][1-9][0-9]/u.test(digits)) && /^[2-9][0-9]{6,7}$/u.test(rest);
}

const isForeign = (digits: string) =>
  digits.length >= international.least &&
  digits.length <= international.most &&
  words.countryCodes.some((code) => digits.startsWith(code));

/** Whether digits are a phone number; `plus` where a `+` or `00` stands before them. */
export function isPhone(digits: string, plus: boolean): boolean {
  if (isMobile(digits) || isLandline(digits)) return true;
  const [, national] = /^(?:00)?86(.+)$/u.exec(digits) ?? [];
  if (national !== undefined && (isMobile(national) || isLandline(`0${national.replace(/^0/u, '')}`)))
    return true;
  return plus && isForeign(digits);
}
