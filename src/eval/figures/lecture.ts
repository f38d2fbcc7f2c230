import type { Case } from '../day.js';
import type { Matched } from '../matched.js';

/** Messages of the lecture. */
export function lectureOf({ lecture, note }: Case): Matched<number, number> {
  const has = new Set(note?.lecture.messages);
  const wants = new Set(lecture);
  return {
    same: lecture.filter((id) => has.has(id)).map((id) => [id, id]),
    missed: lecture.filter((id) => !has.has(id)),
    extra: [...has].filter((id) => !wants.has(id)),
  };
}
