import { basename, join, resolve, sep } from 'node:path';
import { extract, formatNames, JiangluError, loadLexicon } from '../../../dist/index.js';
import { pageTree } from '../../../dist/markdown/note.js';
import { bundlerOf } from '../../../dist/output/bundle.js';
import { assertValid } from '../../../dist/validate.js';
import { verifyExtraction } from '../../../dist/verify/extraction.js';
import { liveIn } from './inert.mjs';

/** One input of so many is extracted twice, to see that it gives the same. */
const twice = 16;

const lexicon = loadLexicon();
const bundleOf = await bundlerOf(formatNames);
const out = resolve('/output');

/** Names that would lead out of the folder that they are meant for. */
function strayed({ folder, ledger, notes }) {
  const names = [ledger, ...notes.flatMap(({ files }) => files)].map(({ name }) => name);
  const within = (path, above) =>
    path.startsWith(above + sep) && basename(path) === path.slice(above.length + 1);
  if (!within(join(out, folder), out)) return [folder];
  return names.filter((name) => !within(join(out, folder, name), join(out, folder)));
}

function extracted({ bytes, path, encoding, discussions }, plant) {
  const extraction = extract(bytes, { path, encoding, lexicon, config: { discussions } });
  return plant ? plant(extraction) : extraction;
}

/** The pages of notes, which must be as their nodes say. */
function live(notes, bundle) {
  return bundle.notes.flatMap(({ files }, index) => {
    const page = files.find(({ name }) => name.endsWith('.md')).text;
    return liveIn(page, pageTree(notes[index]));
  });
}

function looked(input, number, plant) {
  const extraction = extracted(input, plant);
  const { notes, ledger } = extraction;
  assertValid(notes, ledger, input.path);
  const bundle = bundleOf(notes, ledger);
  const faults = [
    ...strayed(bundle).map((name) => ['path', name]),
    ...verifyExtraction(extraction, input.bytes, input.path).map((fault) => [
      'verify',
      `${fault.code} ${fault.pointer}: ${fault.message}`,
    ]),
    ...live(notes, bundle).map((what) => ['page', what]),
  ];
  if (number % twice === 0) {
    const again = extracted(input, plant);
    const other = bundleOf(again.notes, again.ledger);
    if (JSON.stringify(other) !== JSON.stringify(bundle)) faults.push(['unstable', 'another result']);
  }
  return { kind: notes[0]?.kind ?? 'none', faults };
}

/**
 * Runs an input through all that the command does with it, up to writing. `kind` is that of its first note, `none`, or
 * the code of the error that refused it; each fault is a pair of its sort and what was seen.
 */
export function check(input, number, plant) {
  try {
    return looked(input, number, plant);
  } catch (error) {
    const known = error instanceof JiangluError && error.code !== 'internal';
    if (known) return { kind: error.code, faults: [] };
    return { kind: 'crash', faults: [['crash', error?.stack ?? String(error)]] };
  }
}
