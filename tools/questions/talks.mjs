// The labelled talks as the decoder of the questions stage sees them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const expand = (ids) =>
  ids.flatMap((x) => (Array.isArray(x) ? Array.from({ length: x[1] - x[0] + 1 }, (_, i) => x[0] + i) : [x]));

const draftOf = (talk) => {
  const lecture = expand(talk.lecture).sort((a, b) => a - b);
  return {
    nicks: talk.speakers,
    lecture,
    window: { first: lecture[0], last: lecture.at(-1) },
    announcement: talk.announce ?? [],
  };
};

/** Every labelled talk with its date, what the decoder works on, its lecture and its gold pairs; `load` imports from dist. */
export async function loadTalks(shared, load) {
  const { readTranscript } = await load('read/chatlog.js');
  const { loadLexicon } = await load('lexicon.js');
  const { cues } = await load('stages/cues.js');
  const { duplicates } = await load('stages/duplicates.js');
  const { contextOf } = await load('stages/questions.js');
  const { loadWordings } = await load('stages/questions/model.js');
  const lexicon = loadLexicon();
  const wordings = loadWordings();
  return readdirSync(join(shared, 'eval/labels'))
    .sort()
    .flatMap((file) => {
      const label = JSON.parse(readFileSync(join(shared, 'eval/labels', file), 'utf8'));
      if (!label.talks.length) return [];
      const path = join(shared, 'corpus/logs', `${label.log}-chat.markdown`);
      const tree = readTranscript(readFileSync(path), path);
      duplicates()(tree);
      cues(lexicon)(tree);
      tree.talks = label.talks.map(draftOf);
      return tree.talks.map((draft, i) => ({
        date: label.log.slice(-10),
        context: contextOf(tree, draft, wordings),
        lecture: new Set(draft.lecture),
        pairs: label.talks[i].qa,
      }));
    });
}
