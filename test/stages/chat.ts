import { unified } from 'unified';
import { loadLexicon } from '../../src/lexicon.js';
import { readTranscript } from '../../src/read/chatlog.js';
import { cues } from '../../src/stages/cues.js';
import { duplicates } from '../../src/stages/duplicates.js';
import { lecture } from '../../src/stages/lecture.js';
import { outline } from '../../src/stages/outline.js';
import { talks } from '../../src/stages/talks.js';
import type { Block, Message, Section, Talk, Transcript } from '../../src/transcript.js';
import { unread } from '../../src/transcript.js';
import { entry } from '../read/log.js';

/** The shipped lexicon, read once for all tables. */
export const lexicon = loadLexicon();

/** A message: time (`20:00` or `20:00:05`), nick, text. */
export type Row = [time: string, nick: string, text: string];

/** The people of our invented group. */
export const host = '陆晓帆-稻谷支付-运营-上海';
export const speaker = '沈砚秋-澜仓科技-产品-苏州';

const order = { cues, duplicates, talks, lecture, outline };
type Stage = (typeof order)[keyof typeof order];

/** A log as the exporter writes it, read by the reader. */
export function chat(rows: Row[]): Transcript {
  const entries = rows.map(([time, nick, text]) => {
    const clock = time.length === 5 ? `${time}:00` : time;
    return entry(clock, nick, text);
  });
  return readTranscript(Buffer.from(entries.join('')), 'demo/2024-05-06-chat.markdown');
}

/** Runs the stages up to the one named over a log of these rows. */
export function upTo(last: keyof typeof order, rows: Row[]): Transcript {
  const tree = chat(rows);
  const names = Object.keys(order) as (keyof typeof order)[];
  const processor = unified();
  for (const name of names.slice(0, names.indexOf(last) + 1)) processor.use(order[name] as Stage, lexicon);
  processor.runSync(tree);
  return tree;
}

/** Texts of one sender, half a minute apart from a time on. */
export function typed(from: string, nick: string, texts: string[]): Row[] {
  const [hours, minutes] = from.split(':').map(Number) as [number, number];
  return texts.map((text, index) => {
    const seconds = hours * 3600 + minutes * 60 + index * 30;
    const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    return [parts.map((part) => String(part).padStart(2, '0')).join(':'), nick, text];
  });
}

/** A prepared talk about warehouse receipts: opening, three sections, closing. */
export const prepared = [
  '大家晚上好，今天我分享的主题是仓单质押的几道关口，先讲概念，再讲流程，最后讲风险。',
  '一、什么是仓单',
  '仓单是仓库收到货物以后开出的提货凭证，谁拿着它谁就能提货，所以它既证明货在哪里，也证明货归谁。',
  '二、质押的流程',
  '货主把货送进监管仓，仓库验货、入库、开单，银行核对单据以后按货值打折放款，货款还清才放货。',
  '三、常见的风险',
  '最怕的是同一批货开出两张单，其次是货价下跌太快，再次是仓库自己偷偷放货，银行的人不可能天天盯着。',
  '以上就是我今天的分享，谢谢大家，有问题可以提',
];

/** An evening: the announcement, sign-ins, the talk, thanks. */
export function evening(announcement: string, by = speaker, texts = prepared): Row[] {
  return [
    ['18:30', host, announcement],
    ['18:31', '芦花飞', '签到'],
    ['18:40', '半夏-春渡商贸-风控', '签到'],
    ['19:58', '空山', '[鼓掌][鼓掌]'],
    ...typed('20:00', by, texts),
    ['20:30', '芦花飞', '感谢分享'],
    ['20:31', '空山', '[鼓掌]'],
  ];
}

/** The talks of a log: who speaks, about what, announced by whom in which messages. */
export function talksIn(rows: Row[]) {
  return upTo('lecture', rows).talks.map(({ nicks, title, host: by, announcement }) => ({
    speaker: nicks[0],
    title,
    host: by,
    announcement,
  }));
}

/** The texts of the lecture of the only talk. */
export function lectureIn(rows: Row[]): string[] {
  const tree = upTo('lecture', rows);
  if (tree.talks.length !== 1) throw new Error(`${tree.talks.length} talks`);
  return tree.talks[0]!.lecture.map((id) => tree.children[id]!.text);
}

/** A talk whose lecture is these messages of one sender, some seconds apart, its outline made. */
export function outlined(texts: string[], gap = 20): { tree: Transcript; talk: Talk } {
  const tree = bare(texts, gap);
  unified().use(cues, lexicon).use(outline, lexicon).runSync(tree);
  return { tree, talk: tree.talks[0]! };
}

/** Messages as texts state them, not trimmed or cut by the reader. */
function bare(texts: string[], gap: number): Transcript {
  const place = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  const children = texts.map(
    (text, id): Message => ({
      type: 'message',
      id,
      key: String(id),
      time: '20:00:00',
      clock: id * gap,
      sender: speaker,
      text,
      position: place,
      body: { line: 1, column: 1 },
      cues: [],
    }),
  );
  const talk: Talk = {
    announcement: [],
    host: null,
    nicks: [speaker],
    speakers: [{ name: speaker, aliases: [] }],
    titleFrom: [],
    title: '',
    announced: null,
    window: { first: 0, last: Math.max(0, texts.length - 1) },
    lecture: children.map(({ id }) => id),
    ...unread(),
  };
  return { ...chat([]), children, talks: [talk] };
}

/** All sections of a tree, parents before children. */
export const flat = (sections: Section[]): Section[] =>
  sections.flatMap((section) => [section, ...flat(section.sections)]);

/** The headings of a lecture as a table shows them: level, marker, title. */
export function headingsOf(texts: string[]): string[] {
  return flat(outlined(texts).talk.sections).map(({ level, marker, title }) =>
    [level, marker, title].filter((part) => part !== '').join(' '),
  );
}

function blockLine({ type, spans, items }: Block): string[] {
  if (type === 'list') return items!.map((item) => `• ${item.marker}|${item.span.text}`);
  return [`${type}: ${spans.map((span) => span.text).join(' + ')}`];
}

/** Headings and blocks in their order: `1 一、 …` for a heading, `paragraph: …`, `• marker|text` for an item. */
export function sketch(texts: string[]): string[] {
  const { lead, sections } = outlined(texts).talk;
  const lines = (list: Section[]): string[] =>
    list.flatMap(({ level, marker, title, blocks, sections: inner }) => [
      [level, marker, title].filter((part) => part !== '').join(' '),
      ...blocks.flatMap(blockLine),
      ...lines(inner),
    ]);
  return [...lead.flatMap(blockLine), ...lines(sections)];
}
