// Logs of invented text from a seeded generator: words of the shipped idf table, as frequent as it says.
import { readFileSync } from 'node:fs';
import { drawn } from '../tools/drawn.mjs';
import { random } from '../tools/random.mjs';

const { words } = JSON.parse(readFileSync(new URL('../lexicon/idf.json', import.meta.url), 'utf8'));
const vocabulary = Object.keys(words);
/** How often words occur. */
const weights = vocabulary.map((word) => Math.exp(-words[word]));

/** What draws words, phrases and texts from a source of random numbers. */
export function writer(next) {
  const upTo = (most) => Math.floor(next() * most);
  const one = (list) => list[upTo(list.length)];
  const draw = drawn(weights, next);
  const word = () => vocabulary[draw()];
  const phrase = (length) => {
    let text = '';
    while (text.length < length) text += word();
    return text;
  };
  /** Sentences of some fifteen characters, commas between them, full stops now and then. */
  const text = (length) => {
    let all = '';
    while (all.length < length) all += `${phrase(4 + upTo(16))}${one('，，，。')}`;
    return `${all.slice(0, -1)}。`;
  };
  return { next, upTo, one, word, phrase, text };
}

const numerals = '一二三四五六七八九十';
/** 1 to 99 as headings count. */
const numeral = (n) =>
  (n < 11
    ? numerals[n - 1]
    : `${n < 20 ? '' : numerals[Math.floor(n / 10) - 1]}十${n % 10 ? numerals[(n % 10) - 1] : ''}`) ??
  String(n);

const pad = (n) => String(n).padStart(2, '0');
const clock = (seconds) =>
  `${pad(Math.floor(seconds / 3600) % 24)}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
const entry = (seconds, nick, text) => `> ${clock(Math.floor(seconds))}  ${nick}  \n   \n${text}  \n   \n`;

/** Nicks that differ. */
export const nicksOf = (write, count) =>
  Array.from(
    { length: count },
    (_, n) => `${write.phrase(2).slice(0, 4)}${n}-${write.phrase(2).slice(0, 4)}`,
  );

const chatter = ['签到', '[鼓掌][鼓掌][鼓掌]', '微信红包', '[强]', '早上好', '收到', '哈哈哈', '谢谢分享'];

/** Messages of people who talk of this and that. */
function* chat(write, { nicks, count, from, to, length = 24 }) {
  for (let n = 0; n < count; n++) {
    const seconds = from + ((to - from) * n) / count;
    const text =
      write.next() < 0.25 ? write.one(chatter) : write.text(4 + write.upTo(length * 2)).slice(0, -1);
    yield entry(seconds, write.one(nicks), text);
  }
}

/** A talk: announcement, sign-ins, headings with paragraphs, questions with answers, thanks. */
function* talk(write, { nicks, headings, paragraphs, questions, length }) {
  const [host, speaker] = nicks;
  const title = write.phrase(8);
  const announced = `今晚请到一位朋友，@${speaker} 来群里做分享，主题是“${title}”，开始时间【20:00】；热烈欢迎[鼓掌][鼓掌]`;
  yield entry(18.5 * 3600, host, announced);
  for (let n = 0; n < 10; n++) yield entry(18.6 * 3600 + n * 300, write.one(nicks), '签到');
  let seconds = 20 * 3600;
  const step = (2.4 * 3600) / (headings * (paragraphs + 1) + questions * 2.4 + 4);
  const say = (nick, text) => {
    seconds += step * 0.999;
    return entry(seconds, nick, text);
  };
  yield say(speaker, `大家晚上好，今天我分享的主题是${title}。${write.text(60)}`);
  for (let n = 1; n <= headings; n++) {
    yield say(speaker, `${numeral(n)}、${write.phrase(6)}`);
    for (let p = 0; p < paragraphs; p++) yield say(speaker, write.text(length));
  }
  yield say(speaker, '今天的分享就到这里，谢谢大家');
  for (let n = 0; n < questions; n++) {
    const asker = write.one(nicks.slice(2));
    yield say(asker, `请教一下，${write.phrase(12)}怎么${write.phrase(4)}？`);
    if (write.next() < 0.4) yield say(write.one(nicks), write.one(chatter));
    yield say(speaker, write.next() < 0.5 ? `@${asker} ${write.text(40)}` : write.text(40));
  }
  yield say(host, '感谢分享[鼓掌]');
}

const matter = (date) =>
  `---\nlayout:     source \ntitle:      "${date}-WeChat"\ndate:       ${date} 12:00:00\nauthor:     "群"\n---\n`;

/**
 * The log of a day, in pieces. `talk` gives headings, paragraphs, questions and the length of a paragraph; without, the
 * day has chat only.
 */
export function* day(write, { date, nicks, messages, length, talk: told }) {
  if (date) yield matter(date);
  const early = told ? Math.floor(messages * 0.7) : messages;
  yield* chat(write, { nicks, count: early, from: 7 * 3600, to: told ? 18.4 * 3600 : 23.5 * 3600, length });
  if (!told) return;
  yield* talk(write, { nicks, length: 80, ...told });
  yield* chat(write, { nicks, count: messages - early, from: 22.6 * 3600, to: 23.9 * 3600, length });
}

export const dateAt = (start, days) =>
  new Date(Date.parse(`${start}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/**
 * The whole history of a group in pieces, until it has so many bytes: mostly chat, a talk every `every` days, the front
 * matter of each day above it or (`matters: false`) of the first only.
 */
export function* history(seed, { bytes, every = 8, messages = 360, matters = true, start = '2016-01-01' }) {
  const write = writer(random(seed));
  const nicks = nicksOf(write, 400);
  let size = 0;
  for (let n = 0; size < bytes; n++) {
    const guests = nicks.slice(write.upTo(300)).slice(0, 80);
    const pieces = day(write, {
      date: matters || n === 0 ? dateAt(start, n) : undefined,
      nicks: guests,
      messages: Math.floor(messages * (0.4 + 1.2 * write.next())),
      ...(n % every === every - 1 && { talk: { headings: 5, paragraphs: 6, questions: 12 } }),
    });
    const text = [...pieces].join('');
    size += Buffer.byteLength(text);
    yield text;
  }
}
