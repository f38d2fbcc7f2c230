// How fast the store is built, and how large it gets, on made notes:
//
//   node tools/measure-store.mjs [--sections 30000] [--of 60] [--seed 1]
//
// Prints a JSON line: sections a second (in one process; the notes are made before), the file against the UTF-8 text of
// its fields, the shares of tables, and the first answer after opening.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { madeNotes } from './made-notes.mjs';

const dist = new URL('../dist/', import.meta.url);
const { openStore } = await import(new URL('store/sqlite.js', dist).href);
const { talkOf, knownConcepts } = await import(new URL('store/records.js', dist).href);
const { conceptFinder } = await import(new URL('store/finder.js', dist).href);
const { loadLexicon } = await import(new URL('lexicon.js', dist).href);

const { values } = parseArgs({
  options: {
    sections: { type: 'string', default: '30000' },
    of: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
  },
});
const [sections, each, seed] = [values.sections, values.of, values.seed].map(Number);
/** Talks a transaction, as `jianglu index` has it. */
const batch = 200;

const work = mkdtempSync(join(tmpdir(), 'jianglu-store-'));
const file = join(work, 'notes.sqlite');
const store = openStore(file, 'write');
const concepts = knownConcepts(loadLexicon());
const find = conceptFinder(concepts);
const processor = { ms: 0 };
const ms = async (task) => {
  const [begin, before] = [performance.now(), process.cpuUsage()];
  await task();
  const { user, system } = process.cpuUsage(before);
  processor.ms += (user + system) / 1000;
  return performance.now() - begin;
};
const taxonomy = await ms(() => store.setTaxonomy(concepts, '1'));
const before = await store.size();
processor.ms = 0;

const notes = madeNotes(seed, each);
let [written, records, writing, bytes] = [0, 0, 0, 0];
while (written < sections) {
  const made = Array.from(
    { length: Math.min(batch, Math.ceil((sections - written) / each)) },
    () => notes.next().value,
  );
  let talks = [];
  records += await ms(() => {
    talks = made.map((note) => talkOf(note, { file: `${note.id}.json`, sha256: '' }, find));
  });
  writing += await ms(() => store.write(talks, []));
  written += talks.length * each;
}
const finishing = await ms(() => store.close());
const busy = processor.ms;
const db = new Database(file);
const shares = {};
for (const { name, size } of db.prepare('SELECT name, sum(pgsize) AS size FROM dbstat GROUP BY name').all())
  shares[/^(?:grams|characters|sounds)/u.exec(name)?.[0] ?? name] =
    (shares[/^(?:grams|characters|sounds)/u.exec(name)?.[0] ?? name] ?? 0) + size;
for (const row of db.prepare('SELECT * FROM texts').iterate())
  for (const field of ['term', 'heading', 'definition', 'body'])
    if (row[field] !== null)
      bytes += Buffer.byteLength(
        typeof row[field] === 'string' ? row[field] : row[field].toString('utf16le'),
      );
const free = db.pragma('freelist_count', { simple: true }) * db.pragma('page_size', { simple: true });
db.close();
const first = await ms(async () => {
  const reader = openStore(file, 'read');
  await reader.candidates({
    ...{ clause: { row: ['公司'] }, index: 'grams', filter: {}, order: 'newest', limit: 20 },
  });
  await reader.close();
});
const round = (value) => Number(value.toFixed(3));
console.log(
  JSON.stringify({
    sections: written,
    taxonomyMs: round(taxonomy),
    conceptsBefore: before.concepts,
    perSecond: Math.round(written / ((records + writing + finishing) / 1000)),
    perProcessorSecond: Math.round(written / (busy / 1000)),
    usPerSection: {
      records: round((records * 1000) / written),
      writing: round((writing * 1000) / written),
      finishing: round((finishing * 1000) / written),
    },
    bytesPerSection: Math.round(bytes / written),
    ofText: round(statSync(file).size / bytes),
    free: round(free / bytes),
    shares: Object.fromEntries(
      Object.entries(shares)
        .map(([name, size]) => [name, round(size / bytes)])
        .filter(([, share]) => share >= 0.005)
        .sort(([, a], [, b]) => b - a),
    ),
    openedAndAnsweredMs: round(first),
  }),
);
rmSync(work, { recursive: true, force: true });
