import { fail } from '../errors.js';
import { aliasesOf } from '../language/concepts.js';
import { fold } from '../language/fold.js';
import { kept } from '../memory/remembered.js';
import type { Concept, Taxonomy } from '../schema/taxonomy.js';
import { termKinds } from '../store/record.js';
import { definitionOf } from './definition.js';
import { Graph } from './graph.js';
import { cycleIn } from './hierarchy.js';
import { idsOf } from './ids.js';
import { altLabelOf, bestOf, labelsAmong } from './labels.js';
import { Left } from './left.js';
import type { Statement, Thing } from './statement.js';
import { type Term, termOf } from './terms.js';

/** What an import came to. */
export interface Imported {
  taxonomy: Taxonomy;
  /** What the shape of a topics file has no place for, a line each. */
  left: string[];
}

/** Concepts that a message names, at most. */
const named = 5;

/** What makes a thing a concept, where nobody says that it is one. */
const telling: readonly Term[] = ['skos:broader', 'skos:narrower', 'skos:topConceptOf', 'skos:inScheme'];
/** What is taken over, or says nothing of its own. */
const taken: ReadonlySet<string> = new Set([
  ...['rdf:type', 'skos:prefLabel', 'skos:altLabel', 'skosxl:prefLabel', 'skosxl:altLabel'],
  ...['skos:broader', 'skos:narrower', 'skos:definition', 'skos:inScheme', 'skos:topConceptOf'],
  ...['dct:source', 'jl:shared'],
]);

const list = (names: readonly string[]): string =>
  names.slice(0, named).join(', ') + (names.length > named ? ` and ${names.length - named} more` : '');

function conceptsIn(graph: Graph, left: Left): string[] {
  const isConcept = (subject: string) =>
    graph.isA(subject, 'skos:Concept') ||
    (graph.of(subject, 'rdf:type').length === 0 && telling.some((term) => graph.of(subject, term).length));
  const found = graph.subjects().filter(isConcept);
  const nameless = found.filter((subject) => subject.startsWith('_:'));
  if (nameless.length) left.add('concepts without an address', nameless.length);
  return found.filter((subject) => !subject.startsWith('_:'));
}

/** Labels as they stand, and those that are things of their own (SKOS-XL). */
function labelled(graph: Graph, concept: string, name: 'prefLabel' | 'altLabel'): Thing[] {
  const things = graph
    .linked(concept, `skosxl:${name}`)
    .flatMap((label) => graph.of(label, 'skosxl:literalForm'));
  return [...graph.of(concept, `skos:${name}`), ...things];
}

/** The concepts above each, as both of the two say it; those that the file does not hold are left out. */
function aboveOf(graph: Graph, concepts: ReadonlySet<string>, left: Left): Map<string, string[]> {
  const above = new Map<string, string[]>();
  const add = (below: string, up: string) => {
    const known = kept(above, below, () => []);
    if (!known.includes(up)) known.push(up);
  };
  for (const concept of concepts) {
    for (const up of graph.linked(concept, 'skos:broader'))
      if (concepts.has(up)) add(concept, up);
      else left.add('skos:broader to what is not in the file');
  }
  for (const concept of concepts)
    for (const below of graph.linked(concept, 'skos:narrower')) if (concepts.has(below)) add(below, concept);
  return above;
}

/** Kinds of concepts, where collections tell them as ours do. */
function kindsIn(graph: Graph): Map<string, Concept['kind']> {
  const kinds = new Map<string, Concept['kind']>();
  for (const subject of graph.subjects()) {
    if (!graph.isA(subject, 'skos:Collection')) continue;
    const kind = termKinds.find((one) => one === graph.first(subject, 'skos:notation'));
    if (kind) for (const member of graph.linked(subject, 'skos:member')) kinds.set(member, kind);
  }
  return kinds;
}

function countLeft(graph: Graph, concept: string, left: Left): void {
  for (const [predicate, things] of graph.predicates(concept)) {
    const term = termOf(predicate);
    if (!taken.has(term)) left.add(term, things.length);
  }
}

const folded = (label: string) => fold(label).text;

/** Declares labels that a concept before has too, unless one of the two already does. */
function share(concepts: readonly Concept[], owners: Map<string, string>, left: Left): Concept[] {
  return concepts.map((concept) => {
    const declared = new Set((concept.shared ?? []).map(folded));
    const shared: string[] = [];
    for (const label of [concept.prefLabel, ...aliasesOf(concept)]) {
      const key = folded(label);
      const owner = owners.get(key);
      owners.set(key, owner ?? concept.id);
      if (owner === undefined || owner === concept.id || declared.has(key)) continue;
      declared.add(key);
      shared.push(label);
    }
    if (shared.length === 0) return concept;
    left.add('labels that another concept has too: listed under shared', shared.length);
    return { ...concept, shared: [...(concept.shared ?? []), ...shared] };
  });
}

const schemeTitle = (graph: Graph): string | undefined => {
  const scheme = graph.subjects().find((subject) => graph.isA(subject, 'skos:ConceptScheme'));
  if (scheme === undefined) return undefined;
  const things = (['skos:prefLabel', 'dct:title', 'dc:title'] as const).flatMap((term) =>
    graph.of(scheme, term),
  );
  return bestOf(labelsAmong(things).fit)?.text;
};

/** What concepts are made from. */
interface Reading {
  graph: Graph;
  left: Left;
  ids: ReadonlyMap<string, string>;
  above: ReadonlyMap<string, readonly string[]>;
  kinds: ReadonlyMap<string, Concept['kind']>;
}

/** A concept of the lexicon; undefined where no label is fit to name it. */
function conceptOf(iri: string, { graph, left, ids, above, kinds }: Reading): Concept | undefined {
  const preferred = labelsAmong(labelled(graph, iri, 'prefLabel'));
  const others = labelsAmong(labelled(graph, iri, 'altLabel'));
  const best = bestOf(preferred.fit);
  if (!best) return undefined;
  for (const why of [...preferred.unfit, ...others.unfit]) left.add(why);
  countLeft(graph, iri, left);
  const altLabel = altLabelOf(best, [...preferred.fit, ...others.fit]);
  const [up, ...more] = above.get(iri) ?? [];
  if (more.length) left.add('further skos:broader of one concept', more.length);
  const shared = labelsAmong(graph.of(iri, 'jl:shared')).fit.map(({ text }) => text);
  const definition = definitionOf(graph, iri, left);
  return {
    id: ids.get(iri)!,
    prefLabel: best.text,
    ...(altLabel && { altLabel }),
    ...(up !== undefined && { broader: ids.get(up)! }),
    kind: kinds.get(iri) ?? 'concept',
    ...(shared.length > 0 && { shared: [...new Set(shared)] }),
    ...(definition && { definition }),
  };
}

/** Of concepts that share a label, the one that does not say so comes first. */
const ordered = (concepts: readonly Concept[]): Concept[] => [
  ...concepts.filter(({ shared }) => !shared),
  ...concepts.filter(({ shared }) => shared),
];

const ownersOf = (concepts: readonly Concept[]): Map<string, string> =>
  new Map(
    concepts.flatMap((concept) =>
      [concept.prefLabel, ...aliasesOf(concept)].map((label): [string, string] => [
        folded(label),
        concept.id,
      ]),
    ),
  );

/**
 * A vocabulary as a file of topics. What such a file has no place for is told; what would make it invalid is thrown.
 *
 * @param scheme name of the topics
 * @param known concepts of the lexicon that the file will stand beside: labels that they have are declared as shared
 * @throws JiangluError `skos-invalid` without any concept, `skos-cycle`, `skos-label-missing`
 */
export function topicsOf(
  statements: readonly Statement[],
  { scheme, file, known = [] }: { scheme: string; file: string; known?: readonly Concept[] },
): Imported {
  const graph = new Graph(statements);
  const left = new Left();
  const iris = conceptsIn(graph, left);
  if (iris.length === 0) throw fail('skos-invalid', { file, reason: 'it holds no skos:Concept' });
  const above = aboveOf(graph, new Set(iris), left);
  const cycle = cycleIn(above);
  if (cycle) throw fail('skos-cycle', { file, reason: cycle.join(' → ') });
  const reading: Reading = { graph, left, ids: idsOf(iris), above, kinds: kindsIn(graph) };
  const made = iris.map((iri) => conceptOf(iri, reading));
  const nameless = iris.filter((_, at) => !made[at]);
  if (nameless.length) throw fail('skos-label-missing', { file, reason: list(nameless) });
  const concepts = share(ordered(made as Concept[]), ownersOf(known), left);
  return { taxonomy: { scheme, title: schemeTitle(graph) ?? scheme, concepts }, left: left.lines() };
}
