import type { Lexicon } from '../lexicon.js';
import { idOf } from '../note.js';
import { type Decision, questionDecisions } from '../reasons/questions.js';
import { type RankedTerm, termRanking } from '../reasons/terms.js';
import { type RankedTopic, topicRanking } from '../reasons/topics.js';
import type { Talk, Transcript } from '../transcript.js';
import { jaccard } from './likeness.js';
import type { Measured } from './notes.js';

/** A log on which all stages ran, and what they weighed; the dear parts are worked out when they are asked for. */
export interface Evidence {
  tree: Transcript;
  lexicon: Lexicon;
  /** The talk that this version makes of a note: of its id, else the one most like it. */
  talkOf(note: Measured | undefined): Talk | undefined;
  decisions(talk: Talk): Map<number, Decision>;
  topics(talk: Talk): RankedTopic[];
  terms(talk: Talk): RankedTerm[];
}

function once<T>(make: (talk: Talk) => T): (talk: Talk) => T {
  const known = new Map<Talk, T>();
  return (talk) => {
    const value = known.get(talk) ?? make(talk);
    known.set(talk, value);
    return value;
  };
}

/** The evidence of an annotated log. */
export function evidenceOf(tree: Transcript, lexicon: Lexicon): Evidence {
  return {
    tree,
    lexicon,
    talkOf(note) {
      if (!note) return undefined;
      const likeness = tree.talks.map(({ lecture }) => jaccard(lecture, note.lecture.messages));
      const best = Math.max(0, ...likeness);
      return (
        tree.talks.find((talk) => idOf(tree, talk) === note.id) ??
        (best > 0 ? tree.talks[likeness.indexOf(best)] : undefined)
      );
    },
    decisions: once((talk) => questionDecisions(tree, talk)),
    topics: once((talk) => topicRanking(tree, talk, lexicon)),
    terms: once((talk) => termRanking(tree, talk, lexicon)),
  };
}
