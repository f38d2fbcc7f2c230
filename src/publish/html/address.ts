import { posix } from 'node:path';

/** The name of a file as an address. */
export const addressOf = (name: string): string => name.split('/').map(encodeURIComponent).join('/');

/** The way from a page to another file beside the pages, both by their names, as an address. */
export const addressFrom = (from: string, to: string): string =>
  addressOf(posix.relative(posix.dirname(from), to));
