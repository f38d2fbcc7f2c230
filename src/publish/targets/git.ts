import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { kept } from '../../memory/remembered.js';
import { hashOf } from '../keys.js';
import { inPictures } from '../pictures/page.js';
import type { Content, Target, TargetOptions, Upstream } from '../target.js';
import { openFolder, readyFolder } from '../upstream/folder.js';
import {
  asked,
  commit,
  demandCalm,
  dirtyIn,
  type Git,
  gitIn,
  lastOfOurs,
  pushing,
  trailer,
} from './git/repository.js';
import { markdownKey, markdownPages, markdownTemplating } from './markdown-pages.js';

/** Lines of changes that a commit's message lists, at most. */
const listed = 500;

/** Stands for a file, or for none. */
const markOf = (content: Content | undefined): string => (content === undefined ? '' : hashOf(content));

/**
 * Files written and not committed yet, each a line with the hash of what is about to stand there, none where it is taken
 * away: what a run that was killed left is committed by the next, unless somebody has gone on with it. A kill may come
 * before what the last line says: then what stands is what a line before it says, as of a page that was moved and then
 * written.
 */
class Pending {
  readonly #marks = new Map<string, Set<string>>();
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
    if (!existsSync(file)) return;
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const at = line.indexOf('\t');
      if (at >= 0) this.#keep(line.slice(at + 1), line.slice(0, at));
    }
  }

  #keep(name: string, mark: string): void {
    kept(this.#marks, name, () => new Set()).add(mark);
  }

  names(): Iterable<string> {
    return this.#marks.keys();
  }

  /** Whether what stands under a name came from a run. */
  isOurs(name: string, content: Content | undefined): boolean {
    return this.#marks.get(name)?.has(markOf(content)) ?? false;
  }

  add(name: string, content: Content | undefined): void {
    const mark = markOf(content);
    mkdirSync(dirname(this.#file), { recursive: true });
    appendFileSync(this.#file, `${mark}\t${name}\n`);
    this.#keep(name, mark);
  }

  clear(): void {
    rmSync(this.#file, { force: true });
    this.#marks.clear();
  }
}

/** Where what belongs to a folder of a repository is kept, beside git's own. */
async function privateFolder(git: Git, folder: string): Promise<string> {
  const inside = (await git(['rev-parse', '--show-prefix'])).replace(/\n$/u, '');
  const own = resolve(folder, (await git(['rev-parse', '--git-dir'])).trim());
  return join(own, 'jianglu', hashOf(inside).slice(0, 16));
}

function messageOf(lines: readonly string[]): string {
  const more = lines.length > listed ? [`and ${lines.length - listed} more`] : [];
  const count = `${lines.length} page${lines.length === 1 ? '' : 's'}`;
  return [`jianglu: ${count} brought up to date`, '', ...lines.slice(0, listed), ...more, '', trailer].join(
    '\n',
  );
}

/** Pages that somebody is working on are left alone; at the end all that changed is one commit. */
async function openRepository({ destination, push: sends, dryRun }: TargetOptions): Promise<Upstream> {
  const open = (scratch?: string) =>
    openFolder(destination, {
      target: 'git',
      anyLineEnds: true,
      keyOf: markdownKey,
      mayBePage: (name) => name.toLowerCase().endsWith('.md'),
      dryRun,
      scratch,
    });
  readyFolder(destination, dryRun);
  const git = gitIn(destination);
  if ((await asked(git, ['rev-parse', '--git-dir'])) === undefined) {
    if (dryRun) return open();
    await git(['init', '-q']);
  }
  if (sends && !dryRun && (await asked(git, ['rev-parse', '-q', '--verify', '@{upstream}'])) !== undefined)
    await git(['pull', '-q', '--ff-only']);
  await demandCalm(git, destination);
  if (sends && !dryRun) await pushing(git, destination);
  const own = await privateFolder(git, destination);
  const folder = open(own);
  const pending = new Pending(join(own, 'pending'));
  const dirty = await dirtyIn(git);
  const isAsLeft = async (name: string) => pending.isOurs(name, (await folder.read(name))?.content);
  const isBusy = async (name: string) => dirty.has(name) && !(await isAsLeft(name));
  const busy = { refused: 'it has changes that nobody committed' };
  return {
    stateFile: folder.stateFile,
    batch: folder.batch,
    parallel: folder.parallel,
    heads: (names) => folder.heads(names),
    read: (name) => folder.read(name),
    scans: true,
    locate: (lost, known) => folder.locate(lost, known),
    baseOf: (name) => lastOfOurs(git, name),
    async write(page) {
      if (await isBusy(page.name)) return busy;
      pending.add(page.name, page.content);
      return folder.write(page);
    },
    async move(from, to, revision) {
      if (await isBusy(from)) return busy;
      pending.add(to, (await folder.read(from))?.content);
      pending.add(from, undefined);
      return folder.move(from, to, revision);
    },
    async remove(name, revision) {
      if (await isBusy(name)) return false;
      pending.add(name, undefined);
      return folder.remove(name, revision);
    },
    async finish(lines) {
      const now = await dirtyIn(git);
      const names: string[] = [];
      for (const name of pending.names()) if (now.has(name) && (await isAsLeft(name))) names.push(name);
      names.sort();
      const told: string[] = [];
      const message = messageOf(lines.length ? lines : names.map((name) => `finished ${name}`));
      if (names.length && (await commit(git, names, message)))
        told.push(`committed ${(await git(['rev-parse', '--short', 'HEAD'])).trim()}`);
      pending.clear();
      if (sends) {
        await git(await pushing(git, destination));
        told.push('pushed');
      }
      return told;
    },
    close: () => folder.close(),
  };
}

/** Markdown pages in a git repository, or a folder of one; it is made where there is none. */
export const git: Target = {
  name: 'git',
  takes: 'folder',
  keyOf: markdownKey,
  picturesBeside: inPictures,
  templating: () => markdownTemplating,
  pages: markdownPages,
  open: openRepository,
};
