// The search of a static site: the script that `publish site` writes, and what its pages make of it, without a page.
import { runInNewContext } from 'node:vm';

const dist = (name) => import(new URL(`../../../dist/${name}.js`, import.meta.url).href);

function grouped(definitions) {
  const groups = new Map();
  for (const one of definitions) groups.set(one.concept, [...(groups.get(one.concept) ?? []), one]);
  return groups;
}

/** Entries of notes as a site has them, each shown at an address that `addresses` gives. */
export async function siteEntries(notes, addresses) {
  const { loadLexicon } = await dist('lexicon');
  const { talkOf, knownConcepts } = await dist('store/records');
  const { conceptFinder } = await dist('store/finder');
  const { conceptCore } = await dist('store/concepts');
  const concepts = knownConcepts(loadLexicon());
  const find = conceptFinder(concepts);
  const known = new Map(concepts.map((concept) => [concept.id, concept]));
  const talks = notes.map((note) => talkOf(note, { file: '', sha256: '' }, find));
  const shown = new Map(talks.map((talk) => [talk.id, { ...talk, address: addresses.talk(talk.id) }]));
  const siteTalk = (id) => {
    const { kind, title, date, group, speakers, topics, address } = shown.get(id);
    return { id, kind, title, date, group, speakers, topics, address };
  };
  const heads = new Map(talks.map(({ id }) => [id, siteTalk(id)]));
  const passages = talks.flatMap(({ id, passages }) =>
    passages.map(({ body, pointer, source, ...rest }) => ({
      ...{ ...rest, text: body, talk: heads.get(id) },
      ...{
        address: addresses.place(id, pointer),
        messageAddress: addresses.message(id, rest.message, source),
      },
    })),
  );
  const told = grouped(
    talks.flatMap(({ id, date, definitions }) => definitions.map((one) => ({ ...one, talk: { id, date } }))),
  );
  const keys = new Set([...known.keys(), ...told.keys()]);
  const terms = [...keys].map((key) => {
    const definitions = told.get(key) ?? [];
    const { label, kind, aliases, broader, texts } = conceptCore(known.get(key), definitions);
    const ids = new Set(definitions.map(({ talk }) => talk.id));
    return {
      ...{ kind: 'concept', key, termKind: kind, address: addresses.concept(key), heading: label },
      ...{ synonyms: aliases, text: texts.definition, broader, talks: [...ids].map((id) => heads.get(id)) },
    };
  });
  return [...passages, ...terms];
}

/** What a page has once it has loaded a script. */
export function loaded(script) {
  const page = {};
  page.globalThis = page;
  runInNewContext(script, page);
  return page.jiangluIndex;
}

const asJudged = {
  talk: (id) => `${id}#`,
  place: (id, pointer) => `${id}#${pointer}`,
  message: () => undefined,
  concept: (key) => key,
};

/** The search of a site of some notes. */
export async function site(notes) {
  const { searchFile } = await dist('publish/targets/site/search');
  const { finderOf } = await dist('publish/targets/site/find');
  const entries = await siteEntries(
    notes.map(({ note }) => note),
    asJudged,
  );
  const { find } = finderOf(loaded(searchFile(entries)));
  return async (query) => {
    const { hits } = await find(query, { limit: 10 });
    return hits.map(({ pointer, concept }) => concept ?? pointer);
  };
}
