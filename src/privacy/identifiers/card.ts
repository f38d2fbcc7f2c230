import { words } from '../words.js';

/** The check of ISO/IEC 7812-1, annex B (Luhn). */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const twice = digit * 2;
    sum += i % 2 === 0 ? digit : twice > 9 ? twice - 9 : twice;
  }
  return sum % 10 === 0;
}

/** Whether digits are the number of a bank card: 13 to 19 of them, an issuer of banks, a right check digit. */
export const isCard = (digits: string): boolean =>
  digits.length >= 13 &&
  digits.length <= 19 &&
  (words.cardPrefixes.some((prefix) => digits.startsWith(prefix)) || isMastercard2(digits)) &&
  luhn(digits);

/** Mastercard's numbers from 2221 to 2720. */
function isMastercard2(digits: string): boolean {
  const prefix = Number(digits.slice(0, 4));
  return digits.length === 16 && prefix >= 2221 && prefix <= 2720;
}
