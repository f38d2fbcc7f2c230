import { byCode } from '../../by-code.js';
import type { PageKey } from '../../markdown/keys.js';
import { conceptKey, speakerKey, talkKey, topicKey } from '../../markdown/keys.js';
import { kept } from '../../memory/remembered.js';
import { plainNick } from '../../readable/text.js';
import type { Note } from '../../schema/note.js';
import { type ConceptCore, conceptCore } from '../../store/concepts.js';
import type { Definition, KnownConcept } from '../../store/record.js';
import type { TalkFacts } from './talks.js';

/** A talk of a collection. */
export interface CollectedTalk extends TalkFacts {
  key: PageKey;
  /** The note; of a talk that is known from former runs only there is none, and its page stays as it is. */
  load?: () => Note;
  /** The run leaves its page as it is, whatever the note says by now. */
  stays?: true;
}

/** Somebody who gives talks. */
export interface CollectedSpeaker {
  key: PageKey;
  /** As the newest talk names the speaker, readable. */
  name: string;
  /** The newest first. */
  talks: CollectedTalk[];
}

/** What talks are about. */
export interface CollectedTopic {
  key: PageKey;
  label: string;
  /** The concept of the same id, where it has a page. */
  concept?: PageKey;
  /** The newest first. */
  talks: CollectedTalk[];
}

/** A definition, with the talk that gives it. */
export interface CollectedDefinition extends Definition {
  talk: CollectedTalk;
}

/** A term or risk type, from all talks and the taxonomy; those that no talk defines are there as what others lie below. */
export interface CollectedConcept extends Omit<ConceptCore, 'texts' | 'broader'> {
  key: PageKey;
  /** Id in the taxonomy, else `term:` and the folded term. */
  id: string;
  /** The taxonomy's own definition, with its source. */
  known?: KnownConcept['definition'];
  /** As the taxonomy has it, where it does. */
  listed?: KnownConcept;
  broader?: PageKey;
  narrower: PageKey[];
  /** The newest talk first. */
  definitions: CollectedDefinition[];
}

/** All that there is to publish; what a page says beside its own talk comes from here. */
export interface Collection {
  /** Of names and headings that belong to no single talk. */
  language: Note['language'];
  /** The newest first. */
  talks: CollectedTalk[];
  speakers: CollectedSpeaker[];
  topics: CollectedTopic[];
  concepts: CollectedConcept[];
  /** What terms were looked up among, also those that no talk defines. */
  taxonomy: readonly KnownConcept[];
}

const byKey = (a: { key: PageKey }, b: { key: PageKey }) => byCode(a.key, b.key);

function speakersOf(talks: readonly CollectedTalk[]): CollectedSpeaker[] {
  const found = new Map<PageKey, CollectedSpeaker>();
  for (const talk of talks)
    for (const { name } of talk.speakers) {
      const key = speakerKey(name);
      const speaker = kept(found, key, () => ({ key, name: plainNick(name), talks: [] }));
      if (speaker.talks.at(-1) !== talk) speaker.talks.push(talk);
    }
  return [...found.values()].sort(byKey);
}

function topicsOf(talks: readonly CollectedTalk[], concepts: ReadonlySet<PageKey>): CollectedTopic[] {
  const found = new Map<PageKey, CollectedTopic>();
  for (const talk of talks)
    for (const { id, label } of talk.topics) {
      const key = topicKey(id);
      const concept = conceptKey(id);
      const topic = kept(found, key, () => ({
        key,
        label,
        talks: [],
        ...(concepts.has(concept) && { concept }),
      }));
      topic.talks.push(talk);
    }
  return [...found.values()].sort(byKey);
}

/** What talks define, by the id of the concept. */
function toldIn(talks: readonly CollectedTalk[]): Map<string, CollectedDefinition[]> {
  const told = new Map<string, CollectedDefinition[]>();
  for (const talk of talks)
    for (const definition of talk.definitions)
      kept(told, definition.concept, () => []).push({ ...definition, talk });
  return told;
}

/** Concepts of some ids, with all that they lie below. */
function conceptsOf(
  asked: Iterable<string>,
  told: ReadonlyMap<string, CollectedDefinition[]>,
  taxonomy: ReadonlyMap<string, KnownConcept>,
): CollectedConcept[] {
  const cores = new Map<string, ConceptCore>();
  const take = (id: string) => {
    if (cores.has(id) || !(told.has(id) || taxonomy.has(id))) return;
    const core = conceptCore(taxonomy.get(id), told.get(id) ?? []);
    cores.set(id, core);
    if (core.broader !== undefined) take(core.broader);
  };
  for (const id of asked) take(id);
  const below = new Map<string, PageKey[]>();
  const ids = [...cores.keys()].sort(byCode);
  for (const id of ids) {
    const { broader } = cores.get(id)!;
    if (broader !== undefined) kept(below, broader, () => []).push(conceptKey(id));
  }
  return ids.map((id) => {
    const { texts: _, broader, ...core } = cores.get(id)!;
    const listed = taxonomy.get(id);
    const known = listed?.definition;
    return {
      key: conceptKey(id),
      id,
      ...core,
      ...(known && { known }),
      ...(listed && { listed }),
      ...(broader !== undefined && cores.has(broader) && { broader: conceptKey(broader) }),
      narrower: below.get(id) ?? [],
      definitions: told.get(id) ?? [],
    };
  });
}

const byId = (taxonomy: readonly KnownConcept[]) => new Map(taxonomy.map((concept) => [concept.id, concept]));

/** The concepts of a collection together with those of the taxonomy that no talk leads to. */
export function everyConcept({ talks, taxonomy }: Collection): CollectedConcept[] {
  const told = toldIn(talks);
  return conceptsOf([...told.keys(), ...taxonomy.map(({ id }) => id)], told, byId(taxonomy));
}

/** The language that most talks are in, Chinese where that is undecided. */
function mostIn(talks: readonly TalkFacts[]): Note['language'] {
  const languages: Note['language'][] = ['zh-Hans', 'zh-Hant', 'en'];
  const count = (language: Note['language']) => talks.filter((talk) => talk.language === language).length;
  return languages.reduce((best, one) => (count(one) > count(best) ? one : best));
}

/**
 * Brings talks together: their order does not matter.
 *
 * @param talks each with its note, unless it is known from a former run only
 * @param taxonomy the concepts that terms are looked up among
 * @param language of the collection; without, the one that most talks are in
 */
export function collect(
  talks: readonly (TalkFacts & { load?: () => Note })[],
  taxonomy: readonly KnownConcept[],
  language = mostIn(talks),
): Collection {
  const sorted = talks
    .map((talk): CollectedTalk => ({ ...talk, key: talkKey(talk.id) }))
    .sort((a, b) => byCode(b.date, a.date) || byCode(a.id, b.id));
  const told = toldIn(sorted);
  const concepts = conceptsOf(told.keys(), told, byId(taxonomy));
  return {
    language,
    talks: sorted,
    speakers: speakersOf(sorted),
    topics: topicsOf(sorted, new Set(concepts.map(({ key }) => key))),
    concepts,
    taxonomy,
  };
}
