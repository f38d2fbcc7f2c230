import type { Entry } from '../../transcript.js';
import type { Candidate } from './candidate.js';
import type { DefinitionPhrases } from './phrases.js';
import { termKey, termText } from './term.js';
import type { Term } from './terms.js';

/** A concept of the taxonomy, as far as the glossary reads it. */
export interface Concept {
  id: string;
  prefLabel: string;
  altLabel?: Record<string, string[]>;
  broader?: string;
}

/** Shortest label that may stand for the class of a longer term; a risk's may be shorter (`风险`). */
const CLASS = 3;

/** Finds a term's broader concept; built once for a lexicon. */
export type Broader = (term: string, kind: Entry['kind']) => Entry['broader'];

/** A concept's own broader concept for a term that is one, else the concept that ends the term (`客户信用风险`: 信用风险). */
export function broaderOf(concepts: Concept[]): Broader {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const byLabel = new Map<string, Concept>();
  const labels = concepts.flatMap((concept) => [concept.prefLabel, ...(concept.altLabel?.['zh-Hans'] ?? [])].map((label) => ({ label, concept })));
  for (const { label, concept } of labels) if (!byLabel.has(termKey(label))) byLabel.set(termKey(label), concept);
  const named = (concept: Concept | undefined): Entry['broader'] =>
    concept ? { id: concept.id, label: concept.prefLabel, origin: 'lexicon' } : null;
  return (term, kind) => {
    const key = termKey(term);
    const same = byLabel.get(key);
    if (same) return named(same.broader === undefined ? undefined : byId.get(same.broader));
    for (let from = 1; from <= key.length - (kind === 'risk' ? 2 : CLASS); from++) {
      const broader = byLabel.get(key.slice(from));
      if (broader) return named(broader);
    }
    return null;
  };
}

/** What a term is, by its ending, its marks and its definition. */
export function kindOf(term: string, { clause, start, end, definition }: Candidate, phrases: DefinitionPhrases): Entry['kind'] {
  const ends = (words: string[]) => words.some((word) => term.endsWith(word));
  const { text } = clause.message;
  if (ends(phrases.risk)) return 'risk';
  if (ends(phrases.regulations) || (text[start - 1] === '《' && text[end] === '》') || term.startsWith('《')) return 'regulation';
  if (ends(phrases.organizations)) return 'organization';
  const told = definition.map((span) => span.text).join('');
  return ends(phrases.companies) && phrases.companySigns.some((sign) => told.includes(sign)) ? 'organization' : 'concept';
}

/** The note's entry for a term; its aliases are those of all its places. */
export function entryOf({ best, places }: Term, phrases: DefinitionPhrases, broader: Broader): Entry {
  const { message, start, end, definition, clause } = best;
  const term = termText(clause.message.text.slice(start, end));
  const kind = kindOf(term, best, phrases);
  const aliases = new Map(places.flatMap((place) => place.aliases).map((alias) => [termKey(alias.text), alias]));
  aliases.delete(termKey(term));
  return { term, kind, message, start, end, definition, aliases: [...aliases.values()], broader: broader(term, kind) };
}
