import { posix } from 'node:path';
import { decode } from 'entities';

/** A file of a site: its name, and what it says. */
export type Files = ReadonlyMap<string, string>;

const attribute = / (href|src|action|id|data-root)="([^"]*)"/gu;

/** The values of attributes in markup made by `h`, where `<` and `"` in texts are always escaped. */
export function valuesOf(markup: string, ...names: string[]): string[] {
  return [...markup.matchAll(attribute)]
    .filter(([, name]) => names.includes(name!))
    .map(([, , value]) => decode(value!));
}

/** Whether a link leaves the site. */
export const leaves = (link: string): boolean => /^(?:https?:|mailto:)/iu.test(link);

/** Where a link from a file leads: the file, and the place in it. */
export function aimOf(from: string, link: string): { file: string; place: string } {
  const [, path = '', place = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/u.exec(link) ?? [];
  const file = path === '' ? from : posix.join(posix.dirname(from), decodeURIComponent(path));
  return { file, place: decodeURIComponent(place) };
}

/** Links of a site that lead nowhere in it: to a file or a place that is not there, or from the root of a server. */
export function brokenIn(files: Files): string[] {
  const pages = [...files].filter(([name]) => name.endsWith('.html'));
  const places = new Map(pages.map(([name, markup]) => [name, new Set(valuesOf(markup, 'id'))]));
  return pages.flatMap(([name, markup]) =>
    valuesOf(markup, 'href', 'src', 'action')
      .filter((link) => !leaves(link))
      .filter((link) => {
        const { file, place } = aimOf(name, link);
        if (link.startsWith('/') || !files.has(file)) return true;
        return place !== '' && !places.get(file)?.has(place);
      })
      .map((link) => `${name}: ${link}`),
  );
}
