// Notes made by a seed, of words as frequent as in real text (the segmenter's dictionary counts them): for drills and
// measurements of the store.
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import jieba from 'nodejieba';
import { drawn } from './drawn.mjs';
import { random } from './random.mjs';

/** Characters of a section, as in real lectures. */
const characters = 215;

/** The segmenter's words with their counts. */
const dictionary = () =>
  readFileSync(jieba.DEFAULT_DICT, 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, count]) => count)
    .map(([word, count]) => ({ word, count: Number(count) }));

/** Gives texts of a length, cut into clauses and sentences. */
function writer(chance) {
  const words = dictionary();
  const draw = drawn(
    words.map(({ count }) => count),
    chance,
  );
  const word = () => words[draw()].word;
  return (length, marks = true) => {
    let text = '';
    for (let count = 1; text.length < length; count++) {
      text += word();
      if (marks && count % 6 === 0) text += count % 18 === 0 ? '。' : '，';
    }
    return text;
  };
}

const span = (message, text) => ({ message, start: 0, end: text.length, text });

/**
 * Makes notes one after the other.
 *
 * @param seed the same seed gives the same notes
 * @param sections of each note; one of eight is followed by a pair, one of four by a term
 */
export function* madeNotes(seed, sections = 60) {
  const chance = random(seed);
  const text = writer(chance);
  const terms = Array.from({ length: 400 }, () => text(4, false));
  for (let index = 0; ; index++) {
    let message = 0;
    const next = (length, marks) => span(++message, text(length, marks));
    const key = hash('sha256', `${seed}:${index}`, 'hex').slice(0, 8);
    const date = new Date(Date.UTC(2018, 0, 1 + (index % 2500))).toISOString().slice(0, 10);
    const title = span(0, text(8, false));
    const own = Array.from({ length: sections }, (_, place) => {
      const heading = next(8 + chance() * 8, false);
      const parts = [next(characters * 0.45), next(characters * 0.45)];
      return {
        ...{ marker: `${place + 1}、`, ordinal: place + 1, title: heading.text, level: 1 },
        ...{ message: heading.message, span: heading, origin: 'typed' },
        blocks: parts.map((part) => ({ type: 'paragraph', spans: [part] })),
        sections: [],
      };
    });
    const turn = (by, length) => {
      const said = next(length);
      return { by, messages: [said.message], spans: [said] };
    };
    const qa = Array.from({ length: sections >> 3 }, () => ({
      question: turn('木棉', 30),
      answers: [turn('阿坤', 120)],
    }));
    const glossary = Array.from({ length: sections >> 2 }, () => {
      const term = terms[Math.floor(chance() * terms.length)];
      const definition = next(40);
      const place = { message: definition.message, start: 0, end: term.length };
      return { term, kind: 'concept', ...place, definition: [definition], aliases: [], broader: null };
    });
    const group = ['club', 'room', 'hall'][index % 3];
    const nick = `${text(2, false)}-澜仓`;
    yield {
      ...{ id: `${group}-${date}-${key}`, slug: title.text.slice(0, 8), kind: 'talk', version: 1 },
      ...{ title: title.text, titleFrom: [title], date, language: 'zh-Hans' },
      sources: [
        {
          ...{ path: `${group}/${date}-${key}.markdown`, format: 'chat-markdown', group },
          ...{ sha256: hash('sha256', key, 'hex'), messages: message + 1 },
        },
      ],
      speakers: [{ name: nick, aliases: [] }],
      ...{ host: null, announcement: [0] },
      schedule: {
        announced: null,
        first: { message: 1, time: '20:00:00' },
        last: { message, time: '21:00:00' },
      },
      lecture: { messages: Array.from({ length: message }, (_, id) => id + 1) },
      ...{ lead: [], sections: own, qa, topics: [], glossary, restrictions: [], review: [], chatter: {} },
    };
  }
}
