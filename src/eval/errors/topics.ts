import { aliasesOf, conceptsOf } from '../../language/concepts.js';
import type { Lexicon } from '../../lexicon.js';
import { reason } from '../../reasons/reason.js';
import type { RankedTopic } from '../../reasons/topics.js';
import type { Topic } from '../../schema/note.js';
import type { Concept } from '../../schema/taxonomy.js';
import type { ErrorClass } from '../classes.js';
import type { Draft, Found } from '../draft.js';
import { named, topicsOf } from '../figures/topics.js';
import { plain, sameTerm } from '../likeness.js';

/** Characters of a message in which concepts are looked for, as in the stage. */
const longest = 20_000;

/** The concepts that have a name. */
function conceptsNamed(name: string, { topics }: Lexicon): Concept[] {
  const want = plain(name);
  return topics.flatMap(({ concepts }) =>
    concepts.filter((one) => [one.prefLabel, ...aliasesOf(one)].some((own) => plain(own) === want)),
  );
}

/** Whether the taxonomy has a name, and whether the lecture names such a concept. */
interface Naming {
  known: boolean;
  present: boolean;
}

function namingOf({ note, evidence: { tree, lexicon } }: Found): (name: string) => Naming {
  const present = new Set(
    note.lecture.messages.flatMap((id) =>
      conceptsOf(lexicon)
        .find(tree.children[id]?.text.slice(0, longest) ?? '')
        .flatMap(({ values }) => values),
    ),
  );
  return (name) => {
    const concepts = conceptsNamed(name, lexicon);
    return { known: concepts.length > 0, present: concepts.some((one) => present.has(one)) };
  };
}

/** The best candidate that would have counted as a topic. */
const candidateFor = (want: string, ranking: readonly RankedTopic[]) =>
  ranking.find((one) => named(one, want)) ?? ranking.find(({ label }) => sameTerm(label, want));

function missedClass(
  candidate: RankedTopic | undefined,
  ranking: readonly RankedTopic[],
  ofName: Naming,
): ErrorClass {
  if (!candidate) {
    if (!ofName.known) return 'topics.missed-unknown';
    return ofName.present ? 'topics.missed-thin' : 'topics.missed-absent';
  }
  if (candidate.chosen) return 'topics.missed-taken';
  const last = ranking.findLast(({ chosen }) => chosen);
  if (last && candidate.rank < last.rank) return 'topics.missed-repeated';
  return candidate.concept === undefined ? 'topics.missed-below-term' : 'topics.missed-below';
}

const related = (one: Concept, other: Concept) =>
  one.broader === other.id ||
  other.broader === one.id ||
  (one.broader !== undefined && one.broader === other.broader);

function extraClass(topic: Topic, wanted: readonly Concept[], lexicon: Lexicon): ErrorClass {
  const concept = conceptsOf(lexicon).byId.get(topic.id);
  if (!concept) return 'topics.extra-term';
  if (wanted.some((want) => related(concept, want))) return 'topics.extra-kin';
  return concept.broader === undefined ? 'topics.extra-general' : 'topics.extra-concept';
}

const told = ({ label, rank, score, shares }: RankedTopic) =>
  reason(`${label} ranks ${rank}`, score, shares());

/** Topics missed and too many, with the rank and the features of their candidates. */
export function topicErrors(one: Found): Draft[] {
  const { label, note, evidence } = one;
  const { missed, extra } = topicsOf(one);
  const talk = evidence.talkOf(note);
  const ranking = talk ? evidence.topics(talk) : [];
  const last = ranking.findLast(({ chosen }) => chosen);
  const wanted = label.topics.flatMap((name) => conceptsNamed(name, evidence.lexicon));
  const naming = namingOf(one);
  const lost = missed.map((want): Draft => {
    const candidate = candidateFor(want, ranking);
    return {
      class: missedClass(candidate, ranking, naming(want)),
      missed: 1,
      wanted: want,
      messages: [],
      reasons: () => [candidate, last].flatMap((shown) => (shown ? [told(shown)] : [])),
    };
  });
  const invented = extra.map((topic): Draft => {
    const own = ranking.find(({ label: name }) => name === topic.label);
    return {
      class: extraClass(topic, wanted, evidence.lexicon),
      extra: 1,
      found: topic.label,
      messages: [...new Set((topic.evidence ?? []).map(({ message }) => message))].sort((a, b) => a - b),
      reasons: () => (own ? [told(own)] : []),
    };
  });
  return [...lost, ...invented];
}
