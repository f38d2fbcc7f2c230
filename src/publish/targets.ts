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
  csv: {
    what: 'glossary, questions and outlines of all talks as CSV, no cell of which acts as a formula',
    load: async () => (await import('./targets/csv.js')).csv,
  },
  xlsx: {
    what: 'the same tables as one Excel workbook',
    load: async () => (await import('./targets/xlsx.js')).xlsx,
  },
  skos: {
    what: 'the glossary as SKOS, in Turtle and JSON-LD',
    load: async () => (await import('./targets/skos.js')).skos,
  },
  html: {
    what: 'a page a note to read and print, each one file of its own',
    load: async () => (await import('./targets/html.js')).html,
  },
  site: {
    what: 'a website of files that needs no server: the pages of serve, and its search',
    load: async () => (await import('./targets/site.js')).site,
  },
  docx: {
    what: 'a Word document a note, with headings, lists, tables and footnotes as such',
    load: async () => (await import('./targets/docx.js')).docx,
  },
};

/** The names of all targets. */
export const targetNames: readonly string[] = Object.keys(targets);

/** What a target is, in a line. */
export const targetSummary = (name: string): string => targets[name]!.what;

/** Loads a target; the name must be among `targetNames`. */
export const targetOf = (name: string): Promise<Target> => targets[name]!.load();
