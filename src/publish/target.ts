import type { PageKey } from '../markdown/keys.js';
import type { Collection } from './engine/collection.js';

/** What a page holds: text, or the bytes of a file that no text merge can work on. */
export type Content = string | Uint8Array;

/**
 * What a page is about. `file` is what belongs to no talk: styles, scripts, a template; `redirect` only leads elsewhere,
 * and is not made where somebody has a page of its name.
 */
export const pageKinds = ['talk', 'speaker', 'topic', 'concept', 'index', 'file', 'redirect'] as const;
/** One of `pageKinds`. */
export type PageKind = (typeof pageKinds)[number];

/** The name under which a page stands, once all names are settled; undefined where there is no such page. */
export type NameOf = (key: PageKey) => string | undefined;

/** A page that a target wants to stand. */
export interface Page {
  key: PageKey;
  kind: PageKind;
  /** For people: reports name the page by it. */
  title: string;
  /** As the target names pages, a path with `/` or a title; the engine finds another where somebody has it. */
  name: string;
  /** Where the same content may come out in other bytes: what stands for it. Content with the same stamp is the same. */
  stamp?: string;
  /** Where no content of the kind can say whose it is: whether what stands under the name is this page. */
  isThis?(content: Content): boolean;
  /** It is not made where somebody has a page of its name, rather than under another. */
  yields?: true;
  /**
   * The generated content; called only when it is needed.
   *
   * @param former gives the generated text of the last run: of talks whose notes are not given it may hold more than their
   * facts do
   * @throws JiangluError where a note cannot be read
   */
  render(nameOf: NameOf, former?: () => string | undefined): Content | Promise<Content>;
}

/** What stands upstream under a name. */
export interface Head {
  /** Changes whenever the page does. */
  revision: string;
  /** The page leads to another, as one does that somebody moved: `locate` finds out. */
  leads?: boolean;
  /** One that leads, and does not give way to the page that it leads to. */
  firm?: boolean;
}

/** A page as it stands. */
export interface Standing {
  revision: string;
  content: Content;
}

/**
 * A write that came about, with the `name` of what was there already and does as well; `conflict`: the page is another one
 * by now, or something else stands there; `refused`: why upstream, or somebody's unfinished work there, does not allow it.
 */
export type Written = { revision: string; name?: string } | 'conflict' | { refused: string };

/** How an `Upstream` writes a page. */
export interface Write {
  key: PageKey;
  /** For people, as the page has it. */
  title: string;
  name: string;
  content: Content;
  /** Whether it is to stand even where people took it away. */
  again: boolean;
  /** Revision that is replaced; undefined where nothing must stand yet. */
  over: string | undefined;
  /** For an edit summary. */
  summary: string;
}

/** Where pages stand: a folder, a repository, a wiki. Names are those of pages. */
export interface Upstream {
  /** Where the state lies that is kept between runs, unless the user names a file. */
  readonly stateFile: string;
  /** Whether what stands there has a language with footnotes; undefined where that is never in doubt. */
  readonly footnotes?: boolean;
  /** Why no pictures can stand there, though the target has a place for them. */
  readonly noPictures?: string;
  /** How many names `heads` takes in one call. */
  readonly batch: number;
  /** How many pages may be written at the same time. */
  readonly parallel: number;
  /** What stands under names; those without a page are missing from the map. */
  heads(names: readonly string[]): Promise<Map<string, Head>>;
  read(name: string): Promise<Standing | undefined>;
  /** Looks for pages that are no longer where they were, by what marks them as ours; not under names that are `known`. */
  locate(lost: ReadonlyMap<PageKey, string>, known: ReadonlySet<string>): Promise<Map<PageKey, string>>;
  /** Whether `locate` finds pages wherever they are, and not only from where they were. */
  readonly scans?: boolean;
  write(page: Write): Promise<Written>;
  /** The generated text that a former run left of a page, where upstream still has it: for when the state is lost. */
  baseOf?(name: string): Promise<string | undefined>;
  /** Gives a page another name. */
  move(from: string, to: string, revision: string): Promise<Written>;
  /** Told where a page was found that is no longer where the last run left it: what leads to the old name is led on. */
  follow?(from: string, to: string): Promise<void>;
  /** Takes a page away; false where it is another one by now, or where upstream allows no removal. */
  remove(name: string, revision: string): Promise<boolean>;
  /** Called once all pages are written: what makes the run one whole there. Gives lines to tell. */
  finish(lines: readonly string[]): Promise<string[]>;
  close(): Promise<void>;
}

/** The generated part of a page that stands. */
export interface Found {
  generated: string;
  /** Whether the page itself proves that nobody has edited the part since. */
  intact?: boolean;
}

/** How the generated part of a page stands among what people write. Without one, all of a page is generated. */
export interface Part {
  /** The generated part; undefined where its marks are missing or damaged, so that nothing may be rewritten. */
  of(page: string): Found | undefined;
  /** A generated text as it reads once it was saved. */
  stored(generated: string): string;
  /** A page with the part put in place of the former, or a new page. */
  put(key: PageKey, generated: string, page: string | undefined): string;
}

/** What becomes of pages that people edited: their edits are merged, or stand, or the new page stands beside them. */
export const conflictWays = ['merge', 'keep', 'copy'] as const;
/** One of `conflictWays`. */
export type ConflictWay = (typeof conflictWays)[number];

/** What becomes of pictures in messages: their addresses are shown, they are fetched, or their words alone stand. */
export const pictureWays = ['link', 'download', 'omit'] as const;

/** What targets are told about where and how to publish; each takes what it knows. */
export interface TargetOptions {
  /** Folder or address. */
  destination: string;
  /** What becomes of pictures in messages. */
  pictures: (typeof pictureWays)[number];
  /** Folder of the user's own templates. */
  template?: string;
  /** Pages written at the same time, where upstream is reached over a network. */
  concurrency: number;
  /** Whether what was made may be sent on (`git push`). */
  push: boolean;
  /** Account, where one is needed; the secret comes from the environment. */
  user?: string;
  /** Nothing may be changed, not even made ready. */
  dryRun: boolean;
  /** Where the addresses of concepts begin, in formats that give them one. */
  base?: string;
  /** Whether secrets may go over unencrypted connections to other hosts. */
  allowHttp: boolean;
}

/** How templates of the user write in a target's language. */
export interface Templating {
  /** A text as it stands in the language, so that nothing in it acts. */
  escape(text: string): string;
  /** A link from a page to another, both by name. */
  link(from: string, to: string, words: string): string;
  /** What a template made, with what `keyOf` finds, unless it is there. */
  mark(key: PageKey, content: string): string;
}

/** A way of publishing: one file in `targets/`, one line in `targets.ts`. */
export interface Target {
  /** As the command line names it; a state belongs to one target. */
  readonly name: string;
  /** What `destination` is. */
  readonly takes: 'folder' | 'address';
  /** How its generated parts stand in pages, where they are not the whole page. */
  readonly part?: Part;
  /** What a picture that stands beside the pages is called, a file `HASH.png`; without, `download` is as `link`. */
  picturesBeside?(file: string): string;
  /** Without, the target takes no templates. */
  templating?(options: TargetOptions): Templating;
  /** The key of a page of ours, as the page itself tells it; undefined where it does not, or is not ours. */
  keyOf(content: Content): PageKey | undefined;
  /** Where pages have no `part`: whether one proves that nobody has edited it, as is asked where the state was lost. */
  isIntact?(content: Content): boolean;
  /** All pages of a collection, in an order that stays. */
  pages(collection: Collection, options: TargetOptions, upstream: Pick<Upstream, 'footnotes'>): Page[];
  open(options: TargetOptions): Promise<Upstream>;
}
