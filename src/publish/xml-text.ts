/** What XML cannot hold; tabs and line feeds it can. */
const unwritable = /[^\P{Cc}\t\n]|\p{Surrogate}|[\ufffe\uffff]/gu;

/** A text as XML may hold it, once its markup is escaped: line ends are line feeds, the rest becomes blanks. */
export const xmlText = (text: string): string => text.replace(/\r\n?/gu, '\n').replace(unwritable, ' ');
