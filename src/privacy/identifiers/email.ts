import type { Replacement } from '../place.js';
import { words } from '../words.js';

/** Bounded by the lengths of RFC 5321; the look behind lets a run be tried from its beginning only. */
const address = /(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/gu;

/** E-mail addresses of a plain view. */
export const emailsIn = (view: string): Replacement[] =>
  [...view.matchAll(address)].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
    by: words.placeholders.email,
  }));
