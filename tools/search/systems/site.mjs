// The search of a static site: the script that `publish site` writes, and what its pages make of it, without a page.
import { runInNewContext } from 'node:vm';

const dist = (name) => import(new URL(`../../../dist/${name}.js`, import.meta.url).href);

/** What a page is called here, by its key. */
const nameFor = (key) => `${key.replace(':', '/')}.html`;

/** A concept that the taxonomy alone has, as if it had a page, as it has in `serve`. */
const asShown =
  ({ conceptCore }) =>
  (concept) => {
    const { label, kind, aliases, broader, texts } = conceptCore(concept, []);
    return {
      ...{ kind: 'concept', key: concept.id, termKind: kind, address: nameFor(`concept:${concept.id}`) },
      ...{ heading: label, synonyms: aliases, text: texts.definition, broader, talks: [] },
    };
  };

/**
 * Entries of notes as `publish site` writes them; with the `whole` taxonomy also the concepts that no talk leads to, which
 * have no page there, for a comparison with the same entries in a store.
 */
export async function siteEntries(notes, { whole = false } = {}) {
  const { loadLexicon } = await dist('lexicon');
  const { knownConcepts } = await dist('store/records');
  const { conceptFinder } = await dist('store/finder');
  const { collect } = await dist('publish/engine/collection');
  const { factsOf } = await dist('publish/engine/talks');
  const { entriesOf } = await dist('publish/targets/site/entries');
  const taxonomy = knownConcepts(loadLexicon());
  const find = conceptFinder(taxonomy);
  const talks = notes.map((note) => ({ ...factsOf(note, '', find), load: () => note }));
  const collection = collect(talks, taxonomy);
  const pages = new Set([...collection.talks, ...collection.concepts].map(({ key }) => key));
  const nameOf = (key) => (pages.has(key) ? nameFor(key) : undefined);
  const entries = entriesOf(collection, { nameOf, former: [] });
  if (!whole) return entries;
  const there = new Set(collection.concepts.map(({ id }) => id));
  const others = taxonomy.filter(({ id }) => !there.has(id)).map(asShown(await dist('store/concepts')));
  return [...entries.filter(({ address }) => address !== undefined), ...others];
}

/** What a page has once it has loaded a script. */
export function loaded(script) {
  const page = {};
  page.globalThis = page;
  runInNewContext(script, page);
  return page.jiangluIndex;
}

/** The keys that judgements name places of notes by, by their addresses. */
async function keysBy(notes) {
  const { passagesOf } = await dist('store/passages');
  const { noteAnchor } = await dist('serve/address');
  const { addressOf } = await dist('publish/html/address');
  const at = (id, pointer) =>
    addressOf(nameFor(`talk:${id}`)) + (pointer === '' ? '' : `#${noteAnchor(pointer)}`);
  return new Map(
    notes.flatMap((note) =>
      passagesOf(note).map(({ pointer }) => [at(note.id, pointer), `${note.id}#${pointer}`]),
    ),
  );
}

/** The search of a site of some notes. */
export async function site(held, options) {
  const { searchFile } = await dist('publish/targets/site/search');
  const { finderOf } = await dist('publish/targets/site/find');
  const notes = held.map(({ note }) => note);
  const keys = await keysBy(notes);
  const { find } = finderOf(loaded(searchFile(await siteEntries(notes, options))));
  return async (query) => {
    const { hits } = await find(query, { limit: 10 });
    return hits.map(({ pointer, concept }) => concept ?? keys.get(pointer));
  };
}
