// The labelled talks as the decoder of the questions stage sees them.
import { draftOf, loadLabels } from '../fitting/labels.mjs';

/** Every labelled talk with its date, what the decoder works on, its lecture and its gold pairs; `load` imports from dist. */
export async function loadTalks(shared, load) {
  const { loadLexicon } = await load('lexicon.js');
  const { cues } = await load('stages/cues.js');
  const { duplicates } = await load('stages/duplicates.js');
  const { contextOf } = await load('stages/questions.js');
  const { loadWordings } = await load('stages/questions/model.js');
  const lexicon = loadLexicon();
  const wordings = loadWordings();
  return (await loadLabels(shared, load)).flatMap(({ set, label, tree, date }) => {
    duplicates()(tree);
    cues(lexicon)(tree);
    tree.talks = label.talks.map((talk) => draftOf(talk, tree.children));
    return tree.talks.map((draft, i) => ({
      set,
      date,
      context: contextOf(tree, draft, wordings),
      lecture: new Set(draft.lecture),
      pairs: label.talks[i].qa,
    }));
  });
}
