import type { Replacement } from '../place.js';
import { words } from '../words.js';

/** Behind `?`, `&` or the `;` of an escaped `&amp;`. */
const parameter = new RegExp(`[?&;](?:${words.secretParameters.join('|')})=([^&#\\s"'<>)\\]]{1,400})`, 'gu');

/** Values of URL parameters that belong to one person: session tokens, ids, phone numbers. */
export const secretsIn = (view: string): Replacement[] =>
  [...view.matchAll(parameter)].map((match) => {
    const end = match.index + match[0].length;
    return { start: end - match[1]!.length, end, by: words.placeholders.secret };
  });
