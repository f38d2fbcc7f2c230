import type { Note } from '../schema/note.js';
import { eachSection, sectionPlace } from '../sections.js';
import {
  restrictionStated,
  speakerStated,
  termStated,
  titleStated,
  topicStated,
} from '../stages/certainty/evidence.js';
import type { Certainty, Odds, Pair, Section, Talk, Transcript } from '../transcript.js';

/** What a certainty says of a talk's decisions, ready to be looked up. */
interface Known {
  messages: Map<number, Odds<number>>;
  sections: Map<string, Odds<unknown>>;
  pairs: Map<number, Odds<unknown>>;
}

const knownOf = ({ lecture, headings, pairs }: Certainty): Known => ({
  messages: new Map(lecture.map((odds) => [odds.about, odds])),
  sections: new Map(
    headings.map((odds) => [`${odds.about.message} ${odds.about.start} ${odds.about.end}`, odds]),
  ),
  pairs: new Map(pairs.map((odds) => [odds.about.question[0]!, odds])),
});

/** Members of a list that are not stated, as pointers. */
const unstated = <T>(list: readonly T[], at: string, stated: (one: T) => boolean) =>
  list.flatMap((one, index) => (stated(one) ? [] : [`${at}/${index}`]));

/** JSON pointers into the talk's note to what a rule inferred and no editor set. */
function inferredOf(tree: Transcript, talk: Talk, known: Known): string[] {
  const flat = eachSection(talk.sections);
  const sections = flat.map(([, section]) => section);
  const kinds = new Set(talk.certainty!.kinds.map(({ message, start }) => `${message} ${start}`));
  const isSettled = (id: number) => talk.settled?.lecture.has(id) ?? false;
  const all = [
    ...(talk.title === '' || titleStated(talk) ? [] : ['/title']),
    ...(speakerStated(tree, talk) ? [] : ['/speakers/0']),
    ...unstated(
      talk.lecture,
      '/lecture/messages',
      (id) => isSettled(id) || known.messages.get(id)?.stated === true,
    ),
    ...flat.flatMap(([at, section]) => (known.sections.get(sectionPlace(section))?.stated ? [] : [at])),
    ...unstated(talk.qa, '/qa', (pair) => known.pairs.get(pair.question.messages[0]!)?.stated === true),
    ...unstated(talk.topics, '/topics', (topic) => topicStated(topic, talk, sections)),
    ...unstated(talk.glossary, '/glossary', (entry) => termStated(entry, talk)),
    ...talk.glossary.flatMap(({ message, start }, index) =>
      kinds.has(`${message} ${start}`) ? [`/glossary/${index}/kind`] : [],
    ),
    ...unstated(talk.restrictions, '/restrictions', ({ message }) => restrictionStated(tree, message)),
  ];
  const edited = new Set(talk.edited);
  return all.filter((pointer) => !edited.has(pointer) && !edited.has(pointer.replace(/\/kind$/u, '')));
}

/** Sections with their probabilities, but for those that an editor set. */
const sectionsWith = (
  sections: readonly Section[],
  known: Known,
  edited: ReadonlySet<string>,
  at: string,
): Section[] =>
  sections.map((section, index) => {
    const here = `${at}/${index}`;
    const odds = edited.has(here) ? undefined : known.sections.get(sectionPlace(section));
    const below = sectionsWith(section.sections, known, edited, `${here}/sections`);
    return { ...section, ...(odds && { probability: odds.probability }), sections: below };
  });

const pairsWith = (qa: readonly Pair[], known: Known, edited: ReadonlySet<string>): Pair[] =>
  qa.map((pair, index) => {
    const odds = edited.has(`/qa/${index}`) ? undefined : known.pairs.get(pair.question.messages[0]!);
    return odds ? { ...pair, probability: odds.probability } : pair;
  });

/** What the note says of its own certainty: which decisions are inferred, and how likely those are right that can be. */
export function withCertainty(
  tree: Transcript,
  talk: Talk,
): Pick<Note, 'lecture' | 'sections' | 'qa' | 'inferred'> {
  const { lecture, sections, qa, certainty, settled } = talk;
  if (!certainty) return { lecture: { messages: lecture }, sections, qa };
  const known = knownOf(certainty);
  const edited = new Set(talk.edited);
  const inferred = inferredOf(tree, talk, known);
  const probability = (id: number) =>
    settled?.lecture.has(id) ? 1 : (known.messages.get(id)?.probability ?? 0.5);
  return {
    lecture: { messages: lecture, probabilities: lecture.map(probability) },
    sections: sectionsWith(sections, known, edited, '/sections'),
    qa: pairsWith(qa, known, edited),
    ...(inferred.length > 0 && { inferred }),
  };
}
