import { fileURLToPath } from 'node:url';
import jieba from 'nodejieba';
import { shippedAt } from '../../place.js';

/** What cuts texts into words, wherever it does so. */
export interface Segmenter {
  tag(text: string): { word: string; tag: string }[];
  cut(text: string): string[];
}

/** Stands for nodejieba's table of how rare words are, which only its keywords need: reading that takes a fifth of a second. */
const idfDict = fileURLToPath(shippedAt('lexicon/segmenter-idf.utf8'));
let ready = false;

/** Loads the packaged dictionaries at the first call: about a second, so nothing that only shows help pays for it. */
export function loadDictionary(): typeof jieba {
  if (!ready) jieba.load({ idfDict });
  ready = true;
  return jieba;
}

/** nodejieba in this thread: 250 MB. */
export const segmenterHere: Segmenter = {
  tag: (text) => loadDictionary().tag(text),
  cut: (text) => loadDictionary().cut(text),
};
