import type { Plugin } from 'unified';
import { conceptsOf as taxonomyOf } from '../language/concepts.js';
import type { Lexicon } from '../lexicon.js';
import type { Model } from '../models/logistic.js';
import { shipped } from '../shipped.js';
import { spanOf, type Transcript } from '../transcript.js';
import { chosen, glossaryModel, rankedTerms, weighedTerms } from './glossary/choose.js';
import { entryOf, joined } from './glossary/entry.js';
import { knowledgeOf } from './glossary/knowledge.js';

/** Finds the terms that each lecture defines or explains, with the sentences that do; at most a dozen, in order. In a
 * discussion, where any remark may look like a definition, only terms of the taxonomy count. */
export const glossary: Plugin<[Lexicon], Transcript> = (lexicon) => {
  const knowledge = knowledgeOf(lexicon);
  const { phrases, concepts } = knowledge;
  const model = shipped<Model>(glossaryModel);
  const { find } = taxonomyOf(lexicon);
  const isConcept = (text: string) => find(text).some(({ start, end }) => start === 0 && end === text.length);
  return (tree) => {
    for (const talk of tree.talks) {
      const ranked = rankedTerms(tree, talk, knowledge, model);
      const terms = chosen(ranked).filter(({ text }) => talk.kind !== 'discussion' || isConcept(text));
      talk.weighed = { ...talk.weighed, terms: weighedTerms(ranked) };
      talk.glossary = joined(
        terms.map((term) => entryOf(term, phrases, concepts)),
        concepts,
        ({ message, start, end }) => spanOf(tree.children[message]!, start, end),
      );
    }
  };
};
