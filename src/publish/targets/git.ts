import { hash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { makeFolder } from '../../output/files.js';
import type { Target, TargetOptions, Upstream } from '../target.js';
import { openFolder } from '../upstream/folder.js';
import { asked, commit, dirtyIn, type Git, gitIn, lastOfOurs, trailer } from './git/repository.js';
import { markdownKey, markdownPages, markdownTemplating } from './markdown-pages.js';

/** Lines of changes that a commit's message lists, at most. */
const listed = 500;

/** Files written and not committed yet, each a line: what a run that was killed left is committed by the next. */
class Pending {
  readonly names: Set<string>;
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
    this.names = new Set();
    try {
      for (const line of readFileSync(file, 'utf8').split('\n')) if (line !== '') this.names.add(line);
    } catch {
      // There is none.
    }
  }

  add(name: string): void {
    if (this.names.has(name)) return;
    mkdirSync(dirname(this.#file), { recursive: true });
    appendFileSync(this.#file, `${name}\n`);
    this.names.add(name);
  }

  clear(): void {
    rmSync(this.#file, { force: true });
    this.names.clear();
  }
}

/** Where what belongs to a folder of a repository is kept, beside git's own. */
async function privateFolder(git: Git, folder: string): Promise<string> {
  const inside = (await git(['rev-parse', '--show-prefix'])).replace(/\n$/u, '');
  const own = resolve(folder, (await git(['rev-parse', '--git-dir'])).trim());
  return join(own, 'jianglu', hash('sha256', inside, 'hex').slice(0, 16));
}

function messageOf(lines: readonly string[]): string {
  const more = lines.length > listed ? [`and ${lines.length - listed} more`] : [];
  const count = `${lines.length} page${lines.length === 1 ? '' : 's'}`;
  return [`jianglu: ${count} brought up to date`, '', ...lines.slice(0, listed), ...more, '', trailer].join(
    '\n',
  );
}

async function push(git: Git): Promise<string> {
  await git(['push', '-q']);
  return 'pushed';
}

/** Pages that somebody is working on are left alone; at the end all that changed is one commit. */
async function openRepository({ destination, push: sends, dryRun }: TargetOptions): Promise<Upstream> {
  const open = (scratch?: string) =>
    openFolder(destination, {
      keyOf: markdownKey,
      mayBePage: (name) => name.toLowerCase().endsWith('.md'),
      dryRun,
      scratch,
    });
  if (!dryRun) makeFolder(destination);
  const git = gitIn(destination);
  if ((await asked(git, ['rev-parse', '--git-dir'])) === undefined) {
    if (dryRun) return open();
    await git(['init', '-q']);
  }
  if (sends && !dryRun && (await asked(git, ['rev-parse', '-q', '--verify', '@{upstream}'])) !== undefined)
    await git(['pull', '-q', '--ff-only']);
  const own = await privateFolder(git, destination);
  const folder = open(own);
  const pending = new Pending(join(own, 'pending'));
  const dirty = await dirtyIn(git);
  const isBusy = (name: string) => dirty.has(name) && !pending.names.has(name);
  const busy = { refused: 'it has changes that nobody committed' };
  return {
    stateFile: folder.stateFile,
    batch: folder.batch,
    parallel: 1,
    heads: (names) => folder.heads(names),
    read: (name) => folder.read(name),
    scans: true,
    locate: (lost, known) => folder.locate(lost, known),
    baseOf: (name) => lastOfOurs(git, name),
    async write(page) {
      if (isBusy(page.name)) return busy;
      pending.add(page.name);
      return folder.write(page);
    },
    async move(from, to, revision) {
      if (isBusy(from)) return busy;
      pending.add(from);
      pending.add(to);
      return folder.move(from, to, revision);
    },
    async remove(name, revision) {
      if (isBusy(name)) return false;
      pending.add(name);
      return folder.remove(name, revision);
    },
    async finish(lines) {
      const now = await dirtyIn(git);
      const names = [...pending.names].filter((name) => now.has(name)).sort();
      const told: string[] = [];
      const message = messageOf(lines.length ? lines : names.map((name) => `finished ${name}`));
      if (names.length && (await commit(git, names, message)))
        told.push(`committed ${(await git(['rev-parse', '--short', 'HEAD'])).trim()}`);
      pending.clear();
      if (sends) told.push(await push(git));
      return told;
    },
    close: () => folder.close(),
  };
}

/** Markdown pages in a git repository, or a folder of one; it is made where there is none. */
export const git: Target = {
  takes: 'folder',
  keyOf: markdownKey,
  picturesBeside: true,
  templating: markdownTemplating,
  pages: markdownPages,
  open: openRepository,
};
