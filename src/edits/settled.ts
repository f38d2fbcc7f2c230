import type { Edits } from '../schema/edits.js';
import type { Settled } from '../transcript.js';
import { ordinalsOf } from './lecture.js';
import type { Places } from './places.js';

/** What edits decide in a log, by message and place. */
export function settledBy({ lecture, headings, pairs, terms }: Edits, places: Places): Settled {
  const ids = (keys: readonly string[]) => ordinalsOf(keys, places);
  const quoted = (parts: typeof headings | typeof terms) =>
    [...(parts?.remove ?? []), ...(parts?.change ?? []), ...(parts?.set ?? [])].flatMap(
      ({ at }) => places.span(at) ?? [],
    );
  return {
    lecture: new Set(ids([...(lecture?.add ?? []), ...(lecture?.drop ?? [])])),
    questions: new Set([...(pairs?.remove ?? []), ...(pairs?.set ?? [])].flatMap((one) => ids(one.question))),
    headings: quoted(headings),
    terms: quoted(terms),
  };
}
