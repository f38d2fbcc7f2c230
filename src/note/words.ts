import type { Note } from '../schema/note.js';
import { shipped } from '../shipped.js';
import type { Calibrated } from '../stages/certainty/calibrator.js';

type Both = readonly [chinese: string, english: string];

/** `lexicon/doubts.json`: what an editor is asked to look at, and why, in both languages. */
const { what, why } = shipped<{
  what: Record<string, Both>;
  why: Record<Calibrated | 'term', Record<string, Both>>;
}>('doubts.json');

/** Reasons that a hint names, at most. */
const named = 2;

/** How a hint reads in a note's language; Chinese where that is not English. */
export function wordsFor(language: Note['language']) {
  const side = language === 'en' ? 1 : 0;
  const [colon, comma, open, close] = side ? [': ', ', ', '“', '” '] : ['：', '，', '「', '」'];
  const causes = (kind: Calibrated | 'term', doubts: readonly string[]) => [
    ...new Set(doubts.flatMap((doubt) => why[kind][doubt]?.[side] ?? [])),
  ];
  return {
    /** What a code asks. */
    of: (code: string): string => what[code]![side],
    /** What is in question and why. */
    doubt(code: string, kind: Calibrated | 'term', doubts: readonly string[], about = ''): string {
      const reasons = causes(kind, doubts).slice(0, named);
      const said = `${about === '' ? '' : open + about + close}${what[code]![side]}`;
      return reasons.length ? `${said}${colon}${reasons.join(comma)}` : said;
    },
  };
}
