import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Target } from '../../src/publish/target.js';
import { type Place, usual, World } from './world.js';

/** What people do in a folder of pages; `done` is called after each of it. */
export function folderPlace({
  binary = /\.(?:docx|xlsx)$/u,
  rename = true,
  done = (_: string) => {},
} = {}): Place {
  const root = mkdtempSync(join(tmpdir(), 'jianglu-pages-'));
  const path = (name: string) => join(root, ...name.split('/'));
  const files = () =>
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(root.length + 1)
          .split(sep)
          .join('/'),
      )
      .filter((name) => !/(?:^|\/)\./u.test(name));
  const place: Place = {
    options: usual(root),
    pages: async () =>
      new Map(
        files().map((name) => {
          const bytes = readFileSync(path(name));
          return [name, binary.test(name) ? bytes : bytes.toString()];
        }),
      ),
    trace: async () =>
      files()
        .sort()
        .map((name) => {
          const { mtimeNs, ino } = lstatSync(path(name), { bigint: true });
          return `${name} ${ino} ${mtimeNs}`;
        })
        .join('\n'),
    async edit(name, change) {
      mkdirSync(dirname(path(name)), { recursive: true });
      // What bytes a page of no text has is kept as they are.
      const encoding = binary.test(name) ? 'latin1' : 'utf8';
      const before = existsSync(path(name)) ? readFileSync(path(name), encoding) : '';
      const after = change(before);
      const bytes = /^[\0-\xff]*$/u.test(after) ? encoding : 'utf8';
      writeFileSync(path(name), after === before ? `${before} ` : after, bytes);
      done(root);
    },
    async remove(name) {
      rmSync(path(name));
      done(root);
    },
    ...(rename && {
      async rename(from: string, to: string) {
        mkdirSync(dirname(path(to)), { recursive: true });
        renameSync(path(from), path(to));
        done(root);
      },
    }),
    close: async () => rmSync(root, { recursive: true, force: true }),
  };
  return place;
}

/** Runs git in a folder, as somebody of the team. */
export function gitAs(root: string, ...args: string[]): string {
  const who = [
    '-c',
    'core.quotePath=false',
    '-c',
    'user.name=编辑',
    '-c',
    'user.email=editor@example.invalid',
  ];
  return execFileSync('git', ['-C', root, ...who, ...args], { encoding: 'utf8' });
}

/** A world that publishes to a folder, until the test ends. */
export function folderWorld(target: Target): World {
  const place = folderPlace();
  onTestFinished(() => place.close?.());
  return new World({ target, open: async () => place, merges: true, pages: true }, place);
}
