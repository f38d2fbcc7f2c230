import type { Transcript } from '../../transcript.js';

/** A schedule lists talks of several days: at least so many mentions, in a message of at most so many characters. */
const limits = { mentions: 2, length: 3000, name: 60 };
/** Date tokens as schedules write them: `3.22`, `3月22日`, `2017/8/9`, `8-9`. */
const dateToken = /(?:[0-9]{4}[./年-])?([0-9]{1,2})[./月-]([0-9]{1,2})日?(?![0-9.])/gu;

/** The names that schedules in this log give for its own day, as typed; empty without a date. */
export function scheduledToday(tree: Transcript): string[] {
  if (tree.date === null) return [];
  const [, month, day] = tree.date.split('-').map(Number);
  return tree.children.flatMap(({ text }) => {
    if (text.length > limits.length || text.split('@').length <= limits.mentions) return [];
    const dates = [...text.matchAll(dateToken)];
    return dates.flatMap((date, index) => {
      if (Number(date[1]) !== month || Number(date[2]) !== day) return [];
      const entry = text.slice(date.index + date[0].length, dates[index + 1]?.index);
      const name = /@([^@\s，。；;?？]{1,60})/u.exec(entry)?.[1];
      return name ? [name.slice(0, limits.name)] : [];
    });
  });
}
