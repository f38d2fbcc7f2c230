import { DataFactory, type Quad } from 'n3';
import { foldedText } from '../../language/fold.js';
import { wordsOf } from '../../markdown/words.js';
import type { Note } from '../../schema/note.js';
import { iriOf, type Term } from '../../skos/terms.js';
import { termKinds } from '../../store/record.js';
import type {
  CollectedConcept,
  CollectedDefinition,
  CollectedTalk,
  Collection,
} from '../engine/collection.js';
import { dayOf } from '../pages/talk-title.js';
import { pageWordsOf } from '../pages/words.js';

type Language = Note['language'];
/** A label with its language. */
type Label = [text: string, language: Language];

/** Where addresses begin, unless told otherwise: ours, and nobody asks the network for them. */
const defaultBase = 'urn:jianglu:';
/** By which a file is known as ours. */
export const mark = 'jianglu:glossary';

const { namedNode, literal, quad } = DataFactory;

const encoded = (id: string) => encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\ufffd'));

/** Statements of one thing. */
class Subject {
  readonly quads: Quad[] = [];
  readonly #node;

  constructor(iri: string) {
    this.#node = namedNode(iri);
  }

  /** Something else, by its IRI. */
  link(term: Term, iri: string): this {
    this.quads.push(quad(this.#node, namedNode(iriOf(term)), namedNode(iri)));
    return this;
  }

  /** Words in a language, or a value of a type. */
  say(term: Term, text: string, languageOrType?: Language | Term): this {
    const tag = languageOrType?.includes(':') ? namedNode(iriOf(languageOrType as Term)) : languageOrType;
    this.quads.push(quad(this.#node, namedNode(iriOf(term)), literal(text, tag)));
    return this;
  }
}

/** The language that a name is in: a name without Han characters in a Chinese talk is Latin, as the taxonomy has it. */
function languageFor(name: string, { language }: CollectedTalk): Language {
  if (!/\p{Script=Han}/u.test(name)) return 'en';
  return language === 'en' ? 'zh-Hans' : language;
}

function preferred({ label, listed, definitions }: CollectedConcept): Label {
  if (listed) return [label, 'zh-Hans'];
  const { talk } = definitions.find(({ term }) => term === label) ?? definitions[0]!;
  return [label, languageFor(label, talk)];
}

/** Other names: as the taxonomy has them, then what talks say beside. */
function others(concept: CollectedConcept): Label[] {
  const listed = (['zh-Hans', 'zh-Hant', 'en'] as const).flatMap((language) =>
    (concept.listed?.altLabel?.[language] ?? []).map((name): Label => [name, language]),
  );
  const seen = new Set([concept.label, ...listed.map(([name]) => name)].map(foldedText));
  const told = concept.definitions.flatMap(({ term, aliases, talk }) =>
    [term, ...aliases].map((name): Label => [name, languageFor(name, talk)]),
  );
  const [pref, language] = preferred(concept);
  return [
    ...listed.filter(([name, of]) => name !== pref || of !== language),
    ...told.filter(([name]) => !seen.has(foldedText(name)) && seen.add(foldedText(name))),
  ];
}

/** The addresses of things below a base. */
interface Addresses {
  scheme: string;
  concept(id: string): string;
  /** Of a page's key. */
  ofKey(key: string): string;
  kind(kind: string): string;
  talk(talk: CollectedTalk): string;
  message(definition: CollectedDefinition): string;
}

function addressesBelow(base: string): Addresses {
  const concept = (id: string) => `${base}concept/${encoded(id)}`;
  const talk = ({ id }: CollectedTalk) => `${base}talk/${encoded(id)}`;
  return {
    scheme: `${base}glossary`,
    concept,
    ofKey: (key) => concept(key.replace(/^concept:/u, '')),
    kind: (kind) => `${base}kind/${kind}`,
    talk,
    message: ({ talk: from, message, source = 0 }) =>
      `${talk(from)}#${source > 0 ? `s${source}` : ''}m${message}`,
  };
}

/** A definition of the taxonomy without a source is nothing to tell others. */
function definitionQuads(concept: CollectedConcept, iris: Addresses): Quad[] {
  const own = iris.concept(concept.id);
  const about = new Subject(own);
  const quads: Quad[] = [];
  if (concept.known?.source !== undefined) {
    const { text, source, reviewed } = concept.known;
    const iri = `${own}#definition`;
    about.link('skos:definition', iri);
    const node = new Subject(iri)
      .say('rdf:value', text, 'zh-Hans')
      .say('dct:source', source, 'zh-Hans')
      .say('jl:reviewed', String(reviewed !== false), 'xsd:boolean');
    quads.push(...node.quads);
  }
  for (const definition of concept.definitions) {
    const { text, talk, source = 0, message, start } = definition;
    const iri = `${own}#${encoded(talk.id)}.${source}.${message}.${start}`;
    about.link('skos:definition', iri);
    const node = new Subject(iri).say('rdf:value', text, talk.language);
    node.link('dct:source', iris.message(definition)).link('dct:source', iris.talk(talk));
    quads.push(...node.quads);
  }
  return [...about.quads, ...quads];
}

function conceptQuads(concept: CollectedConcept, iris: Addresses): Quad[] {
  const { id, broader, narrower, listed } = concept;
  const about = new Subject(iris.concept(id))
    .link('rdf:type', iriOf('skos:Concept'))
    .link('skos:inScheme', iris.scheme);
  about.say('skos:prefLabel', ...preferred(concept));
  for (const label of others(concept)) about.say('skos:altLabel', ...label);
  for (const label of listed?.shared ?? []) about.say('jl:shared', label);
  if (broader === undefined) about.link('skos:topConceptOf', iris.scheme);
  else about.link('skos:broader', iris.ofKey(broader));
  for (const key of narrower) about.link('skos:narrower', iris.ofKey(key));
  return [...about.quads, ...definitionQuads(concept, iris)];
}

function kindQuads({ concepts }: Collection, iris: Addresses): Quad[] {
  return termKinds.flatMap((kind) => {
    const members = concepts.filter((concept) => concept.kind === kind);
    if (members.length === 0) return [];
    const about = new Subject(iris.kind(kind)).link('rdf:type', iriOf('skos:Collection'));
    for (const language of ['zh-Hans', 'zh-Hant', 'en'] as const)
      about.say('skos:prefLabel', wordsOf(language).kind[kind], language);
    about.say('skos:notation', kind);
    for (const { id } of members) about.link('skos:member', iris.concept(id));
    return about.quads;
  });
}

/** The talks that define something, and the messages where they do. */
function talkQuads({ concepts }: Collection, iris: Addresses): Quad[] {
  const found = new Map<string, Quad[]>();
  for (const definition of concepts.flatMap(({ definitions }) => definitions)) {
    const { talk } = definition;
    const [talkIri, message] = [iris.talk(talk), iris.message(definition)];
    const about = new Subject(talkIri).say('dct:identifier', talk.id);
    if (talk.title !== '') about.say('dct:title', talk.title, talk.language);
    const day = dayOf(talk);
    if (day !== undefined) about.say('dct:date', day, 'xsd:date');
    for (const { name } of talk.speakers) about.say('dc:creator', name);
    found.set(talkIri, about.quads);
    found.set(
      message,
      new Subject(message).link('rdf:type', iriOf('jl:Message')).link('dct:isPartOf', talkIri).quads,
    );
  }
  return [...found.keys()].sort().flatMap((iri) => found.get(iri)!);
}

/**
 * The glossary of a collection as SKOS: a scheme of concepts, a collection for each kind, and as definitions what the
 * taxonomy and the talks say, each with its source. Things have the same addresses from run to run.
 *
 * @param base where addresses begin; ends in `/` or `:`
 */
export function glossaryGraph(collection: Collection, base = defaultBase): Quad[] {
  const iris = addressesBelow(base);
  const { concepts } = collection;
  const scheme = new Subject(iris.scheme)
    .link('rdf:type', iriOf('skos:ConceptScheme'))
    .say('dct:identifier', mark)
    .say('dct:title', pageWordsOf(collection).glossary, collection.language);
  for (const { id, broader } of concepts)
    if (broader === undefined) scheme.link('skos:hasTopConcept', iris.concept(id));
  return [
    ...scheme.quads,
    ...kindQuads(collection, iris),
    ...concepts.flatMap((concept) => conceptQuads(concept, iris)),
    ...talkQuads(collection, iris),
  ];
}
