import { withoutEmoji } from '../derive.js';
import { withoutQuotations } from '../language/quotation.js';
import { unescapeHtml } from '../language/text.js';
import { withoutCalls } from '../readable/mentions.js';
import type { Note } from '../schema/note.js';
import { eachSection, sectionPlace } from '../sections.js';
import { doubtsOf, loadCalibration } from '../stages/certainty/calibrator.js';
import { speakerStated, titleStated } from '../stages/certainty/evidence.js';
import { THRESHOLD } from '../stages/glossary/choose.js';
import type { Odds, Place, Review, Talk, Transcript } from '../transcript.js';
import { meet } from '../transcript.js';
import { wordsFor } from './words.js';

const calibration = loadCalibration();
const { inferred, sizes } = calibration;

/** A hint with what an editor gains by following it, on average, in the figure that it moves. */
export interface Doubt {
  entry: Review;
  gain: number;
}

/** Below this doubt nobody is asked to look. */
const LEAST = 0.2;

/**
 * What putting a wrong decision right is worth, in parts of one hit: what is taken wrongly costs half a hit (F1 counts
 * it once), what is missed and what is replaced by the right one a whole one, but for what the editor cannot find.
 */
const worth = { remove: 0.5, add: 1, replace: 0.75 };

type Words = ReturnType<typeof wordsFor>;

const gainOf = (doubt: number, kind: keyof typeof sizes, way: keyof typeof worth) =>
  (doubt * worth[way]) / sizes[kind];

const doubtOf = ({ found, probability }: Odds<unknown>) => (found ? 1 - probability : probability);
const rounded = (x: number) => Math.round(x * 1000) / 1000;
/** A text as people read it. */
const shown = (text: string) => withoutEmoji(unescapeHtml(text)).replace(/\s+/gu, ' ').trim();
const textAt = (tree: Transcript, { message, start, end }: Place) =>
  shown(tree.children[message]!.text.slice(start, end));

/** Characters of a message by which a hint names it. */
const named = 24;

/** How a message begins, beside what it quotes and whom it calls; empty where it is a picture or link. */
function beginningOf(tree: Transcript, id: number): string {
  const own = withoutQuotations(tree.children[id]!.text.slice(0, 4000));
  const said = shown(withoutCalls(own, [], '') || own);
  if (/^(?:!?\[[^\]]{0,200}\]\(|https?:)/u.test(said)) return '';
  const characters = [...said.slice(0, 200)];
  return characters.length > named ? `${characters.slice(0, named).join('')}…` : characters.join('');
}

/** Which of a joined transcript's logs a message stands in. */
function sourceOf({ source, further = [] }: Transcript, id: number): number {
  let next = source.messages;
  return further.findIndex(({ messages }) => {
    const before = id < next;
    next += messages;
    return before;
  });
}

/** Runs of neighbouring messages of the speaker, of one log, that are in doubt in the same way. */
function runsOf(
  tree: Transcript,
  all: readonly Odds<number>[],
  settled: ReadonlySet<number> | undefined,
): Odds<number>[][] {
  const runs: Odds<number>[][] = [];
  let open: Odds<number>[] | undefined;
  for (const odds of all) {
    const doubtful = doubtOf(odds) >= LEAST && !settled?.has(odds.about);
    if (!doubtful) open = undefined;
    else if (
      open &&
      open[0]!.found === odds.found &&
      sourceOf(tree, open[0]!.about) === sourceOf(tree, odds.about)
    )
      open.push(odds);
    else {
      open = [odds];
      runs.push(open);
    }
  }
  return runs;
}

function lectureDoubts(tree: Transcript, { lecture, certainty, settled }: Talk, words: Words): Doubt[] {
  return runsOf(tree, certainty!.lecture, settled?.lecture).map((run) => {
    const [first] = run;
    const { found, about } = first!;
    const code = found ? 'lecture-doubtful' : 'lecture-missing';
    const messages = run.map((odds) => odds.about);
    const entry: Review = {
      code,
      reason: words.doubt(
        code,
        'lecture',
        doubtsOf(first!, 'lecture', calibration),
        beginningOf(tree, about),
      ),
      message: about,
      ...(messages.length > 1 && { messages: messages as Review['messages'] }),
      ...(found && { pointer: `/lecture/messages/${lecture.indexOf(about)}` }),
      doubt: rounded(doubtOf(first!)),
    };
    const way = found ? 'remove' : 'add';
    return { entry, gain: run.reduce((sum, odds) => sum + gainOf(doubtOf(odds), 'lecture', way), 0) };
  });
}

function headingDoubts(tree: Transcript, talk: Talk, words: Words): Doubt[] {
  const pointers = new Map(eachSection(talk.sections).map(([at, section]) => [sectionPlace(section), at]));
  return talk.certainty!.headings.flatMap((odds) => {
    const { about, found } = odds;
    const doubt = doubtOf(odds);
    if (doubt < LEAST || talk.settled?.headings.some((place) => meet(place, about))) return [];
    const code = found ? 'heading-doubtful' : 'heading-missing';
    const pointer = pointers.get(`${about.message} ${about.start} ${about.end}`);
    const entry: Review = {
      code,
      reason: words.doubt(code, 'heading', doubtsOf(odds, 'heading', calibration), textAt(tree, about)),
      message: about.message,
      ...(pointer !== undefined && { pointer }),
      doubt: rounded(doubt),
    };
    return [{ entry, gain: gainOf(doubt, 'heading', found ? 'remove' : 'add') }];
  });
}

function pairDoubts(tree: Transcript, { qa, certainty, settled }: Talk, words: Words): Doubt[] {
  return certainty!.pairs.flatMap((odds) => {
    const { about, found } = odds;
    const doubt = doubtOf(odds);
    const first = about.question[0]!;
    if (doubt < LEAST || about.question.some((id) => settled?.questions.has(id))) return [];
    const code = found ? 'pair-doubtful' : 'pair-missing';
    const index = qa.findIndex(({ question }) => question.messages[0] === first);
    const entry: Review = {
      code,
      reason: words.doubt(code, 'pair', doubtsOf(odds, 'pair', calibration), beginningOf(tree, first)),
      message: first,
      ...(index >= 0 && { pointer: `/qa/${index}` }),
      doubt: rounded(doubt),
    };
    return [{ entry, gain: gainOf(doubt, 'pair', found ? 'replace' : 'add') }];
  });
}

/** Terms by the glossary model's own probability, which is not calibrated. */
function termDoubts(tree: Transcript, { glossary, weighed, settled }: Talk, words: Words): Doubt[] {
  return (weighed?.terms ?? []).flatMap((term) => {
    const index = glossary.findIndex(
      ({ message, start }) => message === term.message && start === term.start,
    );
    const found = index >= 0;
    const doubt = found ? 1 - term.score : term.score;
    const passed = found || (term.score < THRESHOLD && !glossary.some((entry) => meet(entry, term)));
    if (!passed || doubt < LEAST || settled?.terms.some((place) => meet(place, term))) return [];
    const code = found ? 'term-doubtful' : 'term-missing';
    const name = found ? shown(glossary[index]!.term) : textAt(tree, term);
    const entry: Review = {
      code,
      reason: words.doubt(code, 'term', found && !term.told ? ['untold'] : [], name),
      message: term.message,
      ...(found && { pointer: `/glossary/${index}` }),
      doubt: rounded(doubt),
    };
    return [{ entry, gain: gainOf(doubt, 'term', found ? 'remove' : 'add') }];
  });
}

function headDoubts(tree: Transcript, talk: Talk, words: Words): Doubt[] {
  const edited = talk.edited?.includes('/title');
  const one = (
    code: 'title-inferred' | 'speaker-inferred',
    pointer: string,
    right: number,
    message: number,
  ) => ({
    entry: { code, reason: words.of(code), message, pointer, doubt: rounded(1 - right) },
    gain: 1 - right,
  });
  const [from] = talk.titleFrom;
  return [
    ...(from && !edited && !titleStated(talk)
      ? [one('title-inferred', '/title', inferred.title, from.message)]
      : []),
    ...(speakerStated(tree, talk)
      ? []
      : [one('speaker-inferred', '/speakers/0', inferred.speaker, talk.lecture[0]!)]),
  ].filter(({ gain }) => gain >= LEAST);
}

/** What is in doubt in a talk, the most worth looking at first: by what an editor gains, then by the order of the log. */
export function doubtsIn(tree: Transcript, talk: Talk, language: Note['language']): Doubt[] {
  if (!talk.certainty) return [];
  const words = wordsFor(language);
  const all = [
    ...headDoubts(tree, talk, words),
    ...lectureDoubts(tree, talk, words),
    ...headingDoubts(tree, talk, words),
    ...pairDoubts(tree, talk, words),
    ...termDoubts(tree, talk, words),
  ];
  return all.sort((a, b) => b.gain - a.gain || (a.entry.message ?? 0) - (b.entry.message ?? 0));
}
