import type { Target } from './target.js';

/** A target as `jianglu publish --list` shows it. */
interface Listed {
  what: string;
  load(): Promise<Target>;
}

/** What `jianglu publish` takes: a new target is one file in `targets/` and one entry here. It is loaded when it is asked for. */
const targets: Record<string, Listed> = {
  mediawiki: {
    what: 'pages of a MediaWiki; generated parts stand between marks, and only they are rewritten',
    load: async () => (await import('./targets/mediawiki.js')).mediawiki,
  },
  git: {
    what: 'Markdown pages in a git repository, one commit a run; edits of people are merged',
    load: async () => (await import('./targets/git.js')).git,
  },
  obsidian: {
    what: 'a vault of Obsidian, or a folder in one: pages, links and properties, and a base of all talks',
    load: async () => (await import('./targets/obsidian.js')).obsidian,
  },
};

/** The names of all targets. */
export const targetNames: readonly string[] = Object.keys(targets);

/** What a target is, in a line. */
export const targetSummary = (name: string): string => targets[name]!.what;

/** Loads a target; the name must be among `targetNames`. */
export const targetOf = (name: string): Promise<Target> => targets[name]!.load();
