import type { Edits } from '../schema/edits.js';
import type { Places, Stale } from './places.js';

/** The ordinals that keys name; a second copy stands for its first. Keys that the log lacks are stale. */
export function ordinalsOf(
  keys: readonly string[],
  what: string,
  places: Places,
): { ids: number[]; stale: Stale[] } {
  const ids: number[] = [];
  const stale: Stale[] = [];
  for (const key of keys) {
    const message = places.message(key);
    if (message) ids.push(message.duplicateOf ?? message.id);
    else stale.push({ reason: `${what}：日志里没有消息 ${key}` });
  }
  return { ids, stale };
}

/** The messages of a lecture with those that the editor adds and without those that he drops; never none. */
export function editLecture(
  lecture: readonly number[],
  edit: Edits['lecture'],
  places: Places,
): { lecture: number[]; stale: Stale[] } {
  const add = ordinalsOf(edit?.add ?? [], '加入讲座', places);
  const drop = ordinalsOf(edit?.drop ?? [], '移出讲座', places);
  const ids = new Set([...lecture, ...add.ids]);
  for (const id of drop.ids) ids.delete(id);
  const stale = [...add.stale, ...drop.stale];
  if (ids.size > 0) return { lecture: [...ids].sort((a, b) => a - b), stale };
  return { lecture: [...lecture], stale: [...stale, { reason: '移出讲座：讲座会一条消息也不剩' }] };
}
