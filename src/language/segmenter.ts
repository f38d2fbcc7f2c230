import { type Segmenter, segmenterHere } from './segmenter/here.js';

/** A word of a text, its UTF-16 offsets there, and nodejieba's part of speech. */
export interface Word {
  word: string;
  tag: string;
  start: number;
  end: number;
}

let segmenter: Segmenter = segmenterHere;

/** Lets another segmenter do the work of this thread from now on; without one, nodejieba in this thread. */
export function segmentWith(other: Segmenter = segmenterHere): void {
  segmenter = other;
}

/**
 * The words of a text in order. The dictionary is nodejieba's own and stays the same for a process: no call adds words.
 * What the segmenter alters (lone surrogates) is left out.
 */
export function tag(text: string): Word[] {
  const words: Word[] = [];
  let from = 0;
  for (const { word, tag } of segmenter.tag(text)) {
    const start = text.startsWith(word, from) ? from : text.indexOf(word, from);
    if (start < 0) continue;
    from = start + word.length;
    words.push({ word, tag, start, end: from });
  }
  return words;
}

/** The words of a text, spaces and punctuation among them, as nodejieba gives them. */
export function cut(text: string): string[] {
  return segmenter.cut(text);
}
