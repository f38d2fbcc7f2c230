import type { Concept } from '../schema/taxonomy.js';
import type { Graph } from './graph.js';
import type { Left } from './left.js';
import type { Thing } from './statement.js';

type Words = Extract<Thing, { text: string }>;
type Definition = NonNullable<Concept['definition']>;

/** A definition with what tells which of several is taken. */
interface Candidate {
  definition: Definition;
  language: string;
}

const tidy = (text: string) =>
  text.replace(/[^\P{Cc}\n]|\p{Surrogate}|[\u202a-\u202e\u2066-\u2069\ufeff]/gu, ' ').trim();

/** A definition that a talk gave: no source that a lexicon could name. */
const isTold = (graph: Graph, node: string) =>
  graph.linked(node, 'dct:source').some((source) => graph.isA(source, 'jl:Message'));

/** What a text is worth as a definition; `about` is what names its source. */
function candidate(graph: Graph, { text, language }: Words, about: string): Candidate[] {
  const source = tidy(graph.first(about, 'dct:source') ?? '');
  if (tidy(text) === '') return [];
  const definition: Definition = { text: tidy(text), ...(source !== '' && { source }) };
  const isReviewed = graph.first(about, 'jl:reviewed') === 'true';
  return [{ definition: isReviewed ? definition : { ...definition, reviewed: false }, language }];
}

const rank = ({ language }: Candidate): number =>
  language.startsWith('zh') ? (/hant|tw|hk|mo/u.test(language) ? 1 : 0) : language === '' ? 2 : 3;

/**
 * The definition of a concept, Chinese before others, with its source: that of the definition where it is a thing of its
 * own, else the concept's. Nobody here held it against that source, so it counts as unreviewed.
 */
export function definitionOf(graph: Graph, concept: string, left: Left): Definition | undefined {
  const found = graph.of(concept, 'skos:definition').flatMap((thing): Candidate[] => {
    if ('text' in thing) return candidate(graph, thing, concept);
    if (!isTold(graph, thing.iri))
      return graph
        .of(thing.iri, 'rdf:value')
        .flatMap((value) => ('text' in value ? candidate(graph, value, thing.iri) : []));
    left.add('definitions that talks give');
    return [];
  });
  const [best, ...others] = found.sort((a, b) => rank(a) - rank(b));
  if (others.length) left.add('further definitions', others.length);
  return best?.definition;
}
