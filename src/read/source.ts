import { resolve, sep } from 'node:path';
import { isDay } from './day.js';
import { type Warning, warning } from './warnings.js';

/** Where a log lies: `path` is GROUP/FILE or GROUP/_posts/FILE with forward slashes, the same wherever the tree lies. */
export interface Place {
  path: string;
  group: string;
  /** The file's name. */
  name: string;
}

/**
 * The place of a log. A relative path counts from the current folder; the group is the folder that holds the file,
 * `_posts` passed over. Standard input (`-`) has the path `-` and no group.
 */
export function placeOf(path: string): Place {
  if (path === '-') return { path, group: '', name: '' };
  const parts = resolve(path).split(sep).filter(Boolean);
  const name = parts.pop() ?? '';
  const posts = parts.at(-1) === '_posts' ? [parts.pop()!] : [];
  const group = parts.at(-1) ?? '';
  return { path: [group, ...posts, name].filter(Boolean).join('/'), group, name };
}

/**
 * The day of a log (YYYY-MM-DD): the file name's, else that of the front matter's `date`, else that of its `title`,
 * else null. Days that the calendar does not have are passed over.
 */
export function dateOf(
  name: string,
  frontMatter: Record<string, string>,
): { date: string | null; warnings: Warning[] } {
  const warnings: Warning[] = [];
  const named = dayIn(name);
  const stated = frontMatter.date ? dayIn(frontMatter.date) : undefined;
  if (frontMatter.date && !stated) warnings.push(warning('date-invalid'));
  const matter = stated ?? dayIn(frontMatter.title ?? '');
  if (named && matter && named !== matter) warnings.push(warning('date-differs'));
  return { date: named ?? matter ?? null, warnings };
}

function dayIn(text: string): string | undefined {
  for (const match of text.matchAll(/(?<!\d)(\d{4}-\d\d-\d\d)(?!\d)/g)) if (isDay(match[1]!)) return match[1];
  return undefined;
}

/** The day after one written as YYYY-MM-DD; null after 9999-12-31, as the next one cannot be written so. */
export function dayAfter(date: string): string | null {
  const [day] = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().split('T', 1);
  return day!.startsWith('+') ? null : day!;
}
