import { basename, dirname, extname } from 'node:path';
import { jsonText } from '../json.js';
import { loadLexicon } from '../lexicon.js';
import { writeFiles } from '../output/files.js';
import { readStatements } from '../skos/read.js';
import { topicsOf } from '../skos/topics.js';
import { slugOf } from '../slug.js';
import { plural, print, printable, warn } from './terminal.js';

/** Ids that a warning names, at most. */
const named = 5;

/** The name of a scheme, by that of its file. */
const schemeOf = (file: string) =>
  slugOf(basename(file, extname(file)))
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '') || 'imported';

/** `jianglu lexicon import FILE`: a vocabulary in SKOS as a file of topics, on standard output without `--out`. */
export async function lexiconImport(file: string, { out }: { out?: string }): Promise<void> {
  const known = loadLexicon().topics.flatMap(({ concepts }) => concepts);
  const { taxonomy, left } = topicsOf(await readStatements(file), {
    scheme: schemeOf(out ?? file),
    file,
    known,
  });
  for (const line of left) warn(`not taken over as it stands: ${printable(line)}`);
  const ids = new Set(known.map(({ id }) => id));
  const twice = taxonomy.concepts.filter(({ id }) => ids.has(id)).map(({ id }) => id);
  if (twice.length)
    warn(
      `${plural(twice.length, 'id')} of the shipped lexicon (${twice.slice(0, named).join(', ')}${twice.length > named ? ', …' : ''}): rename or remove these concepts before a configuration names the file`,
    );
  const text = jsonText(taxonomy);
  if (out === undefined) process.stdout.write(text);
  else {
    writeFiles(dirname(out), [{ name: basename(out), text }]);
    print(`${printable(out)}: ${plural(taxonomy.concepts.length, 'concept')}`);
  }
}
