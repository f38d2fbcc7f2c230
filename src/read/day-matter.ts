import { type FrontMatterReader, frontMatterReader, isFence, mostCharacters } from './front-matter.js';
import type { Line } from './lines.js';
import { dateOf } from './source.js';
import { isBlank } from './space.js';

/** Bound of the lines that are held back, beside that of their characters; a front matter has 7. */
const mostHeld = 200;

/** Lines let go; those of a day's front matter with the day that it states. */
export interface Released {
  lines: Line[];
  date?: string;
}

/** Looks for front matters within a log. */
export interface MatterFinder {
  push(line: Line): Released[];
  end(): Released[];
}

interface Held {
  lines: Line[];
  size: number;
  reader: FrontMatterReader;
  /** What it states, once it is closed. */
  date?: string;
}

const isPlain = ({ text }: Line) =>
  isBlank(text) || text.startsWith('#') || /^[\p{L}\p{N}][^:]{0,63}:/u.test(text);

/**
 * Finds the front matters of days within a log that was put together from day logs: `key: value` between two lines `---`,
 * with a day in `date` or `title`, and right below a message header, a further front matter or the end; at the beginning of
 * the log also above other text. What only begins like one, as a message may, is let go as it came.
 */
export function matterFinder(isHeader: (text: string) => boolean): MatterFinder {
  let held: Held | undefined;
  let begun = false;
  const hold = (line: Line) => {
    const reader = frontMatterReader(() => false);
    reader.push(line);
    held = { lines: [line], size: line.text.length, reader };
  };
  const letGo = (date?: string): Released[] => {
    const { lines } = held!;
    held = undefined;
    begun = true;
    return [{ lines, ...(date !== undefined && { date }) }];
  };

  /** A line that closes what states no day may open what does. */
  const close = (line: Line): Released[] => {
    held!.reader.push(line);
    const { date } = dateOf('', held!.reader.values);
    if (date !== null) {
      held!.lines.push(line);
      held!.date = date;
      return begun ? [] : letGo(date);
    }
    const before = letGo();
    hold(line);
    return before;
  };

  const push = (line: Line): Released[] => {
    if (!held) {
      if (isFence(line.text)) {
        hold(line);
        return [];
      }
      begun ||= !isBlank(line.text);
      return [{ lines: [line] }];
    }
    const { lines, date, reader } = held;
    if (date === undefined && isFence(line.text)) return close(line);
    if (date !== undefined && !isBlank(line.text)) {
      const opens = isHeader(line.text) || isFence(line.text);
      return [...letGo(opens ? date : undefined), ...push(line)];
    }
    lines.push(line);
    held.size += line.text.length;
    const isTooLong = lines.length > mostHeld || held.size > mostCharacters;
    if (isTooLong || (date === undefined && !isPlain(line))) return letGo();
    if (date === undefined) reader.push(line);
    return [];
  };

  return { push, end: () => (held ? letGo(held.date) : []) };
}
