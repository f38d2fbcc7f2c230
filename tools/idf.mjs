// Builds lexicon/idf.json: how rare words are in chats of the trade.
//
//   node tools/idf.mjs FOLDER_OF_LOGS [--dist DIR]
//
// A document is one log. A word is kept when it has two characters or more, stands in at least three logs of at least
// two groups and cannot be a name. The words of labels in lexicon/topics pass; all others must stand in nodejieba's
// dictionary (or be Latin without long numbers), must not be tagged as a person (nr…) there or in any log, must not
// look like a form of address (老X, X总, X哥), and must not stand in any sender's nick. Values are natural's 1 + ln(N / (1 + n)), rounded to
// three decimals; `unknown` is the value of a word in two
// logs. Concepts of the taxonomy, by id, are counted likewise, whichever label names them. Same logs, same bytes.

import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import jieba from 'nodejieba';
import { globSync } from 'tinyglobby';

const args = process.argv.slice(2);
const at = args.indexOf('--dist');
const dist = resolve(at >= 0 ? args.splice(at, 2)[1] : 'dist');
const [folder] = args;
const load = (file) => import(pathToFileURL(join(dist, file)).href);
const { readTranscript } = await load('read/chatlog.js');
const { tag } = await load('language/segmenter.js');
const { fold } = await load('language/fold.js');
const { conceptsOf } = await load('language/concepts.js');

const MIN_LOGS = 3;
const MIN_GROUPS = 2;
const ADDRESS = /^(?:老.|小.|阿.|..?(?:总|哥|姐|爷|叔|老师|同学))$/u;
const dictionary = new Map(
  readFileSync(jieba.DEFAULT_DICT, 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .map(([word, , tag]) => [word, tag]),
);
const root = new URL('../lexicon/', import.meta.url);
const wordsOf = (text) =>
  tag(fold(text).text).filter(({ word }) => /^(?:\p{Script=Han}{2,8}|[a-z][a-z0-9]{1,15})$/u.test(word));

const taxonomy = new Set();
const topics = [];
for (const file of globSync('topics/*.json', { cwd: root, absolute: true }).sort()) {
  topics.push(JSON.parse(readFileSync(file, 'utf8')));
  for (const concept of topics.at(-1).concepts) {
    for (const label of [concept.prefLabel, ...(concept.altLabel?.['zh-Hans'] ?? [])]) {
      for (const { word } of wordsOf(label)) taxonomy.add(word);
    }
  }
}

const { find } = conceptsOf({ topics });
const named = new Map();
const nicks = new Set();
const names = new Set();
const seen = new Map();
let logs = 0;
for (const path of globSync('**/*.markdown', { cwd: folder, absolute: true }).sort()) {
  const transcript = readTranscript(readFileSync(path), path);
  logs++;
  const words = new Set();
  const concepts = new Set();
  for (const message of transcript.children) {
    nicks.add(fold(message.sender).text);
    for (const line of message.text.replace(/!?\[[^\]]*\]\([^)]*\)|https?:\S+|@\S+/g, '\n').split('\n')) {
      for (const { word, tag } of wordsOf(line)) {
        if (tag.startsWith('nr')) names.add(word);
        words.add(word);
      }
      for (const { values } of find(line)) for (const { id } of values) concepts.add(id);
    }
  }
  for (const id of concepts) named.set(id, (named.get(id) ?? 0) + 1);
  for (const word of words) {
    const entry = seen.get(word) ?? { logs: 0, groups: new Set() };
    entry.logs++;
    entry.groups.add(transcript.source.group);
    seen.set(word, entry);
  }
}

const allNicks = [...nicks].join('\n');
const isPlain = (word) => {
  if (names.has(word) || allNicks.includes(word) || ADDRESS.test(word) || /\d{4}/.test(word)) return false;
  return /^[a-z]/.test(word) || (dictionary.get(word) ?? 'nr').startsWith('nr') === false;
};
const kept = [...seen].filter(([word, { logs, groups }]) => {
  if (logs < MIN_LOGS || groups.size < MIN_GROUPS) return false;
  return taxonomy.has(word) || isPlain(word);
});
const idf = (count) => Math.round((1 + Math.log(logs / (1 + count))) * 1000) / 1000;
const entries = kept.map(([word, entry]) => [word, idf(entry.logs)]).sort(([a], [b]) => (a < b ? -1 : 1));
const table = (pairs) =>
  pairs.map((pair) => `    ${pair.map((x) => JSON.stringify(x)).join(': ')}`).join(',\n');
const concepts = [...named]
  .filter(([, count]) => count > 1)
  .map(([id, count]) => [id, idf(count)])
  .sort(([a], [b]) => (a < b ? -1 : 1));
const text = `{\n  "unknown": ${idf(2)},\n  "words": {\n${table(entries)}\n  },\n  "concepts": {\n${table(concepts)}\n  }\n}\n`;
writeFileSync(new URL('idf.json', root), text);
console.log(`${entries.length} words and ${concepts.length} concepts of ${logs} logs`);
