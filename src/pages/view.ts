import type { Language, Words } from './words.js';

/** How the pages look. */
export type Theme = 'auto' | 'light' | 'dark';

/** All themes, in the order of the switch. */
export const themes: readonly Theme[] = ['light', 'auto', 'dark'];

/** How a reader wants pages. */
export interface View {
  language: Language;
  words: Words;
  theme: Theme;
  /** Path and query of the page. */
  path: string;
  /** Nobody answers forms: pages are files, and show no fields that need a server. */
  still?: true;
}
