import type { Plugin } from 'unified';
import { deriveTitle } from '../derive.js';
import { type Concepts, conceptsOf } from '../language/concepts.js';
import type { DiscussionRules, Lexicon } from '../lexicon.js';
import { messagesIn } from '../pairs.js';
import type { Hint, Pair, Talk, Transcript } from '../transcript.js';
import { unread } from '../transcript.js';
import { evidenceOf, isDiscussion } from './discussions/evidence.js';
import { headlineOf } from './discussions/headline.js';
import { subjectsOf } from './discussions/subjects.js';
import { type Substance, substancesOf } from './discussions/substance.js';
import { threadsOf } from './discussions/threads.js';

/** Seconds after the last message on the subject in which an answer may still come. */
const tail = 600;

/** A discussion before its pairs are known. */
function draft(tree: Transcript, subject: readonly Substance[]): Talk {
  const ids = subject.map(({ message }) => message.id);
  const end = subject.at(-1)!.message.clock + tail;
  let last = ids.at(-1)!;
  while (last + 1 < tree.children.length && tree.children[last + 1]!.clock <= end) last++;
  return {
    kind: 'discussion',
    announcement: [],
    host: null,
    nicks: [],
    speakers: [],
    titleFrom: [],
    title: '',
    announced: null,
    window: { first: ids[0]!, last },
    lecture: ids,
    ...unread(),
  };
}

interface Known {
  concepts: Concepts;
  rules: DiscussionRules;
}

/** Puts the pairs of a discussion into it, and the question that heads it. */
function completed(talk: Talk, qa: Pair[], tree: Transcript, known: Known): Talk {
  const titleFrom = headlineOf(talk.lecture, qa, tree.children, known.concepts, known.rules);
  const lecture = [...new Set([...talk.lecture, ...qa.flatMap(messagesIn)])].sort((a, b) => a - b);
  const hint: Hint = titleFrom.length
    ? { code: 'title-guessed', message: titleFrom[0]!.message }
    : { code: 'no-title' };
  return { ...talk, lecture, qa, titleFrom, title: deriveTitle(titleFrom), review: [hint] };
}

/**
 * Finds the discussions of a day without a talk: several people, several messages that say something about one
 * subject, questions that are answered. What counts, and how much, stands in `lexicon/discussions.json`. Runs only where
 * it is asked for.
 */
export const discussions: Plugin<[Lexicon], Transcript> = (lexicon) => {
  const rules = lexicon.discussions;
  const known = { concepts: conceptsOf(lexicon), rules };
  return (tree) => {
    if (tree.talks.length) return;
    const taken = new Set<number>();
    for (const subject of subjectsOf(substancesOf(tree, lexicon), rules)) {
      const free = subject.filter(({ message }) => !taken.has(message.id));
      if (free.length < rules.least.messages) continue;
      const talk = draft(tree, free);
      const own = new Set(talk.lecture);
      const { first, last } = talk.window;
      const qa = threadsOf(tree.children.slice(first, last + 1), free, rules).filter((pair) => {
        const ids = messagesIn(pair);
        return ids.some((id) => own.has(id)) && !ids.some((id) => taken.has(id));
      });
      if (!isDiscussion(evidenceOf(free, qa, rules.answer), rules)) continue;
      const found = completed(talk, qa, tree, known);
      for (const id of found.lecture) taken.add(id);
      tree.talks.push(found);
    }
  };
};
