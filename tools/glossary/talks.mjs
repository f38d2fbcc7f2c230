// The labelled talks with every term that the glossary stage weighs, and what the labels say of each.
import { draftOf, loadLabels } from '../fitting/labels.mjs';
import { norm, sameTerm } from '../fitting/match.mjs';

/** Whether a label has the term: to the letter, or alike where no other candidate is it to the letter. */
function isWanted(term, terms, wanted) {
  return wanted.some(
    (one) =>
      norm(one) === term.key || (sameTerm(one, term.text) && !terms.some(({ key }) => key === norm(one))),
  );
}

/** Every labelled talk with its terms (`y`: 1 if the labels have it) and the labels' terms; `load` imports from dist. */
export async function loadTalks(shared, load) {
  const { loadLexicon } = await load('lexicon.js');
  const { rankedTerms } = await load('stages/glossary/choose.js');
  const { knowledgeOf } = await load('stages/glossary/knowledge.js');
  const knowledge = knowledgeOf(loadLexicon());
  const model = { bias: 0, weights: {}, trees: [] };
  return (await loadLabels(shared, load)).flatMap(({ set, label, tree, log, date }) =>
    label.talks.map((gold) => {
      const terms = rankedTerms(tree, draftOf(gold, tree.children), knowledge, model);
      const wanted = gold.glossary.map(({ term }) => term);
      return {
        set,
        log,
        date,
        wanted,
        gold,
        terms: terms.map((term) => ({ ...term, y: isWanted(term, terms, wanted) ? 1 : 0 })),
      };
    }),
  );
}
