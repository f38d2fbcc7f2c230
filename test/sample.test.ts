import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { bundlerOf } from '../src/output/bundle.js';
import { formatNames } from '../src/output/formats.js';
import { extract } from '../src/pipeline.js';

/*
 * The example log's note stands twice in the repository: in examples/ as reviewed, in output/ where `npm start` writes
 * it. Both are what the program gives today.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const log = join(root, 'examples/logs/payclub/2024-03-15-chat.markdown');

describe.each(['examples/notes/payclub', 'output/payclub'])('%s', (folder) => {
  it('holds the note, the page and the ledger of the example log, and nothing else', async () => {
    const { notes, ledger } = extract(readFileSync(log), { path: log });
    const bundle = (await bundlerOf(formatNames))(notes, ledger);
    const files = [bundle.ledger, ...bundle.notes.flatMap((note) => note.files)];
    expect(readdirSync(join(root, folder)).sort()).toEqual(files.map(({ name }) => name).sort());
    for (const { name, text } of files)
      expect(readFileSync(join(root, folder, name), 'utf8'), name).toBe(text);
  });
});
