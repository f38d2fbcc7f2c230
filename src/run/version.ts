import { readFileSync } from 'node:fs';

let known: string | undefined;

/** The version of this package, as its package.json states it. */
export function packageVersion(): string {
  known ??= JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
    .version as string;
  return known;
}
