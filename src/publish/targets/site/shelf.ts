import { byCode } from '../../../by-code.js';
import { spelledOf } from '../../../language/sounds.js';
import type { Shelf } from '../../../pages/site.js';
import type { TalkHead } from '../../../store/record.js';
import type { ConceptLine, ConceptView } from '../../../store/store.js';
import type { CollectedConcept, CollectedTalk, CollectedTopic, Collection } from '../../engine/collection.js';

/** What is listed of a talk. */
export function headOf({ speakers, ...talk }: CollectedTalk): TalkHead {
  const { id, slug, kind, title, date, group, language, topics } = talk;
  return {
    id,
    slug,
    kind,
    title,
    date,
    group,
    language,
    topics,
    speakers: speakers.map(({ name }) => name),
  };
}

/** A topic of fewer talks has no course over time. */
const leastTalks = 2;

function overTime({ key, label, talks }: CollectedTopic) {
  const months = new Map<string, number>();
  for (const { date } of talks) months.set(date.slice(0, 7), (months.get(date.slice(0, 7)) ?? 0) + 1);
  const sorted = [...months]
    .sort(([a], [b]) => byCode(a, b))
    .map(([month, count]) => ({ month, talks: count }));
  return { id: key.replace(/^topic:/u, ''), label, talks: talks.length, months: sorted };
}

/** All names of concepts in the order of their pinyin, a synonym pointing to its concept. */
export function linesOf(concepts: readonly CollectedConcept[]): ConceptLine[] {
  const idOf = new Map(concepts.map(({ key, id }) => [key, id]));
  const lines = concepts.flatMap(({ id, label, aliases, kind, broader, listed, talks, first, last }) =>
    [label, ...aliases].map((name, place) => {
      const { order, letter } = spelledOf(name);
      const line: ConceptLine = {
        key: id,
        label: name,
        kind,
        talks,
        letter,
        ...(place > 0 && { see: label }),
        ...(broader !== undefined && { broader: idOf.get(broader)! }),
        ...(listed && { scheme: listed.scheme }),
        ...(talks > 0 && { first, last }),
      };
      return { line, order };
    }),
  );
  lines.sort(
    (a, b) =>
      byCode(a.order, b.order) || byCode(a.line.label, b.line.label) || byCode(a.line.key, b.line.key),
  );
  return lines.map(({ line }) => line);
}

function viewOf(concept: CollectedConcept, all: ReadonlyMap<string, CollectedConcept>): ConceptView {
  const { key, id, label, kind, aliases, listed, known, broader, narrower, definitions } = concept;
  const above = broader === undefined ? undefined : all.get(broader);
  const named = (keys: readonly string[]) =>
    keys
      .map((one) => all.get(one)!)
      .map((one) => ({ key: one.id, label: one.label }))
      .sort((a, b) => byCode(a.label, b.label) || byCode(a.key, b.key));
  return {
    key: id,
    label,
    kind,
    aliases,
    ...(listed && { scheme: listed.scheme }),
    ...(known && { definition: known }),
    ...(above && { broader: { key: above.id, label: above.label } }),
    narrower: named(narrower),
    related: above ? named(above.narrower.filter((one) => one !== key)) : [],
    definitions: definitions.map(({ talk, ...one }) => ({ ...one, talk: headOf(talk) })),
  };
}

/** What pages ask of a store, of a collection; pages that stand still filter talks and complete names nowhere. */
export function shelfOf(
  { talks, speakers, topics }: Pick<Collection, 'talks' | 'speakers' | 'topics'>,
  concepts: readonly CollectedConcept[],
  lines: readonly ConceptLine[],
): Shelf {
  const heads = talks.map(headOf);
  const byId = new Map(talks.map((talk) => [talk.id, talk]));
  const byKey = new Map(concepts.map((concept) => [concept.key, concept]));
  const conceptOf = new Map(concepts.map((concept) => [concept.id, concept]));
  return {
    async talk(id) {
      const talk = byId.get(id);
      // What an editor is to look at first is nothing for readers.
      return talk?.load && { head: headOf(talk), file: '', note: { ...talk.load(), review: [] } };
    },
    talks: async (_, limit, offset) => heads.slice(offset, offset + limit),
    async concept(id) {
      const concept = conceptOf.get(id);
      return concept && viewOf(concept, byKey);
    },
    async meaning(id) {
      const concept = conceptOf.get(id);
      return concept?.definitions[0]?.text ?? concept?.known?.text;
    },
    concepts: async ({ letter, synonyms }, limit, offset) =>
      lines
        .filter((line) => (synonyms || line.see === undefined) && (letter ?? line.letter) === line.letter)
        .slice(offset, offset + limit),
    suggest: async () => [],
    size: async () => ({ talks: talks.length }),
    speakers: async () =>
      speakers.map((one) => ({ name: one.name, talks: one.talks.length, last: one.talks[0]!.date })),
    topics: async () =>
      topics
        .map(overTime)
        .filter((topic) => topic.talks >= leastTalks)
        .sort((a, b) => b.talks - a.talks || byCode(a.id, b.id)),
  };
}
