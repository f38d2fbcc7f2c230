import { statSync } from 'node:fs';

/** Milliseconds for which a look at the files holds. */
const holds = 500;

function stamp(file: string): string {
  try {
    const { mtimeMs, size, ino } = statSync(file);
    return `${ino}.${size}.${mtimeMs}`;
  } catch {
    return '';
  }
}

/** Gives a name for what a store's file holds, by size and time of the file and its log of changes. */
export function stateOf(file: string, now: () => number = Date.now): () => string {
  let looked = Number.NEGATIVE_INFINITY;
  let state = '';
  return () => {
    if (now() - looked < holds) return state;
    looked = now();
    state = `${stamp(file)}/${stamp(`${file}-wal`)}`;
    return state;
  };
}
