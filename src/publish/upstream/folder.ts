import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fail, systemError } from '../../errors.js';
import { kept } from '../../language/remembered.js';
import { makeFolder } from '../../output/files.js';
import { isBelow, realOf } from '../../paths.js';
import type { Content, Head, PageKey, Standing, Upstream, Write, Written } from '../target.js';

/** How pages lie in a folder. */
export interface FolderOptions {
  /** The key of a page, as its content tells it. */
  keyOf(content: Content): PageKey | undefined;
  /** Files that may be pages which people moved, by their names. */
  mayBePage(name: string): boolean;
  /** Where pages are written before they are moved to their places: on the same disk. Without, `.jianglu` in the folder. */
  scratch?: string;
  /** Nothing may be changed: a folder that is not there stays so. */
  dryRun: boolean;
}

/** Bytes of a file that no text merge works on. */
const isText = (name: string): boolean => !/\.(?:docx|xlsx|png|jpe?g|gif|webp|avif|woff2?|gz)$/iu.test(name);

/** The folder's pages, by the names that pages have: paths with `/`. Names that lead out of it are refused. */
class Folder implements Upstream {
  readonly stateFile: string;
  readonly scans = true;
  readonly batch = Number.POSITIVE_INFINITY;
  readonly parallel = 1;
  readonly #root: string;
  readonly #options: FolderOptions;
  readonly #known = new Map<string, boolean>();
  readonly #scratch: string;

  constructor(root: string, options: FolderOptions) {
    this.#root = resolve(root);
    this.#options = options;
    const own = options.scratch ?? join(this.#root, '.jianglu');
    this.stateFile = join(own, 'publish.sqlite');
    this.#scratch = join(own, 'page.tmp');
  }

  /** The path of a name. @throws JiangluError `destination-leaves` */
  #pathOf(name: string): string {
    const path = resolve(this.#root, name.split('/').join(sep));
    if (!isBelow(path, this.#root)) throw fail('destination-leaves', { file: name, reason: path });
    return path;
  }

  /** Makes the folder of a path, and sees that no link leads out. */
  #makeFolderOf(path: string): void {
    kept(this.#known, dirname(path), (folder) => {
      makeFolder(folder);
      const real = realOf(folder);
      const root = realOf(this.#root)!;
      const own = folder === dirname(this.#scratch);
      if (!own && real !== root && (real === undefined || !isBelow(real, root)))
        throw fail('destination-leaves', { file: folder, reason: real ?? 'to nowhere' });
      return true;
    });
  }

  #revisionOf(path: string): string | undefined {
    const entry = lstatSync(path, { throwIfNoEntry: false, bigint: true });
    return entry?.isFile() ? `${entry.size}-${entry.mtimeNs}` : undefined;
  }

  /** Whether something stands there at all, be it a folder or a link. */
  #isTaken(path: string): boolean {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  }

  async heads(names: readonly string[]): Promise<Map<string, Head>> {
    const heads = new Map<string, Head>();
    for (const name of names) {
      const path = this.#pathOf(name);
      const revision = this.#revisionOf(path) ?? (this.#isTaken(path) ? 'other' : undefined);
      if (revision !== undefined) heads.set(name, { revision });
    }
    return heads;
  }

  async read(name: string): Promise<Standing | undefined> {
    const path = this.#pathOf(name);
    const revision = this.#revisionOf(path);
    if (revision === undefined) return undefined;
    const bytes = readFileSync(path);
    return { revision, content: isText(name) ? bytes.toString() : bytes };
  }

  async locate(
    lost: ReadonlyMap<PageKey, string>,
    known: ReadonlySet<string>,
  ): Promise<Map<PageKey, string>> {
    const found = new Map<PageKey, string>();
    if (!existsSync(this.#root)) return found;
    for (const entry of readdirSync(this.#root, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      const name = path
        .slice(this.#root.length + 1)
        .split(sep)
        .join('/');
      if (!entry.isFile() || /(?:^|\/)\./u.test(name) || known.has(name)) continue;
      if (!this.#options.mayBePage(name)) continue;
      const key = this.#options.keyOf(isText(name) ? readFileSync(path, 'utf8') : readFileSync(path));
      if (key !== undefined && lost.has(key)) found.set(key, name);
    }
    return found;
  }

  async write({ name, content, over }: Write): Promise<Written> {
    const path = this.#pathOf(name);
    try {
      this.#makeFolderOf(path);
      this.#makeFolderOf(this.#scratch);
      writeFileSync(this.#scratch, content);
      if (over === undefined ? this.#isTaken(path) : this.#revisionOf(path) !== over) return 'conflict';
      renameSync(this.#scratch, path);
    } catch (error) {
      throw systemError(error, path, 'write');
    }
    return { revision: this.#revisionOf(path)! };
  }

  async move(from: string, to: string, revision: string): Promise<Written> {
    const [source, path] = [this.#pathOf(from), this.#pathOf(to)];
    if (this.#revisionOf(source) !== revision || this.#isTaken(path)) return 'conflict';
    try {
      this.#makeFolderOf(path);
      renameSync(source, path);
    } catch (error) {
      throw systemError(error, path, 'write');
    }
    this.#clear(dirname(source));
    return { revision: this.#revisionOf(path)! };
  }

  async remove(name: string, revision: string): Promise<boolean> {
    const path = this.#pathOf(name);
    if (this.#revisionOf(path) !== revision) return false;
    rmSync(path);
    this.#clear(dirname(path));
    return true;
  }

  /** Removes folders that hold nothing any more. */
  #clear(folder: string): void {
    if (!isBelow(folder, this.#root) || readdirSync(folder).length) return;
    rmdirSync(folder);
    this.#known.delete(folder);
    this.#clear(dirname(folder));
  }

  async finish(): Promise<string[]> {
    return [];
  }

  async close(): Promise<void> {
    if (!this.#options.dryRun) rmSync(this.#scratch, { force: true });
  }
}

function makeRoot(root: string): void {
  try {
    makeFolder(root);
  } catch (error) {
    throw systemError(error, root, 'write');
  }
}

/** Pages as files below a folder, which is made where it is not there. */
export function openFolder(root: string, options: FolderOptions): Upstream {
  if (!options.dryRun) makeRoot(root);
  return new Folder(root, options);
}
