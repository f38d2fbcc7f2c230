import { deriveTerm } from '../../derive.js';
import type { Candidate } from './candidate.js';
import { termKey } from './term.js';

/** A term with all places where the lecture may define it. */
export interface Term {
  /** The term for comparing. */
  key: string;
  text: string;
  /** The most telling place, by the order in which shapes are trusted. */
  best: Candidate;
  places: Candidate[];
}

/** Shapes from the surest to the weakest; of several places of one term the first shape here gives the definition. */
const trusted = [
  'refers',
  'soCalled',
  'refersInside',
  'equals',
  'kindOf',
  'colon',
  'aka',
  'naming',
  'english',
  'expansion',
  'bracket',
  'akaInside',
  'dash',
  'equalsInside',
  'kindOfInside',
  'comma',
  'inner',
  'gloss',
  'runIn',
  'heading',
  'line',
  'role',
  'is',
  'remark',
  'roleWeak',
  'kinds',
  'quoted',
];

const rank = ({ shape }: Candidate) => (trusted.indexOf(shape) + trusted.length + 1) % (trusted.length + 1);

/** Candidates of the same term brought together, in the order of their first places. */
export function termsOf(candidates: Candidate[]): Term[] {
  const terms = new Map<string, Term>();
  const others = candidates.flatMap(({ shape, aliases }) => (/^aka/u.test(shape) ? aliases : []));
  for (const place of candidates) {
    if (
      others.some(
        (alias) => alias.message === place.message && alias.start < place.end && place.start < alias.end,
      )
    )
      continue;
    const { message, start, end } = place;
    const text = deriveTerm(place.clause.message.text.slice(start, end));
    const key = termKey(text);
    if (!key || message !== place.clause.message.id) continue;
    const term = terms.get(key);
    if (!term) terms.set(key, { key, text, best: place, places: [place] });
    else {
      term.places.push(place);
      if (rank(place) < rank(term.best)) Object.assign(term, { best: place, text });
    }
  }
  return [...terms.values()];
}
