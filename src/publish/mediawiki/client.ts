import type { WikiFile } from './answer.js';
import { type Edit, type Edited, edit } from './edit.js';
import { type Found, files, type Head, heads, movedTo, read, readRevision } from './heads.js';
import { leadOn, type Moved, move } from './move.js';
import { type Reverted, reverted } from './reverted.js';
import { session, type WikiOptions } from './session.js';
import { type Upload, type Uploaded, upload } from './upload.js';

/** Bytes of a file that is read, at most: no picture that is fetched has more. */
const mostBytes = 10 * 1024 * 1024;

/** What a wiki is like. */
export interface Site {
  /** Of MediaWiki. */
  version: string;
  /** Of the content. */
  language: string;
  /** Whether the first letter of a title is always a capital. */
  capitals: boolean;
  /** Whether footnotes work (the extension Cite). */
  footnotes: boolean;
  /** Whether the wiki takes files, and from this account. */
  uploads: boolean;
  /** The account that edits. */
  user: string;
}

/**
 * A wiki to publish to. All methods throw `wiki-unreachable`, `wiki-busy`, `wiki-login`, `wiki-answer`; those that ask only
 * also `wiki-refused`. What the wiki does with a change is a result, not an error.
 */
export interface WikiClient {
  site(): Promise<Site>;
  heads(titles: readonly string[], follow?: boolean): Promise<Map<string, Found>>;
  read(titles: readonly string[]): Promise<Map<string, Found>>;
  readRevision(id: number): Promise<Head | undefined>;
  /** For a page that is missing: where somebody moved it to without leaving a redirect. */
  movedTo(title: string): Promise<string | undefined>;
  edit(wanted: Edit): Promise<Edited>;
  move(from: string, to: string, reason: string): Promise<Moved>;
  /** Leads titles on that lead to the old title of a page, and hold nothing else. */
  leadOn(from: string, to: string, reason: string): Promise<void>;
  /** By titles with their namespace, as they were given; those without a file are missing. */
  files(titles: readonly string[]): Promise<Map<string, WikiFile>>;
  /** The bytes of a file; undefined where the wiki does not give them. */
  bytesOf(file: WikiFile): Promise<Buffer | undefined>;
  upload(wanted: Upload): Promise<Uploaded>;
  reverted(revision: number): Promise<Reverted | undefined>;
}

/** A client of one wiki; logs in with its first request. Throws `wiki-address` at once. */
export function wikiClient(options: WikiOptions): WikiClient {
  const own = session(options);
  return {
    async site() {
      const { query } = await own.ask({
        action: 'query',
        meta: 'siteinfo|userinfo',
        uiprop: 'rights',
        siprop: 'general|extensiontags',
      });
      const {
        generator = '',
        lang = 'en',
        case: letters = '',
        uploadsenabled = false,
      } = query?.general ?? {};
      return {
        version: generator.replace(/^MediaWiki /u, ''),
        language: lang,
        capitals: letters === 'first-letter',
        footnotes: query?.extensiontags?.includes('<ref>') ?? false,
        uploads: uploadsenabled && (query?.userinfo?.rights.includes('upload') ?? false),
        user: await own.name(),
      };
    },
    heads: (titles, follow) => heads(own, titles, follow),
    read: (titles) => read(own, titles),
    readRevision: (id) => readRevision(own, id),
    movedTo: (title) => movedTo(own, title),
    edit: (wanted) => edit(own, wanted),
    move: (from, to, reason) => move(own, from, to, reason),
    leadOn: (from, to, reason) => leadOn(own, from, to, reason),
    files: (titles) => files(own, titles),
    bytesOf: ({ url }) => own.transport.bytes(url, mostBytes),
    upload: (wanted) => upload(own, wanted),
    reverted: (revision) => reverted(own, revision),
  };
}
