import type { Doubts } from '../schema/doubts.js';
import type { Note, Review } from '../schema/note.js';
import { shipped } from '../shipped.js';
import type { Calibrated } from '../stages/certainty/calibrator.js';
import type { Hint, Phrase } from '../transcript.js';

/** What an editor is asked to look at, and why, in both languages. */
const { what, stale, why } = shipped<Doubts>('doubts.json');
const phrases: Readonly<Record<string, string[]>> = { ...stale, ...what };

/** Reasons that a hint names, at most. */
const named = 2;

/** How a hint reads in a note's language; Chinese where that is not English. */
export function wordsFor(language: Note['language']) {
  const side = language === 'en' ? 1 : 0;
  const [colon, comma, open, close] = side ? [': ', ', ', '“', '” '] : ['：', '，', '「', '」'];
  const causes = (kind: Calibrated | 'term', doubts: readonly string[]) => [
    ...new Set(doubts.flatMap((doubt) => why[kind][doubt]?.[side] ?? [])),
  ];
  const said = ({ says, values = {} }: Phrase) =>
    phrases[says]![side]!.replace(/\{([a-z]{1,20})\}/gu, (place, name) => values[name] ?? place);
  return {
    /** What a code asks. */
    of: (code: string): string => phrases[code]![side]!,
    /** Phrases as one sentence. */
    joined: (parts: readonly Phrase[]): string => parts.map(said).join(colon),
    /** What is in question and why. */
    doubt(code: string, kind: Calibrated | 'term', doubts: readonly string[], about = ''): string {
      const reasons = causes(kind, doubts).slice(0, named);
      const asked = `${about === '' ? '' : open + about + close}${phrases[code]![side]}`;
      return reasons.length ? `${asked}${colon}${reasons.join(comma)}` : asked;
    },
  };
}

/** A hint as a note of a language words it. */
export function worded({ code, phrases: parts, message }: Hint, language: Note['language']): Review {
  const words = wordsFor(language);
  const reason = parts ? words.joined(parts) : words.of(code);
  return { code, reason, ...(message !== undefined && { message }) };
}
