import { deriveTerm } from '../../derive.js';
import { simplify } from '../../language/fold.js';
import type { Lexicon } from '../../lexicon.js';
import type { Concept } from '../../schema/taxonomy.js';
import type { Entry, Span } from '../../transcript.js';
import type { Candidate } from './candidate.js';
import { trimmed } from './definition.js';
import type { DefinitionPhrases } from './phrases.js';
import { termKey } from './term.js';
import type { Term } from './terms.js';

/** Shortest label that may stand for the class of a longer term; a risk's may be shorter (`风险`). */
const CLASS = 3;

/** A Latin word counts whole: keys have no blanks, so no word of a name of several is told from the end of one. */
const withinLatin = /^[a-z]{2}$/;

/** What the glossary asks of the taxonomy. */
export interface Concepts {
  /** Id of the concept that a term is a label of. */
  same(term: string): string | undefined;
  /** A concept's own broader concept for a term that is one, else the concept that ends the term (`客户信用风险`: 信用风险). */
  broader(term: string, kind: Entry['kind']): Entry['broader'];
}

const known = new WeakMap<Lexicon['topics'], Concepts>();

/** The look-ups by label, built once for a lexicon. */
export function conceptsOf({ topics }: Lexicon): Concepts {
  const found = known.get(topics) ?? lookUps(topics.flatMap((domain) => domain.concepts));
  known.set(topics, found);
  return found;
}

function lookUps(concepts: Concept[]): Concepts {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const byLabel = new Map<string, Concept>();
  for (const concept of concepts) {
    for (const label of [
      concept.prefLabel,
      ...(concept.altLabel?.['zh-Hans'] ?? []),
      ...(concept.altLabel?.en ?? []),
    ]) {
      if (!byLabel.has(termKey(label))) byLabel.set(termKey(label), concept);
    }
  }
  const named = (concept: Concept | undefined): Entry['broader'] =>
    concept ? { id: concept.id, label: concept.prefLabel, origin: 'lexicon' } : null;
  return {
    same: (term) => byLabel.get(termKey(term))?.id,
    broader(term, kind) {
      const key = termKey(term);
      const same = byLabel.get(key);
      if (same) return named(same.broader === undefined ? undefined : byId.get(same.broader));
      for (let from = 1; from <= key.length - (kind === 'risk' ? 2 : CLASS); from++) {
        if (withinLatin.test(key.slice(from - 1, from + 1))) continue;
        const broader = byLabel.get(key.slice(from));
        if (broader) return named(broader);
      }
      return null;
    },
  };
}

/** What a term is, by its ending, its marks and its definition. */
export function kindOf(
  written: string,
  { clause, start, end, definition }: Candidate,
  phrases: DefinitionPhrases,
): Entry['kind'] {
  const term = simplify(written);
  const ends = (words: string[]) => words.some((word) => term.endsWith(word));
  const { text } = clause.message;
  if (ends(phrases.risk)) return 'risk';
  if (ends(phrases.regulations) || (text[start - 1] === '《' && text[end] === '》') || term.startsWith('《'))
    return 'regulation';
  if (ends(phrases.organizations)) return 'organization';
  const told = simplify(definition.map((span) => span.text).join(''));
  return ends(phrases.companies) && phrases.companySigns.some((sign) => told.includes(sign))
    ? 'organization'
    : 'concept';
}

/** The note's entry for a term; its aliases are those of all its places. */
export function entryOf({ best, places }: Term, phrases: DefinitionPhrases, concepts: Concepts): Entry {
  const { message, start, end, definition, clause } = best;
  const term = deriveTerm(clause.message.text.slice(start, end));
  const kind = kindOf(term, best, phrases);
  const aliases = new Map(
    places.flatMap((place) => place.aliases).map((alias) => [termKey(alias.text), alias]),
  );
  aliases.delete(termKey(term));
  return {
    term,
    kind,
    message,
    start,
    end,
    definition: trimmed(definition, phrases),
    aliases: [...aliases.values()],
    broader: concepts.broader(term, kind),
  };
}

/** Whether a sentence that explains one entry is part of the other's explanation. */
const sharesText = (a: Entry, b: Entry) =>
  b.definition.some((span) =>
    a.definition.some(
      (own) => own.message === span.message && own.start <= span.start && span.end <= own.end,
    ),
  );

/** Joins entries that are two names of one concept and told in one breath: the later becomes an alias of the first. */
export function joined(entries: Entry[], concepts: Concepts, spanAt: (entry: Entry) => Span): Entry[] {
  const kept: Entry[] = [];
  for (const entry of entries) {
    const id = concepts.same(entry.term);
    const first = id === undefined ? undefined : kept.find((other) => concepts.same(other.term) === id);
    if (first && sharesText(first, entry)) first.aliases.push(spanAt(entry), ...entry.aliases);
    else kept.push(entry);
  }
  return kept;
}
