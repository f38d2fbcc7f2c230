// What is to be found in a folder of notes, as each system of a comparison is given it: talks, sections, pairs and
// concepts with the fields of `src/store/store.ts`. Made from the notes alone, so that judging does not rest on the
// store that is judged.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const json = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** JSON files below a folder that are neither ledger nor report, with what they hold. */
const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json') && !name.endsWith('.ledger.json'))
    .sort()
    .map((file) => ({ file, held: json(join(folder, file)) }))
    .filter(({ held }) => Array.isArray(held.sections));

/** The notes below a folder. */
export const notesBelow = (folder) =>
  filesBelow(folder)
    .filter(({ held }) => held.version === 1)
    .map(({ file, held }) => ({ file, note: held }));

/** The outlines of talks below a folder (`notes-of.mjs`). */
export const outlinesBelow = (folder) => filesBelow(folder).filter(({ held }) => held.version === undefined);

/** The concepts of the taxonomy. */
export function taxonomy() {
  const topics = new URL('../../lexicon/topics/', import.meta.url);
  return readdirSync(topics)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => json(new URL(name, topics)).concepts);
}

const textOf = (spans) => spans.map(({ text }) => text).join('\n');

function blockText({ type, items, caption, spans }) {
  if (type === 'list' && items) return items.map(({ marker, span }) => `${marker}${span.text}`).join('\n');
  return type === 'image' ? (caption ?? '') : textOf(spans);
}

const bodyOf = (blocks) => blocks.map(blockText).filter(Boolean).join('\n');

function* sectionsOf(sections, pointer, above) {
  for (const [index, section] of sections.entries()) {
    const at = `${pointer}/sections/${index}`;
    yield { kind: 'section', pointer: at, heading: section.title, above, body: bodyOf(section.blocks) };
    yield* sectionsOf(section.sections, at, [...above, section.title]);
  }
}

function* passagesOf(note) {
  const names = note.speakers.map(({ name, aliases }) => [name, ...aliases].join(' '));
  const body = [...names, bodyOf(note.lead)].join('\n');
  yield { kind: 'talk', pointer: '', heading: note.title, above: [], body };
  yield* sectionsOf(note.sections, '', []);
  for (const [index, { question, answers }] of note.qa.entries()) {
    const body = answers.map(({ spans }) => textOf(spans)).join('\n');
    yield { kind: 'pair', pointer: `/qa/${index}`, heading: textOf(question.spans), above: [], body };
  }
}

const namesOf = ({ prefLabel, altLabel = {} }) => [prefLabel, ...Object.values(altLabel).flat()];

/** Gives the key of a term: of the concept that bears its name or one of its aliases, best one of the same kind. */
function keysOf(fold) {
  const named = new Map();
  for (const { id, kind, ...names } of taxonomy())
    for (const name of new Set(namesOf(names).map(fold)))
      named.set(name, [...(named.get(name) ?? []), { id, kind }]);
  return ({ term, aliases, kind }) => {
    const names = [term, ...aliases.map(({ text }) => text)].map(fold);
    const found = names.map((name) => named.get(name)).find(Boolean);
    return found ? (found.find((one) => one.kind === kind) ?? found[0]).id : `term:${names[0]}`;
  };
}

/** All concepts: those of the taxonomy, and those that only talks define. */
function conceptsOf(notes, fold) {
  const concepts = new Map();
  for (const { id, definition, kind, ...names } of taxonomy())
    concepts.set(id, {
      names: new Set(namesOf(names)),
      definitions: definition ? [definition.text] : [],
      talks: 0,
      kind,
    });
  const keyOfTerm = keysOf(fold);
  for (const entry of notes.flatMap(({ note }) => note.glossary)) {
    const key = keyOfTerm(entry);
    const concept = concepts.get(key) ?? { names: new Set(), definitions: [], talks: 0, kind: entry.kind };
    concepts.set(key, concept);
    for (const name of [entry.term, ...entry.aliases.map(({ text }) => text)]) concept.names.add(name);
    concept.definitions.push(textOf(entry.definition));
    concept.talks++;
  }
  return concepts;
}

/** Entries of all kinds; `fold` is that of `src/language/fold.ts`. */
export function entriesOf(notes, fold) {
  const empty = { term: '', heading: '', definition: '', body: '' };
  const passages = notes.flatMap(({ note }) =>
    [...passagesOf(note)].map(({ heading, above, body, ...rest }) => ({
      ...empty,
      ...rest,
      talk: note.id,
      date: note.date,
      heading: [heading, ...above].join('\n'),
      body,
    })),
  );
  const concepts = [...conceptsOf(notes, fold)].map(([concept, { names, definitions, talks, kind }]) => ({
    ...empty,
    kind: 'concept',
    concept,
    termKind: kind,
    talks,
    term: [...names].join('\n'),
    definition: definitions.join('\n'),
  }));
  return [...passages, ...concepts];
}

/** How a judgement names an entry. */
export const keyOf = ({ talk, pointer, concept }) => concept ?? `${talk}#${pointer}`;
