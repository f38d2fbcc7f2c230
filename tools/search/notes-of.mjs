import { notesBelow } from './entries.mjs';

/** The notes of a folder, whether they lie there as notes or as outlines. */
export const notesIn = (folder) => notesBelow(folder);
