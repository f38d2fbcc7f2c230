import { type Quad, Writer } from 'n3';
import { jsonText } from '../../json.js';
import { kept } from '../../memory/remembered.js';
import { prefixes, termOf } from '../../skos/terms.js';

/** Statements as Turtle. */
export function turtleOf(quads: readonly Quad[]): string {
  const writer = new Writer({ prefixes });
  for (const quad of quads) writer.addQuad(quad);
  let text = '';
  writer.end((_, result: string) => {
    text = result;
  });
  return text;
}

const plain = new Set(['xsd:string', 'rdf:langString']);

function jsonValue({ object }: Quad): unknown {
  if (object.termType !== 'Literal') return { '@id': object.value };
  if (object.language !== '') return { '@language': object.language, '@value': object.value };
  const type = termOf(object.datatype.value);
  return plain.has(type) ? object.value : { '@type': type, '@value': object.value };
}

/** Statements as JSON-LD: an object for each subject, in their order, and a context that is there, and nowhere else. */
export function jsonLdOf(quads: readonly Quad[]): string {
  const nodes = new Map<string, Map<string, unknown[]>>();
  for (const quad of quads) {
    const node = kept(nodes, quad.subject.value, () => new Map<string, unknown[]>());
    const term = termOf(quad.predicate.value);
    const isType = term === 'rdf:type';
    const values = kept(node, isType ? '@type' : term, () => []);
    values.push(isType ? termOf(quad.object.value) : jsonValue(quad));
  }
  const graph = [...nodes].map(([id, node]) => ({
    '@id': id,
    ...Object.fromEntries([...node].map(([term, values]) => [term, values.length > 1 ? values : values[0]])),
  }));
  return jsonText({ '@context': prefixes, '@graph': graph });
}
