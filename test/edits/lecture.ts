import { applyEdits } from '../../src/edits.js';
import { ledgerOf } from '../../src/ledger.js';
import { noteOf } from '../../src/note.js';
import { annotate } from '../../src/pipeline.js';
import type { Edits, Quote } from '../../src/schema/edits.js';
import type { Note, Section } from '../../src/schema/note.js';
import type { Transcript } from '../../src/transcript.js';
import { checkNote } from '../../src/verify/note.js';
import { chat, evening, host, lexicon, prepared, type Row, speaker } from '../stages/chat.js';

const announced = `今晚请到@${speaker} 给大家做分享，主题是“仓单质押的几道关口”，开始时间【20:00】`;

/** An evening with a talk, a question with its answer, and an advert. */
export const rows: Row[] = [
  ...evening(announced, speaker, [
    ...prepared.slice(0, 7),
    '补充一点 案例：去年有家仓库一货多单，银行最后打官司才拿回一半',
    '以上就是我今天的分享，谢谢大家，有问题可以提',
  ]),
  ['20:32', '芦花飞', '请问仓单丢了怎么办？'],
  ['20:33', speaker, '@芦花飞 挂失，公示期满以后仓库补开一张'],
  ['20:34', '半夏-春渡商贸-风控', '出售代发货，量大从优，加我微信'],
  ['20:35', '空山', '仓单和提单不是一回事'],
];

const base = annotate(chat(rows), lexicon);

/** The log with all stages run and nothing corrected; a copy of its own each time. */
export const transcript = (): Transcript => structuredClone(base);

/** The id of the only note before it is corrected. */
export const noteId = noteOf(base, base.talks[0]!).id;

const holding = (text: string) => base.children.find((message) => message.text.includes(text))!;

/** Ordinal and key of the first message that holds a text. */
export const idOf = (text: string): number => holding(text).id;
export const keyOf = (text: string): string => holding(text).key;

/** A quote of a text in the first message that holds it, or in the one that holds another. */
export const quote = (text: string, where = text): Quote => ({
  key: keyOf(where),
  text,
  start: holding(where).text.indexOf(text),
});

/** A file of edits for the only note. */
export const edits = (parts: Partial<Edits>): Edits => ({
  kind: 'edits',
  version: 1,
  note: noteId,
  ...parts,
});

/** All headings of a note: level, marker, title. */
export function outlineOf({ sections }: Pick<Note, 'sections'>): string[] {
  const lines = (list: readonly Section[]): string[] =>
    list.flatMap(({ level, marker, title, sections: inner }) => [
      `${level} ${marker}${title}`,
      ...lines(inner),
    ]);
  return lines(sections);
}

/** Everything that a corrected log gives, and the faults that `verify` finds in it. */
export function corrected(parts: Partial<Edits>, tree = transcript()) {
  const own = edits(parts);
  applyEdits(tree, [own], lexicon);
  const note = noteOf(tree, tree.talks[0]!);
  const faults: string[] = [];
  checkNote(note, tree, own, (code, pointer) => faults.push(`${code} ${pointer}`));
  const stale = note.review.filter(({ code }) => code === 'edit-stale');
  return { note, tree, ledger: ledgerOf(tree), faults, stale };
}

export { host, lexicon, speaker };
