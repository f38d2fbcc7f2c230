import type { Lexicon } from '../../lexicon.js';
import { shipped } from '../../shipped.js';

/** `lexicon/definitions.json`: the words by which definitions are told; plain data, no code. */
export interface DefinitionPhrases {
  /** Predicates after a term (`是指`, `又称`, `负责`), by shape. */
  subject: Record<string, string[]>;
  soCalled: string[];
  soCalledEnds: string[];
  /** Words before a term that ends its explanation (`我们称为X`). */
  naming: string[];
  /** Words after a term named in passing that gloss it (`，也就是…`). */
  glosses: string[];
  /** Verbs before a noun that are no part of it: `进行`, `实现`. */
  governors: string[];
  /** Words before the kinds of a thing (`分为X、Y和Z`). */
  kinds: string[];
  /** Words taken off the beginning and the end of a term. */
  leads: string[];
  tails: string[];
  /** Words with which no term begins or ends, or that none holds. */
  badStarts: string[];
  badEnds: string[];
  badInside: string[];
  /** Classifiers, with which a number counts things told instead of naming one. */
  classifiers: string[];
  /** Labels that are no terms: `时间`, `注`, `优点`. */
  notTerms: string[];
  /** Class words by which terms end: `账户`, `系统`, `风险`. */
  heads: string[];
  /** Words in what is told of a term: of examples, of a tale, of a purpose, of the class it belongs to. */
  telling: Record<string, string[]>;
  /** Words in the line above a list: of kinds and concepts, or of steps and remarks. */
  under: Record<string, string[]>;
  /** Endings of terms by kind; a company is one only where its definition shows it (`是一家…`). */
  organizations: string[];
  companies: string[];
  companySigns: string[];
  regulations: string[];
  risk: string[];
}

/** The phrases of a lexicon, else the shipped ones. */
export function phrasesOf(lexicon: Lexicon): DefinitionPhrases {
  const own = (lexicon as { definitions?: DefinitionPhrases }).definitions;
  return own ?? shipped('definitions.json');
}
