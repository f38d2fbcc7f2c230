import type { Lexicon } from '../../lexicon.js';
import type { Definitions } from '../../schema/definitions.js';

/** `lexicon/definitions.json`: the words by which definitions are told. */
export type DefinitionPhrases = Definitions;

/** The phrases of a lexicon. */
export const phrasesOf = (lexicon: Lexicon): DefinitionPhrases => lexicon.definitions;
