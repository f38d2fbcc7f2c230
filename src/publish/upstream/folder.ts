import {
  type BigIntStats,
  type Dirent,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { fail, systemError } from '../../errors.js';
import type { PageKey } from '../../markdown/keys.js';
import { makeFolder, sweep, temporaryIn } from '../../output/files.js';
import { isBelow, realOf } from '../../paths.js';
import type { Content, Head, Standing, Target, Upstream, Write, Written } from '../target.js';

/** How pages lie in a folder. */
export interface FolderOptions {
  /** Name of the target, after which the state is called. */
  target: string;
  /** Targets whose pages would have the same names: a folder that one of them publishes to is refused. */
  rivals?: readonly string[];
  /** The key of a page, as its content tells it. */
  keyOf(content: Content): PageKey | undefined;
  /** Pages are lines of text whatever ends them, with or without a BOM: both stay as people's programs wrote them. */
  anyLineEnds?: boolean;
  /** Files that may be pages which people moved, by their names. */
  mayBePage(name: string): boolean;
  /** Where pages are written before they are moved to their places: on the same disk. Without, `.jianglu` in the folder. */
  scratch?: string;
  /** Nothing may be changed: a folder that is not there stays so. */
  dryRun: boolean;
}

/** Pages that are written at the same time: while the disk takes one, the next is made. */
const writtenAtOnce = 8;

/** Bytes of a file that no text merge works on. */
const isText = (name: string): boolean => !/\.(?:docx|xlsx|png|jpe?g|gif|webp|avif|woff2?|gz)$/iu.test(name);

/** What stands at a path; below a file there is nothing. */
function entryOf(path: string): BigIntStats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false, bigint: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw systemError(error, path);
  }
}

/** All files below a folder, by their paths; folders that cannot be read are passed over, hidden ones, too. */
function* filesBelow(folder: string): Generator<string> {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return;
  }
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}

/** The folder's pages, by the names that pages have: paths with `/`. Names that lead out of it are refused. */
class Folder implements Upstream {
  readonly stateFile: string;
  readonly scans = true;
  readonly batch = Number.POSITIVE_INFINITY;
  readonly parallel = writtenAtOnce;
  readonly #root: string;
  readonly #options: FolderOptions;
  readonly #known = new Set<string>();
  readonly #made = new Set<string>();
  readonly #scratch: string;
  readonly #shapes = new Map<string, { bom: boolean; crlf: boolean }>();

  constructor(root: string, options: FolderOptions) {
    this.#root = resolve(root);
    this.#options = options;
    this.#scratch = options.scratch ?? join(this.#root, '.jianglu');
    this.stateFile = stateIn(this.#scratch, options.target);
  }

  /** The path of a name. @throws JiangluError `destination-leaves` */
  #pathOf(name: string): string {
    const path = resolve(this.#root, name.split('/').join(sep));
    const hidden = name.split(/[\\/]/u).some((part) => part === '' || part.startsWith('.'));
    if (hidden || !isBelow(path, this.#root)) throw fail('destination-leaves', { file: name, reason: path });
    this.#demandWithin(dirname(path));
    return path;
  }

  /** Refuses a folder that links lead out of the root, before anything is made or taken away there. */
  #demandWithin(folder: string): void {
    if (this.#known.has(folder)) return;
    let nearest = folder;
    while (realOf(nearest) === undefined && nearest !== dirname(nearest)) {
      if (this.#isTaken(nearest)) throw fail('destination-leaves', { file: nearest, reason: 'to nowhere' });
      nearest = dirname(nearest);
    }
    const [real, root] = [realOf(nearest), realOf(this.#root)];
    if (root === undefined || nearest.length < this.#root.length) return;
    if (real !== root && !isBelow(real!, root))
      throw fail('destination-leaves', { file: nearest, reason: real! });
    if (nearest === folder) this.#known.add(folder);
  }

  /** Makes a folder, once. */
  #make(folder: string): void {
    if (this.#made.has(folder)) return;
    makeFolder(folder);
    this.#made.add(folder);
  }

  /** Makes the folder for pages that are not in their places yet: it may not be a link either. What a kill left goes. */
  #makeScratch(): void {
    const own = this.#scratch;
    if (this.#made.has(own)) return;
    if (lstatSync(own, { throwIfNoEntry: false })?.isSymbolicLink())
      throw fail('destination-leaves', { file: own, reason: realOf(own) ?? 'to nowhere' });
    this.#make(own);
    sweep(own);
  }

  #revisionOf(path: string): string | undefined {
    const entry = entryOf(path);
    return entry?.isFile() ? `${entry.size}-${entry.mtimeNs}` : undefined;
  }

  /** Whether something stands there at all, be it a folder or a link. */
  #isTaken(path: string): boolean {
    return entryOf(path) !== undefined;
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
    return { revision, content: isText(name) ? this.#linesOf(name, bytes.toString()) : bytes };
  }

  #linesOf(name: string, text: string): string {
    if (!this.#options.anyLineEnds) return text;
    this.#shapes.set(name, { bom: text.startsWith('\ufeff'), crlf: text.includes('\r\n') });
    return text.replace(/^\ufeff/u, '').replaceAll('\r\n', '\n');
  }

  /** A content in the shape that the page had when it was read. */
  #shaped(name: string, content: Content): Content {
    const shape = this.#shapes.get(name);
    if (!shape || typeof content !== 'string') return content;
    return (shape.bom ? '\ufeff' : '') + (shape.crlf ? content.replaceAll('\n', '\r\n') : content);
  }

  async locate(
    lost: ReadonlyMap<PageKey, string>,
    known: ReadonlySet<string>,
  ): Promise<Map<PageKey, string>> {
    const found = new Map<PageKey, string>();
    if (!existsSync(this.#root)) return found;
    for (const path of filesBelow(this.#root)) {
      const name = path
        .slice(this.#root.length + 1)
        .split(sep)
        .join('/');
      if (known.has(name)) continue;
      if (!this.#options.mayBePage(name)) continue;
      const content = isText(name) ? readFileSync(path, 'utf8').replace(/^\ufeff/u, '') : readFileSync(path);
      const key = this.#options.keyOf(content);
      if (key !== undefined && lost.has(key)) found.set(key, name);
    }
    return found;
  }

  async write({ name, content, over }: Write): Promise<Written> {
    const path = this.#pathOf(name);
    let scratch: string | undefined;
    try {
      this.#makeScratch();
      scratch = temporaryIn(this.#scratch);
      await writeFile(scratch, this.#shaped(name, content), { flag: 'wx' });
      if (over === undefined ? this.#isTaken(path) : this.#revisionOf(path) !== over) {
        rmSync(scratch);
        return 'conflict';
      }
      this.#make(dirname(path));
      renameSync(scratch, path);
    } catch (error) {
      if (scratch !== undefined) rmSync(scratch, { force: true });
      throw systemError(error, path, 'write');
    }
    return { revision: this.#revisionOf(path)! };
  }

  async move(from: string, to: string, revision: string): Promise<Written> {
    const [source, path] = [this.#pathOf(from), this.#pathOf(to)];
    if (this.#revisionOf(source) !== revision || this.#isTaken(path)) return 'conflict';
    try {
      this.#make(dirname(path));
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
    this.#made.delete(folder);
    this.#clear(dirname(folder));
  }

  async finish(): Promise<string[]> {
    return [];
  }

  async close(): Promise<void> {}
}

/**
 * Sees that a folder to publish to is one, and makes it where it is not there.
 *
 * @throws JiangluError `output-unwritable`, `disk-full`
 */
export function readyFolder(root: string, dryRun: boolean): void {
  try {
    if (statSync(root, { throwIfNoEntry: false })?.isDirectory() === false)
      throw fail('output-unwritable', { file: root, reason: 'it is no folder' });
    if (!dryRun) makeFolder(root);
  } catch (error) {
    throw systemError(error, root, 'write');
  }
}

const stateIn = (scratch: string, target: string): string => join(scratch, `publish-${target}.sqlite`);

/**
 * Pages as files below a folder, which is made where it is not there.
 *
 * @throws JiangluError `destination-taken` where a rival publishes there; and as `readyFolder`
 */
export function openFolder(root: string, options: FolderOptions): Upstream {
  const rival = options.rivals?.find((target) => existsSync(stateIn(join(root, '.jianglu'), target)));
  if (rival !== undefined) throw fail('destination-taken', { file: root, reason: `publish ${rival}` });
  readyFolder(root, options.dryRun);
  return new Folder(root, options);
}

/** How a target of files opens the folder that it is told. */
export const opening =
  (how: Omit<FolderOptions, 'dryRun' | 'scratch'>): Target['open'] =>
  async ({ destination, dryRun }) =>
    openFolder(destination, { ...how, dryRun });
