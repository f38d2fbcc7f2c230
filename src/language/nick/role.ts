import { formOf } from './name.js';
import { endsIn, type Fit, gapsIn, type Piece, type Setting, unfit } from './piece.js';
import { roleClass } from './roles.js';

/** What a role is worth by its class; `untold` ends in an office behind words that no list has. */
const roles = { head: 4, plain: 4, unit: 3, field: 1.8, untold: 3 };
/** What each character adds, up to so many, and what each gap costs. */
const size = { character: 0.05, most: 8, gap: 0.5 };

/** How well a piece fits as the owner's role. Within a chunk it stands at one of its ends, or before a city. */
export function roleFit(piece: Piece, { words }: Setting): Fit {
  const { text, opens, closes, ahead } = piece;
  const found = roleClass(text, words);
  const cost = size.gap * gapsIn(piece);
  if (found === 'unit' && !opens) return { score: roles.field, certain: false };
  if (found && found !== 'field' && (opens || closes || words.cities.has(ahead)))
    return { score: roles[found] + Math.min(text.length, size.most) * size.character - cost, certain: true };
  if (!(opens && closes)) return unfit;
  if (found === 'field') return { score: roles.field - cost, certain: false };
  if (cost === 0 && endsIn(text, 'head', words) && !formOf(text, words))
    return { score: roles.untold, certain: false };
  return unfit;
}
