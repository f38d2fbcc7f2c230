import type { Edits } from '../schema/edits.js';
import type { Phrase } from '../transcript.js';
import { gone, type Places, type Stale } from './places.js';

/** The ordinals that keys name, without the keys that the log lacks; a second copy stands for its first. */
export const ordinalsOf = (keys: readonly string[], places: Places): number[] =>
  keys.flatMap((key) => {
    const message = places.message(key);
    return message ? [message.duplicateOf ?? message.id] : [];
  });

/** What the log lacks of the messages that a part of the edits names. */
export const lacking = (keys: readonly string[], what: Phrase, places: Places): Stale[] =>
  keys.filter((key) => !places.message(key)).map((key) => gone(what, key));

/** The messages of a lecture with those that the editor adds and without those that he drops; never none. */
export function editLecture(
  lecture: readonly number[],
  edit: Edits['lecture'],
  places: Places,
): { lecture: number[]; stale: Stale[] } {
  const { add = [], drop = [] } = edit ?? {};
  const ids = new Set([...lecture, ...ordinalsOf(add, places)]);
  for (const id of ordinalsOf(drop, places)) ids.delete(id);
  const stale = [...lacking(add, { says: 'added' }, places), ...lacking(drop, { says: 'dropped' }, places)];
  if (ids.size > 0) return { lecture: [...ids].sort((a, b) => a - b), stale };
  stale.push({ what: { says: 'dropped' }, why: { says: 'nothing-left' } });
  return { lecture: [...lecture], stale };
}
