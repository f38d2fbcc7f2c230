/** Orders texts by their UTF-16 code units: the same everywhere, whatever the locale. */
export const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
