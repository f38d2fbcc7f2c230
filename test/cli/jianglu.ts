import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** The built command. */
export const command = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** The logs written for tests, a folder a group. */
export const logs = fileURLToPath(new URL('../fixtures/logs', import.meta.url));

export interface Result {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the built command, as a shell would. */
export function jianglu(
  args: string[],
  options: { cwd?: string; input?: string | Uint8Array; env?: Record<string, string> } = {},
): Result {
  const { cwd, input = '', env } = options;
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd,
    input,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

/** A new folder that goes when the test is done. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'jianglu-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** What a run writes about itself: not among the notes. */
const own = ['report.json', '.jianglu-manifest.jsonl'];

/** All files below a folder with their content, by path; what `extract` writes about its run is passed over. */
export function filesIn(path: string): Record<string, string> {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !own.includes(entry.name),
  );
  const files = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(files.map((file) => [file.slice(path.length + 1), readFileSync(file, 'utf8')]));
}

/** A small log with no talk in it. */
export const chat = '---\ntitle: "chat"\n---\n> 09:00:00  阿坤\n\n早\n\n> 09:01:00  木棉\n\n签到\n';
