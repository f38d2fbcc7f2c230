/** The vocabularies that a glossary is written in, by their usual prefixes; `jl` is our own, wherever concepts are. */
export const prefixes = {
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dct: 'http://purl.org/dc/terms/',
  dc: 'http://purl.org/dc/elements/1.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  skosxl: 'http://www.w3.org/2008/05/skos-xl#',
  jl: 'urn:jianglu:vocabulary#',
} as const;

/** A term of one of them, `prefix:name`. */
export type Term = `${keyof typeof prefixes}:${string}`;

/** The IRI of a term. */
export function iriOf(term: Term): string {
  const colon = term.indexOf(':');
  return prefixes[term.slice(0, colon) as keyof typeof prefixes] + term.slice(colon + 1);
}

/** The term of an IRI, or the IRI itself where no prefix is known. */
export function termOf(iri: string): string {
  const known = Object.entries(prefixes).find(([, space]) => iri.startsWith(space));
  return known ? `${known[0]}:${iri.slice(known[1].length)}` : iri;
}
