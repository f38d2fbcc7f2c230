import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { fail } from '../../../errors.js';

const run = promisify(execFile);

/** What git may print at most, in bytes. */
const maxBuffer = 64 * 1024 * 1024;

/** What marks a commit of ours in its message. */
export const trailer = 'Jianglu-Run: publish';

/** Runs git in a folder, without pagers, prompts and the user's aliases; gives what it printed. */
export type Git = (args: readonly string[], input?: string) => Promise<string>;

/** What git says is wrong: its first line that says so, else its last. */
function reasonIn(stderr: string): string | undefined {
  const lines = stderr.trim().split('\n');
  const fatal = lines.map((line) => /^(?:fatal|error): (\S.{0,2000})/u.exec(line)?.[1]).find((line) => line);
  return fatal ?? lines.at(-1);
}

/** Git in a folder. @throws JiangluError `git-failed`, with what git says is wrong */
export function gitIn(folder: string): Git {
  const env = { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_PAGER: '', LC_ALL: 'C' };
  return async (args, input) => {
    const child = run('git', ['-C', folder, '-c', 'core.quotePath=false', ...args], { env, maxBuffer });
    // Git may be done before it has read its input.
    child.child.stdin?.on('error', () => {}).end(input);
    try {
      return (await child).stdout;
    } catch (cause) {
      const { stderr = '', message } = cause as { stderr?: string; message: string };
      const reason = reasonIn(stderr) || message;
      throw fail('git-failed', { file: folder, cause, reason });
    }
  };
}

/** What git says, undefined where it fails. */
export const asked = async (git: Git, args: readonly string[]): Promise<string | undefined> => {
  try {
    return (await git(args)).replace(/\n$/u, '');
  } catch {
    return undefined;
  }
};

const namesIn = (zeroed: string): string[] => zeroed.split('\0').filter((name) => name !== '');

/** Files below the folder that differ from the last commit, or are not known to git; names are paths from the folder. */
export async function dirtyIn(git: Git): Promise<Set<string>> {
  const others = await git(['ls-files', '-z', '--others', '--exclude-standard']);
  const hasCommit = (await asked(git, ['rev-parse', '--verify', '-q', 'HEAD'])) !== undefined;
  const changed = hasCommit ? await git(['diff', '-z', '--name-only', '--relative', 'HEAD']) : '';
  return new Set([...namesIn(others), ...namesIn(changed)]);
}

/**
 * How to push a branch: to where it is pushed already, else to the only remote, or to `origin`, from now on.
 * @throws JiangluError `git-remote-missing`
 */
export async function pushing(git: Git, folder: string): Promise<string[]> {
  if ((await asked(git, ['rev-parse', '-q', '--verify', '@{upstream}'])) !== undefined) return ['push', '-q'];
  const remotes = (await asked(git, ['remote']))?.split('\n').filter((name) => name !== '') ?? [];
  const remote = remotes.length === 1 ? remotes[0] : remotes.find((name) => name === 'origin');
  if (remote === undefined) throw fail('git-remote-missing', { file: folder });
  return ['push', '-q', '--set-upstream', remote, 'HEAD'];
}

/** What somebody has begun in a repository and not ended. */
const begun = ['MERGE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD', 'REBASE_HEAD'];

/** Refuses a repository in which a merge, a rebase or the like is under way. @throws JiangluError `git-failed` */
export async function demandCalm(git: Git, folder: string): Promise<void> {
  for (const head of begun)
    if ((await asked(git, ['rev-parse', '-q', '--verify', head])) !== undefined)
      throw fail('git-failed', {
        file: folder,
        reason: `${head.replace('_HEAD', '').toLowerCase()} is under way`,
      });
}

/**
 * Commits some files as they lie in the folder, whatever else was staged; who commits is told where git knows nobody.
 * False where none of them differs from the last commit.
 */
export async function commit(git: Git, names: readonly string[], message: string): Promise<boolean> {
  const known = await asked(git, ['config', 'user.email']);
  const who = known ? [] : ['-c', 'user.name=jianglu', '-c', 'user.email=jianglu@localhost'];
  const list = (some: readonly string[]) => some.map((name) => `:(literal)${name}\0`).join('');
  const paths = ['--pathspec-from-file=-', '--pathspec-file-nul'];
  // Unlike `add`, it takes what a run that was killed has staged as removed already.
  await git(
    ['update-index', '--add', '--remove', '-z', '--stdin'],
    names.map((name) => `${name}\0`).join(''),
  );
  try {
    return await commitStaged();
  } catch (error) {
    // Nothing of ours is to slip into what people commit next.
    await git(['reset', '-q', ...paths], list(names)).catch(() => undefined);
    throw error;
  }

  async function commitStaged(): Promise<boolean> {
    const staged = new Set(namesIn(await git(['diff', '-z', '--cached', '--name-only', '--relative'])));
    const own = names.filter((name) => staged.has(name));
    if (own.length) await git([...who, 'commit', '-q', '--only', '-m', message, ...paths], list(own));
    return own.length > 0;
  }
}

/** The text of a file as our last commit left it; undefined where there is none. */
export async function lastOfOurs(git: Git, name: string): Promise<string | undefined> {
  const found = await asked(git, [
    'log',
    '-1',
    '--format=%H',
    `--grep=^${trailer}$`,
    '--',
    `:(literal)${name}`,
  ]);
  return found ? asked(git, ['show', `${found}:./${name}`]) : undefined;
}
