import type { Plugin } from 'unified';
import type { Lexicon } from '../lexicon.js';
import type { Certainty, Odds, Talk, Transcript } from '../transcript.js';
import { type Calibrated, type Calibration, loadCalibration, probabilityOf } from './certainty/calibrator.js';
import { kindStated } from './certainty/evidence.js';
import { headingCasesOf } from './certainty/headings.js';
import { membershipsOf } from './certainty/membership.js';
import { pairCasesOf } from './certainty/pairs.js';
import { phrasesOf } from './glossary/phrases.js';
import type { Features } from './questions/features.js';

/** A decision with what speaks for and against it. */
interface Case<T> {
  about: T;
  found: boolean;
  stated: boolean;
  features: Features;
}

function weighed<T>(kind: Calibrated, cases: readonly Case<T>[], { weights }: Calibration): Odds<T>[] {
  return cases.map(({ about, found, stated, features }) => ({
    about,
    found,
    stated,
    probability: probabilityOf(features, weights[kind]),
    features,
  }));
}

/** How sure the decisions of a talk are. */
function certaintyOf(tree: Transcript, talk: Talk, lexicon: Lexicon, calibration: Calibration): Certainty {
  return {
    lecture: weighed('lecture', membershipsOf(tree, talk), calibration),
    headings: weighed('heading', headingCasesOf(tree, talk, lexicon), calibration),
    pairs: weighed('pair', pairCasesOf(talk), calibration),
    kinds: talk.glossary.flatMap((entry) => {
      const { message, start, end } = entry;
      return kindStated(entry, phrasesOf(lexicon)) ? [] : [{ message, start, end }];
    }),
  };
}

/** Says of each decision of lecture, outline and questions how likely it is right; changes none. */
export const certainty: Plugin<[Lexicon], Transcript> = (lexicon) => {
  const calibration = loadCalibration();
  return (tree) => {
    for (const talk of tree.talks)
      if (talk.kind !== 'discussion') talk.certainty = certaintyOf(tree, talk, lexicon, calibration);
  };
};
