import { type Fit, latin, type Piece, type Setting, unfit } from './piece.js';
import { roleClass } from './roles.js';

/** What a city is worth: by itself, as a Latin short form, and before what may be a firm's name with the city in it. */
const cities = { plain: 4, short: 2.5, before: 0.8 };

/** How well a piece fits as the city; Latin short forms only where they stand by themselves. */
export function cityFit({ text, opens, closes, ahead }: Piece, { words }: Setting): Fit {
  if (!words.cities.has(text)) return unfit;
  if (ahead && !roleClass(ahead, words)) return { score: cities.before, certain: false };
  const short = text.length <= 2 && latin.test(text);
  if (short && !(opens && closes)) return unfit;
  return { score: short ? cities.short : cities.plain, certain: !short };
}
