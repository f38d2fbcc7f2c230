import { normal } from './text.js';

/** What a piece of an article is: the talk, the questions on it, or what was said beside it. */
export type Part = 'lecture' | 'qa' | 'chat' | 'aside';

/** Headings of the parts, as normalised text: of editors, and of jianglu's own pages. */
const names: readonly [Part, RegExp][] = [
  ['chat', /自由讨论|话题整理|其他讨论|非专题问答|交流讨论|招聘信息|聊天记录/u],
  [
    'qa',
    /^[一二三四五六七八九十]{0,3}[0-9]{0,2}(?:在线|主题|专题)?[一二三]?(?:qa|问答|提问|questions)(?:部分|模块|环节)?$/u,
  ],
  ['aside', /^(?:大纲|大綱|主题|主題|术语|術語|待核对|待核對|outline|topics|glossary|toreview)$/u],
  ['lecture', /^[一二三四五六七八九十]{0,3}(?:主题|专题|嘉宾)?(?:分享|讨论)/u],
  ['lecture', /^(?:导言|導言|正文|lecture|introduction)$/u],
];

/** The part that a heading opens. A heading that names none stays in its part if it lies below one that did. */
export function partOf(heading: string, rank: number, before: Part): Part {
  const title = normal(heading);
  for (const [part, name] of names) if (name.test(title)) return part;
  return before !== 'lecture' && rank <= 2 && before !== 'chat' ? 'lecture' : before;
}

/** Whether a heading is the article's furniture and no heading of the talk. */
export function structural(title: string): boolean {
  const text = normal(title);
  return names.some(([, name]) => name.test(text));
}

const asks =
  /^(?:[0-9]{1,2}\s?[.、]?\s?)?(?:Q|S|问|追问|提问|网友补充提问)\s?[0-9]{0,2}(?:[.．][0-9]{1,2})?(?:问题补充)?\s?[:：、.]/u;
const answers = /^(?:A|BZ|B|C|D|E|F|答|回答|嘉宾)\s?[0-9]{0,2}(?:[.．][0-9]{1,2})?\s?[:：、.]/u;

/** A line that opens a question (`Q1：`) or, after one, an answer (`A2：`). */
export function turnOf(line: string, asked: boolean): { side: 'q' | 'a'; text: string } | null {
  const question = asks.exec(line)?.[0];
  if (question) return { side: 'q', text: line.slice(question.length) };
  const answer = asked ? answers.exec(line)?.[0] : undefined;
  return answer ? { side: 'a', text: line.slice(answer.length) } : null;
}
