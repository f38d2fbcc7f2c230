// Runs single stages on hand-made labels, so that a stage is measured without the errors of those before it.
//
//   node tools/gold.mjs SHARED OUT STAGE[,STAGE…] [--dist DIR]
//
// Each labelled talk gives a draft with the labels' speakers, title, lecture, headings and questions; the named
// stages (exports of DIR/stages/NAME.js) run on it in order, and what they make is written as notes to OUT.
// Then: node SHARED/eval/score.mjs OUT SHARED/eval/labels
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const args = process.argv.slice(2);
const at = args.indexOf('--dist');
const dist = resolve(at >= 0 ? args.splice(at, 2)[1] : 'dist');
const [shared, out, list] = args;
const load = (file) => import(pathToFileURL(join(dist, file)).href);
const { readTranscript } = await load('read/chatlog.js');
const { loadLexicon } = await load('lexicon.js');
const { cues } = await load('stages/cues.js');
const stages = [];
for (const name of list.split(',').filter(Boolean)) stages.push((await load(`stages/${name}.js`))[name]);

const expand = (ids) =>
  ids.flatMap((x) => (Array.isArray(x) ? Array.from({ length: x[1] - x[0] + 1 }, (_, i) => x[0] + i) : [x]));
const spanFor = (message, text) => {
  const start = Math.max(0, message.text.indexOf(text));
  return {
    message: message.id,
    start,
    end: start + text.length,
    text: message.text.slice(start, start + text.length),
  };
};

/** Nests the labels' flat headings by level. */
function tree(messages, headings) {
  const top = [];
  const open = [];
  for (const h of headings) {
    const section = {
      marker: h.marker,
      ordinal: null,
      title: h.title,
      level: h.level,
      message: h.msg,
      span: spanFor(messages[h.msg], h.title),
      origin: 'typed',
      blocks: [],
      sections: [],
    };
    while (open.length && open.at(-1).level >= h.level) open.pop();
    (open.at(-1)?.sections ?? top).push(section);
    open.push(section);
  }
  return top;
}

const lexicon = loadLexicon();
mkdirSync(out, { recursive: true });
for (const file of readdirSync(join(shared, 'eval/labels'))) {
  const label = JSON.parse(readFileSync(join(shared, 'eval/labels', file), 'utf8'));
  if (!label.talks.length) continue;
  const path = join(shared, 'corpus/logs', `${label.log}-chat.markdown`);
  const transcript = readTranscript(readFileSync(path), path);
  cues(lexicon)(transcript);
  transcript.talks = label.talks.map((talk) => {
    const lecture = expand(talk.lecture).sort((a, b) => a - b);
    return {
      announcement: talk.announce ?? [],
      host: talk.host || null,
      nicks: talk.speakers,
      speakers: talk.speakers.map((name) => ({ name, aliases: [] })),
      titleFrom: [],
      title: talk.title,
      announced: null,
      window: { first: lecture[0], last: lecture.at(-1) },
      lecture,
      lead: [],
      sections: tree(transcript.children, talk.headings),
      qa: talk.qa.map((x) => ({
        question: { by: '', messages: x.q, spans: [] },
        answers: [{ by: '', messages: x.a, spans: [] }],
      })),
      topics: [],
      glossary: [],
      restrictions: [],
      review: [],
    };
  });
  for (const stage of stages) stage(lexicon)(transcript);
  transcript.talks.forEach((talk, i) => {
    const note = {
      sources: [transcript.source],
      title: talk.title,
      speakers: talk.speakers,
      lecture: { messages: talk.lecture },
      sections: talk.sections,
      qa: talk.qa,
      topics: talk.topics,
      glossary: talk.glossary,
    };
    writeFileSync(join(out, `${label.log.replace('/', '_')}.${i}.json`), JSON.stringify(note));
  });
}
