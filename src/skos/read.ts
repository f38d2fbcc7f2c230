import { readFileSync, statSync } from 'node:fs';
import { fail, reasonOf, systemError } from '../errors.js';
import { parseJson } from '../json.js';
import type { Statement, Thing } from './statement.js';

/** MiB of a vocabulary that is read: STW with its 6,000 descriptors has some 40 as N-Triples. */
const most = 64;

/** What parsers of RDF give, in the parts that matter. */
interface Term {
  termType: string;
  value: string;
  language?: string;
}
interface Quad {
  subject: Term;
  predicate: Term;
  object: Term;
}

const iriOf = ({ termType, value }: Term) =>
  termType === 'BlankNode' ? `_:${value.replace(/^_:/u, '')}` : value;

function thingOf(term: Term): Thing {
  if (term.termType !== 'Literal') return { iri: iriOf(term) };
  return { text: term.value, language: (term.language ?? '').toLowerCase() };
}

const statementOf = ({ subject, predicate, object }: Quad): Statement => ({
  subject: iriOf(subject),
  predicate: predicate.value,
  object: thingOf(object),
});

async function turtle(text: string, file: string): Promise<Statement[]> {
  const { Parser } = await import('n3');
  try {
    return new Parser({ format: 'Turtle', baseIRI: 'urn:jianglu:imported/' }).parse(text).map(statementOf);
  } catch (cause) {
    const line = (cause as { context?: { line?: number } }).context?.line;
    const reason = reasonOf(cause).replace(/ on line \d+\.$/u, '');
    throw fail('skos-invalid', { file, reason, cause, ...(line !== undefined && { line }) });
  }
}

/** Nothing is loaded, whatever a file asks for. */
async function jsonLd(text: string, file: string): Promise<Statement[]> {
  const document = parseJson(text, file) as object;
  const { default: jsonld } = await import('jsonld');
  let asked: string | undefined;
  const documentLoader = async (url: string): Promise<never> => {
    asked ??= url;
    throw new Error('nothing is loaded');
  };
  try {
    const quads = await jsonld.toRDF(document, { documentLoader, base: 'urn:jianglu:imported/' });
    return (quads as unknown as Quad[]).map(statementOf);
  } catch (cause) {
    if (asked !== undefined) throw fail('skos-remote', { file, reason: asked, cause });
    throw fail('skos-invalid', { file, reason: reasonOf(cause).split('\n')[0]!, cause });
  }
}

function read(file: string): string {
  try {
    if (statSync(file).size > most * 1024 * 1024) throw fail('skos-too-large', { file, limit: most });
    return readFileSync(file, 'utf8').replace(/^\ufeff/u, '');
  } catch (error) {
    throw systemError(error, file);
  }
}

/**
 * Reads a file of RDF in Turtle, N-Triples or JSON-LD, told apart by what stands in it; statements keep their order.
 *
 * @throws JiangluError `skos-invalid`, `skos-format`, `skos-too-large`, `skos-remote`, and what reading a file may
 */
export async function readStatements(file: string): Promise<Statement[]> {
  const text = read(file);
  if (/^\s{0,1000}[[{]/u.test(text)) return jsonLd(text, file);
  if (/^\s{0,1000}<(?:\?xml|!DOCTYPE|rdf:RDF)/u.test(text))
    throw fail('skos-format', { file, reason: 'XML' });
  return turtle(text, file);
}
