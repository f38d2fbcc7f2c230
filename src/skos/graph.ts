import { kept } from '../memory/remembered.js';
import type { Statement, Thing } from './statement.js';
import { iriOf, type Term } from './terms.js';

/** Statements by what they are about, in their order. */
export class Graph {
  readonly #things = new Map<string, Map<string, Thing[]>>();

  constructor(statements: readonly Statement[]) {
    for (const { subject, predicate, object } of statements)
      kept(
        kept(this.#things, subject, () => new Map<string, Thing[]>()),
        predicate,
        () => [],
      ).push(object);
  }

  subjects(): string[] {
    return [...this.#things.keys()];
  }

  predicates(subject: string): Map<string, Thing[]> {
    return this.#things.get(subject) ?? new Map();
  }

  of(subject: string, term: Term): Thing[] {
    return this.predicates(subject).get(iriOf(term)) ?? [];
  }

  /** Addresses of other things. */
  linked(subject: string, term: Term): string[] {
    return this.of(subject, term).flatMap((thing) => ('iri' in thing ? [thing.iri] : []));
  }

  isA(subject: string, type: Term): boolean {
    return this.linked(subject, 'rdf:type').includes(iriOf(type));
  }

  /** The first words, or address, that stand there. */
  first(subject: string, term: Term): string | undefined {
    const [thing] = this.of(subject, term);
    return thing && ('iri' in thing ? thing.iri : thing.text);
  }
}
