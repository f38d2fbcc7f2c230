/** Stands for a day that neither the front matter nor the file name gives; the note's review says so. */
export const unknownDate = '0000-00-00';

/** Stands for the group in ids where a log has none (standard input). */
export const unknownGroup = 'chat';
