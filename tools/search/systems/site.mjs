// The search of a static site: the script that `publish site` writes, and what its pages make of it, without a page.
import { runInNewContext } from 'node:vm';

const dist = (name) => import(new URL(`../../../dist/${name}.js`, import.meta.url).href);

/** What a page is called here, by its key. */
const nameFor = (key) => `${key.replace(':', '/')}.html`;

/** Entries of notes as `publish site` writes them. */
export async function siteEntries(notes) {
  const { loadLexicon } = await dist('lexicon');
  const { knownConcepts } = await dist('store/records');
  const { conceptFinder } = await dist('store/finder');
  const { collect, everyConcept } = await dist('publish/engine/collection');
  const { factsOf } = await dist('publish/engine/talks');
  const { domainsOf, placesIn } = await dist('publish/targets/site/domains');
  const { entriesOf } = await dist('publish/targets/site/entries');
  const taxonomy = knownConcepts(loadLexicon());
  const find = conceptFinder(taxonomy);
  const collection = collect(
    notes.map((note) => ({ ...factsOf(note, '', find), load: () => note })),
    taxonomy,
  );
  const { talks } = collection;
  const concepts = everyConcept(collection);
  const places = placesIn(domainsOf(taxonomy, concepts));
  const pages = new Set([
    ...[...talks, ...collection.concepts].map(({ key }) => key),
    ...[...places.values()].map(({ key }) => key),
  ]);
  const nameOf = (key) => (pages.has(key) ? nameFor(key) : undefined);
  return entriesOf({ talks, concepts, where: { nameOf, places }, former: [] });
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
  const { noteAnchor } = await dist('pages/address');
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
export async function site(held) {
  const { searchFile } = await dist('publish/targets/site/search');
  const { finderOf } = await dist('publish/targets/site/find');
  const notes = held.map(({ note }) => note);
  const keys = await keysBy(notes);
  const { find } = finderOf(loaded(searchFile(await siteEntries(notes))));
  return async (query) => {
    const { hits } = await find(query, { limit: 10 });
    return hits.map(({ pointer, concept }) => concept ?? keys.get(pointer));
  };
}
