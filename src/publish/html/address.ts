import { posix } from 'node:path';

/** The way from a page to another file beside the pages, both by their names, as an address. */
export const addressFrom = (from: string, to: string): string =>
  posix.relative(posix.dirname(from), to).split('/').map(encodeURIComponent).join('/');
