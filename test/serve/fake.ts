import { foldedText } from '../../src/language/fold.js';
import { syllablesOf } from '../../src/language/sounds.js';
import { loadLexicon } from '../../src/lexicon.js';
import type { Note, Section } from '../../src/schema/note.js';
import type { Find, Hit } from '../../src/serve/find.js';
import type { TalkHead } from '../../src/store/record.js';
import type { ConceptLine, ConceptView, Defined, Filter, Store } from '../../src/store/store.js';

/** A note with the file that it is from. */
export interface Held {
  note: Note;
  file: string;
}

const headOf = ({ id, slug, kind, title, date, sources, language, speakers, topics }: Note): TalkHead => ({
  ...{ id, slug, kind, title, date, language },
  group: sources[0]!.group,
  speakers: speakers.map(({ name }) => name),
  topics: topics.map(({ id: topic, label, score }) => ({ id: topic, label, score })),
});

function letterOf(label: string): string {
  const first = /^\p{Script=Han}/u.test(label) ? (syllablesOf(label)[0]?.[0]?.[0] ?? '#') : label[0]!;
  return /[a-z]/iu.test(first) ? first.toUpperCase() : '#';
}

const fits = (head: TalkHead, { topics, speaker, group, since, until }: Filter) =>
  (!topics || head.topics.some(({ id }) => topics.includes(id))) &&
  (!speaker || head.speakers.some((name) => foldedText(name).includes(speaker))) &&
  (!group || head.group === group) &&
  (!since || head.date >= since) &&
  (!until || head.date <= until);

/** A store in memory that answers what pages ask, by looking through everything. */
export function fakeStore(held: readonly Held[]): Store {
  const heads = held.map(({ note }) => headOf(note)).sort((a, b) => (a.date < b.date ? 1 : -1));
  const known = new Map(
    loadLexicon().topics.flatMap(({ scheme, concepts }) =>
      concepts.map((one) => [one.id, { ...one, scheme }] as const),
    ),
  );
  const idByName = new Map([...known.values()].map(({ id, prefLabel }) => [foldedText(prefLabel), id]));
  const defined = new Map<string, Defined[]>();
  for (const { note } of held)
    note.glossary.forEach((entry, index) => {
      const concept = idByName.get(foldedText(entry.term)) ?? `term:${foldedText(entry.term)}`;
      const text = entry.definition.map((span) => span.text).join('\n');
      const { term, kind, message, start, end } = entry;
      const one = {
        concept,
        pointer: `/glossary/${index}`,
        term,
        aliases: [],
        kind,
        text,
        message,
        start,
        end,
      };
      defined.set(concept, [...(defined.get(concept) ?? []), { ...one, talk: headOf(note) }]);
    });
  const name = (key: string) => ({ key, label: known.get(key)?.prefLabel ?? defined.get(key)![0]!.term });
  const keys = [...new Set([...known.keys(), ...defined.keys()])];
  const line = (key: string): ConceptLine => {
    const days = (defined.get(key) ?? []).map(({ talk }) => talk.date).sort();
    const taxon = known.get(key);
    return {
      ...name(key),
      kind: taxon?.kind ?? defined.get(key)![0]!.kind,
      ...(taxon?.broader && { broader: taxon.broader }),
      ...(taxon && { scheme: taxon.scheme }),
      talks: days.length,
      letter: letterOf(name(key).label),
      ...(days.length && { first: days[0]!, last: days.at(-1)! }),
    };
  };
  const lines = keys.map(line).sort((a, b) => (a.letter + a.label < b.letter + b.label ? -1 : 1));
  const synonyms = lines.flatMap((one) =>
    (known.get(one.key)?.altLabel?.['zh-Hans'] ?? []).map((see) => ({ ...one, see, letter: letterOf(see) })),
  );
  const store: Partial<Store> = {
    size: async () => ({
      talks: held.length,
      entries: 0,
      concepts: keys.length,
      definitions: 0,
      lengths: { term: 1, heading: 1, definition: 1, body: 1 },
    }),
    talk: async (id) => {
      const found = held.find(({ note }) => note.id === id);
      return found && { head: headOf(found.note), file: found.file, note: found.note };
    },
    talks: async (filter, limit, offset) =>
      heads.filter((head) => fits(head, filter)).slice(offset, offset + limit),
    concepts: async ({ letter, synonyms: also, termKind, defined: told }, limit, offset) =>
      [...lines, ...(also ? synonyms : [])]
        .filter(
          (one) =>
            (!letter || one.letter === letter) &&
            (!termKind || one.kind === termKind) &&
            (!told || one.talks),
        )
        .slice(offset, offset + limit),
    concept: async (key): Promise<ConceptView | undefined> => {
      if (!keys.includes(key)) return undefined;
      const taxon = known.get(key);
      const below = (id: string | undefined) =>
        [...known.values()].filter(({ broader }) => id && broader === id).map(({ id: one }) => name(one));
      return {
        ...name(key),
        kind: line(key).kind,
        aliases: taxon?.altLabel?.['zh-Hans'] ?? [],
        ...(taxon && { scheme: taxon.scheme }),
        ...(taxon?.definition && { definition: taxon.definition }),
        ...(taxon?.broader && { broader: name(taxon.broader) }),
        narrower: below(key),
        related: below(taxon?.broader).filter((one) => one.key !== key),
        definitions: defined.get(key) ?? [],
      };
    },
    suggest: async (typed, limit) =>
      lines
        .filter(({ label }) => label.startsWith(typed))
        .slice(0, limit)
        .map(({ key, label }) => ({ text: label, kind: 'concept' as const, id: key })),
    speakers: async () => {
      const names = [...new Set(heads.flatMap(({ speakers }) => speakers))];
      return names.map((one) => {
        const own = heads.filter(({ speakers }) => speakers.includes(one));
        return { name: one, talks: own.length, last: own[0]!.date };
      });
    },
    topics: async () => {
      const all = new Map(heads.flatMap(({ topics }) => topics.map(({ id, label }) => [id, label])));
      const counted = [...all].map(([id, label]) => {
        const own = heads.filter(({ topics }) => topics.some((topic) => topic.id === id));
        const months = [...new Set(own.map(({ date }) => date.slice(0, 7)))].sort();
        return {
          id,
          label,
          talks: own.length,
          months: months.map((month) => ({
            month,
            talks: own.filter(({ date }) => date.startsWith(month)).length,
          })),
        };
      });
      return counted.sort((a, b) => b.talks - a.talks);
    },
    close: async () => {},
  };
  return store as Store;
}

/** Finds sections whose heading has the query. */
export const fakeFind =
  (held: readonly Held[]): Find =>
  async (_, query, { limit = 20 } = {}) => {
    const marks = (text: string): [number, number][] =>
      text.includes(query) ? [[text.indexOf(query), text.indexOf(query) + query.length]] : [];
    const inSections = (note: Note, sections: readonly Section[], pointer: string): Hit[] =>
      sections.flatMap((section, index) => {
        const own = `${pointer}/${index}`;
        const hit: Hit = {
          kind: 'section',
          score: 1,
          coverage: 1,
          heading: { text: section.title, marks: marks(section.title) },
          snippet: { text: '', marks: [] },
          talk: headOf(note),
          pointer: own,
          above: [],
          message: section.message,
          causes: [],
        };
        return [
          ...(section.title.includes(query) ? [hit] : []),
          ...inSections(note, section.sections, `${own}/sections`),
        ];
      });
    const hits = held.flatMap(({ note }) => inSections(note, note.sections, '/sections'));
    return { hits: hits.slice(0, limit), more: hits.length > limit, notices: [] };
  };
