// The labelled talks as the decoder of the questions stage sees them.
import { draftOf, loadLabels } from '../fitting/labels.mjs';

/** Pairs and triples of neighbouring characters of the nicks of a log. */
function nickParts(tree) {
  const parts = new Set();
  for (const nick of new Set(tree.children.map(({ sender }) => sender)))
    for (let i = 0; i + 2 <= nick.length; i++)
      for (const length of [2, 3]) parts.add(nick.slice(i, i + length).toLowerCase());
  return [...parts];
}

/** Every labelled talk with its date, what the decoder works on, its lecture and its gold pairs; `load` imports from dist. */
export async function loadTalks(shared, load) {
  const { loadLexicon } = await load('lexicon.js');
  const { cues } = await load('stages/cues.js');
  const { duplicates } = await load('stages/duplicates.js');
  const { contextOf } = await load('stages/questions.js');
  const { loadWordings } = await load('stages/questions/model.js');
  const lexicon = loadLexicon();
  const wordings = loadWordings();
  const none = { asks: {}, speaker: {}, member: {} };
  return (await loadLabels(shared, load)).flatMap(({ set, label, tree, date }) => {
    duplicates()(tree);
    cues(lexicon)(tree);
    tree.talks = label.talks.map((talk) => draftOf(talk, tree.children));
    return tree.talks.map((draft, i) => ({
      set,
      date,
      log: label.log,
      nickParts: nickParts(tree),
      context: contextOf(tree, draft, wordings, none),
      lecture: new Set(draft.lecture),
      pairs: label.talks[i].qa,
    }));
  });
}
