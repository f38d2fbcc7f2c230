// Invented talks without end: ten sections and a glossary term each.
import { createHash } from 'node:crypto';

export const sectionsOfTalk = 10;
/** Length of a section in characters: its median, and the spread of its logarithm; their mean is about 215. */
const length = { median: 160, spread: 0.77 };
const nouns = ['风险', '业务', '账户', '系统', '管理', '平台', '协议', '模型'];
const stops = ['，', '，', '，', '。'];

/** A note of one log with all that a store reads. */
function noteOf(number, write) {
  const texts = [];
  const say = (text) => ({ message: texts.push(text) - 1, start: 0, end: text.length, text });
  const term = write.term();
  const definition = say(`${term}是指${write.text(40)}`);
  const sections = Array.from({ length: sectionsOfTalk }, (_, index) => {
    const span = say(write.phrase(6));
    const blocks = [{ type: 'paragraph', spans: [say(write.text(write.length()))] }];
    const { message, text: title } = span;
    const rest = { level: 1, message, span, origin: 'typed', blocks, sections: [] };
    return { marker: `${index + 1}、`, ordinal: index + 1, title, ...rest };
  });
  const id = createHash('sha256').update(String(number)).digest('hex');
  const month = String((number % 12) + 1).padStart(2, '0');
  const day = String((number % 28) + 1).padStart(2, '0');
  const date = `${2015 + (number % 10)}-${month}-${day}`;
  const moment = { message: 0, time: '20:00:00' };
  return {
    id: `bench-${date}-${id.slice(0, 8)}`,
    slug: String(number),
    kind: 'talk',
    version: 1,
    title: write.phrase(10),
    titleFrom: [],
    date,
    language: 'zh-Hans',
    sources: [
      {
        path: `bench/${number}.md`,
        format: 'chat-markdown',
        group: 'bench',
        sha256: id,
        messages: texts.length,
      },
    ],
    speakers: [{ name: `${write.phrase(2)}-${write.phrase(4)}`, aliases: [] }],
    host: null,
    announcement: [],
    schedule: { announced: null, first: moment, last: moment },
    lecture: { messages: texts.map((_, message) => message) },
    lead: [{ type: 'paragraph', spans: [definition] }],
    sections,
    qa: [],
    topics: [],
    glossary: [
      {
        term,
        kind: term.endsWith('风险') ? 'risk' : 'concept',
        message: definition.message,
        start: 0,
        end: term.length,
        definition: [definition],
        aliases: [],
        broader: null,
      },
    ],
    restrictions: [],
    review: [],
    chatter: {},
  };
}

/** Texts from a vocabulary. */
function writer({ word }, next) {
  const phrase = (least) => {
    let text = '';
    while (text.length < least) text += word();
    return text;
  };
  const text = (least) => {
    let all = '';
    while (all.length < least)
      all += `${phrase(4 + Math.floor(next() * 14))}${stops[Math.floor(next() * stops.length)]}`;
    return all;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const used = new Set();
  const term = () => {
    let name = '';
    do name = `${phrase(2 + Math.floor(next() * 4))}${nouns[Math.floor(next() * nouns.length)]}`;
    while (used.has(name));
    used.add(name);
    return name;
  };
  const drawn = () => Math.round(length.median * Math.exp(length.spread * normal()));
  return { phrase, text, term, length: () => Math.min(4000, Math.max(10, drawn())) };
}

/** Notes, one after the other. */
export function* invented(words, next) {
  const write = writer(words, next);
  for (let number = 0; ; number++) yield noteOf(number, write);
}

/** The texts that a note brings into a search: headings and bodies. */
export const textsOf = ({ title, lead, sections }) => [
  [title, lead[0].spans[0].text],
  ...sections.map((section) => [section.title, section.blocks[0].spans[0].text]),
];
