import type { Plugin } from 'unified';
import type { Lexicon } from '../lexicon.js';
import { type Message, type Span, spanOf, type Talk, type Transcript } from '../transcript.js';

/** A cue of this score asks outright (`请勿外传`); a weaker one states a rule that may be about anything. */
const ASKS = 0.85;
/** A request that names nobody begins its sentence (`不要截图`), but for so many characters. */
const BLUNT = 6;
/** Messages after the last answer in which the speaker may still ask: the request is often an afterthought. */
const TAIL = 20;

/** What a lecture says must stay secret is no request to the group. */
const secrets = /密码|密碼|密钥|口令|验证码|私钥|证书|卡号|身份证|CVV|cvv|磁道|敏感/u;
/** Others to whom a lecture's rule applies. */
const others = /用户|客户|商户|员工|机构|银行|平台|持卡人|系统|数据|信息|接口|协议|规定|要求(?!大家)/u;
/** What shows that the group is meant. */
const group =
  /请|請|切勿|大家|各位|群|麻烦|拜托|分享|本次|今天|今晚|课件|资料|PPT|ppt|材料|内部|以上|仅供|[哈哦啊呀]$/u;

/** The sentence of a text around an offset. */
function sentenceAround(text: string, at: number): { start: number; end: number } {
  const stops = /[。！？!?；;\n]/u;
  let [start, end] = [at, at];
  while (start > 0 && !stops.test(text[start - 1]!)) start--;
  while (end < text.length && !stops.test(text[end]!)) end++;
  while (start < at && /\s/u.test(text[start]!)) start++;
  while (end > at && /\s/u.test(text[end - 1]!)) end--;
  return { start, end };
}

/** Whether an offset lies within quotation marks opened before it: words that are told of, not said. */
const isQuoted = (text: string, at: number) => text.lastIndexOf('“', at) > text.lastIndexOf('”', at);

/** The sentence of a message that asks not to pass something on, by its cues; undefined without one. */
function requestIn(message: Message): Span | undefined {
  for (const cue of message.cues) {
    if (cue.kind !== 'restriction') continue;
    const { start, end } = sentenceAround(message.text, cue.start);
    const sentence = message.text.slice(start, Math.max(end, cue.end));
    const subject = message.text.slice(Math.max(start, message.text.lastIndexOf('，', cue.start)), cue.start);
    if (secrets.test(sentence) || isQuoted(message.text, cue.start)) continue;
    const meant = group.test(sentence);
    if (others.test(subject) && !(meant && cue.score >= ASKS)) continue;
    if (meant || (cue.score >= ASKS && cue.start - start <= BLUNT))
      return spanOf(message, start, Math.max(end, cue.end));
  }
  return undefined;
}

/** First and last message of a talk with its announcement and its questions. */
function reach(talk: Talk): { first: number; last: number } {
  const answers = talk.qa.flatMap(({ answers }) => answers.flatMap(({ messages }) => messages));
  const ids = [...talk.announcement, ...talk.lecture, ...answers, talk.window.first, talk.window.last];
  return ids.reduce(
    ({ first, last }, id) => ({ first: Math.min(first, id), last: Math.max(last, id + TAIL) }),
    { first: ids[0]!, last: ids[0]! },
  );
}

/** Finds where the speaker or the host asks that something not be passed on; publishers honour it. */
export const restrictions: Plugin<[Lexicon], Transcript> = () => (tree) => {
  for (const talk of tree.talks) {
    const people = new Set([...talk.nicks, ...(talk.host === null ? [] : [talk.host])]);
    const { first, last } = reach(talk);
    const found = new Map<number, Span>();
    for (const message of tree.children.slice(first, last + 1)) {
      if (!people.has(message.sender)) continue;
      const said = tree.children[message.duplicateOf ?? message.id] ?? message;
      const span = requestIn(said);
      if (span) found.set(said.id, span);
    }
    talk.restrictions = [...found.values()].sort((a, b) => a.message - b.message);
  }
};
