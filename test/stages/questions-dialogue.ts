import { unified } from 'unified';
import { cues } from '../../src/stages/cues.js';
import { duplicates } from '../../src/stages/duplicates.js';
import { questions } from '../../src/stages/questions.js';
import type { Pair, Talk, Transcript } from '../../src/transcript.js';
import { unread } from '../../src/transcript.js';
import { chat, lexicon, type Row, speaker, typed } from './chat.js';

/** A short talk about invoices before every dialogue. */
const lecture = typed('20:00', speaker, [
  '今天分享的主题是电子发票的验真流程，先讲开票，再讲查验，最后讲入账。',
  '开票的时候系统会生成一串校验码，校验码和发票号码一起存到税务局的平台。',
  '查验就是拿发票号码和校验码去平台比对，比对一致才能入账报销。',
  '同一张发票入账以后要做标记，不然会重复报销。',
]);

function talkOf(tree: Transcript, nicks: string[], ids: number[]): Talk {
  const window = { first: ids[0] ?? 0, last: ids.at(-1) ?? 0 };
  return {
    announcement: [],
    host: null,
    nicks,
    speakers: [{ name: nicks[0]!, aliases: [] }],
    titleFrom: [],
    title: '',
    announced: null,
    window,
    lecture: ids.filter((id) => tree.children[id]),
    ...unread(),
  };
}

/** A log of the lecture and what is said after it, the questions stage run over it. */
export function talkThen(rows: Row[]): Transcript {
  const tree = chat([...lecture, ...rows]);
  tree.talks = [
    talkOf(
      tree,
      [speaker],
      lecture.map((_, id) => id),
    ),
  ];
  unified().use(duplicates).use(cues, lexicon).use(questions, lexicon).runSync(tree);
  return tree;
}

/** The pairs of the only talk. */
export const pairsOf = (tree: Transcript): Pair[] => tree.talks[0]!.qa;

/** Pairs as a table shows them: what is asked, and each person's answer: `什么意思？ → 甲: 就是… + 也就是…`. */
export function pairsAfter(rows: Row[]): string[] {
  const words = (spans: { text: string }[]) => spans.map(({ text }) => text).join(' + ');
  return pairsOf(talkThen(rows)).map(({ question, answers }) =>
    [
      words(question.spans),
      ...answers.map((turn) => `${turn.by === speaker ? '讲者' : turn.by}: ${words(turn.spans)}`),
    ].join(' → '),
  );
}
