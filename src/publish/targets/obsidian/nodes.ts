import type { Node } from 'unist';

/** What Obsidian reads and nobody typed, as it stands in the file: `[!question]-`, `^m12`. */
export interface Mark extends Node {
  type: 'mark';
  value: string;
}

/** A link within the vault. */
export interface VaultLink extends Node {
  type: 'vaultLink';
  /** From the vault's root, with extension; empty for the page itself. */
  path: string;
  /** `^ID` of a block, or the words of a heading; empty for the page as a whole. */
  anchor: string;
  words: string;
}

declare module 'mdast' {
  interface PhrasingContentMap {
    mark: Mark;
    vaultLink: VaultLink;
  }
  interface RootContentMap {
    mark: Mark;
    vaultLink: VaultLink;
  }
}

/** A mark of Obsidian's. */
export const mark = (value: string): Mark => ({ type: 'mark', value });

/** A link within the vault. */
export const vaultLink = (path: string, words: string, anchor = ''): VaultLink => ({
  type: 'vaultLink',
  path,
  anchor,
  words,
});
