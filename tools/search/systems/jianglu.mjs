// jianglu's own search over its SQLite store.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyOf } from '../entries.mjs';

const dist = (name) => import(new URL(`../../../dist/${name}.js`, import.meta.url).href);
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** Gives a store the shipped taxonomy; what comes back adds notes to it, as `jianglu index` does. */
export async function filler(store) {
  const { loadLexicon } = await dist('lexicon');
  const { talkOf, knownConcepts } = await dist('store/records');
  const { conceptFinder } = await dist('store/finder');
  const concepts = knownConcepts(loadLexicon());
  const find = conceptFinder(concepts);
  await store.setTaxonomy(concepts, sha256(JSON.stringify(concepts)));
  return (notes) =>
    store.write(
      notes.map((note) => talkOf(note, { file: `${note.id}.json`, sha256: sha256(note.id) }, find)),
      [],
    );
}

/** Fills a store with notes and gives the search over it; the store is gone after `close`. */
export async function jianglu(notes) {
  const { openStore } = await dist('store/sqlite');
  const { search } = await dist('search/search');
  const folder = mkdtempSync(join(tmpdir(), 'jianglu-judge-'));
  const store = openStore(join(folder, 'store.sqlite'), 'write');
  const fill = await filler(store);
  await fill(notes.map(({ note }) => note));
  const find = async (query) => {
    const { hits } = await search(store, query, { limit: 10 });
    return hits.map(({ talk, ...hit }) => keyOf({ ...hit, talk: talk?.id }));
  };
  const close = async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return Object.assign(find, { close });
}
