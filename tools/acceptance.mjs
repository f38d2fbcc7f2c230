// The acceptance check on real logs, which the repository does not hold:
//
//   npm run acceptance -- SHARED        (or JIANGLU_CORPUS=SHARED npm run acceptance)
//
// Extracts every log of SHARED/corpus/logs three times (one worker, two workers, one worker again over the first
// output), compares the bytes, verifies all notes, scores them against SHARED/eval/labels, lists the notes of
// unlabelled logs with their announcements, and looks at the user's own example. Ends with `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extract, readTranscript } from '../dist/index.js';

const shared = resolve(process.argv[2] ?? process.env.JIANGLU_CORPUS ?? '../shared');
const logs = join(shared, 'corpus/logs');
const labels = join(shared, 'eval/labels');
if (!existsSync(logs) || !existsSync(labels)) {
  console.error(`acceptance: ${shared} holds no corpus/logs and eval/labels; give the folder as an argument`);
  process.exit(2);
}
const command = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'jianglu-acceptance-'));
let passed = 0;
let failed = 0;

/** Records one check; the figure is printed whether it holds or not. */
function check(name, holds, figure) {
  console.log(`${holds ? 'ok    ' : 'FAILED'} ${name}: ${figure}`);
  if (holds) passed++;
  else failed++;
}

function jianglu(...args) {
  const begin = process.hrtime.bigint();
  const run = spawnSync(process.execPath, [command, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return { ...run, seconds: Number(process.hrtime.bigint() - begin) / 1e9 };
}

const files = (folder) =>
  readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? files(path) : [path];
    });

/** One hash over the names and bytes of a folder; the report tells times, which differ. */
function fingerprint(folder) {
  const hash = createHash('sha256');
  for (const path of files(folder).filter((one) => one !== join(folder, 'report.json')))
    hash.update(path.slice(folder.length)).update(readFileSync(path));
  return hash.digest('hex');
}

// The bounds of the first issue: figure, least value.
const bounds = [
  ['talks F1', (s) => s.talks.f1, 93],
  ['speaker', (s) => s.speaker, 93],
  ['title', (s) => s.title, 85],
  ['lecture F1', (s) => s.lecture.f1, 88],
  ['numbered headings F1', (s) => s.numbered.f1, 62],
  ['all headings F1', (s) => s.headings.f1, 48],
  ['qa F1', (s) => s.qa.f1, 35],
  ['topics F1', (s) => s.topics.f1, 38],
  ['glossary F1', (s) => s.glossary.f1, 32],
];

function runs() {
  const one = join(work, 'one');
  const first = jianglu('extract', logs, '--out', one, '--jobs', '1', '--json');
  const count = files(logs).length;
  const summary = JSON.parse(first.stdout || '{"logs":[],"errors":[]}');
  check(
    'every log is read',
    first.status === 0 && summary.logs.length === count,
    `${summary.logs.length} of ${count} logs in ${first.seconds.toFixed(1)} s, exit ${first.status}`,
  );
  const before = fingerprint(one);
  const again = jianglu('extract', logs, '--out', one, '--jobs', '2', '--force');
  check(
    'a second run, by two workers, writes the same bytes',
    again.status === 0 && fingerprint(one) === before,
    `${files(one).length} files in ${again.seconds.toFixed(1)} s`,
  );
  const verify = jianglu('verify', one, '--logs', logs, '--json');
  const faults = JSON.parse(verify.stdout || '{}').faults;
  check(
    'verify finds no fault',
    verify.status === 0 && faults?.length === 0,
    `${faults?.length ?? '?'} faults in ${verify.seconds.toFixed(1)} s`,
  );
  return one;
}

function score(notes) {
  const run = spawnSync(process.execPath, [join(shared, 'eval/score.mjs'), notes, labels, '--json'], {
    encoding: 'utf8',
  });
  const result = JSON.parse(run.stdout);
  console.log(JSON.stringify(result));
  for (const [name, figure, least] of bounds)
    check(name, figure(result) >= least, `${figure(result)} (bound ${least})`);
  check(
    'days without a talk given one',
    result.days.alarms <= 1,
    `${result.days.alarms} of ${result.days.without} (bound 1)`,
  );
}

/** The notes of logs without a label, each with its announcement's first words, for a person to look through. */
function unlabelled(notes) {
  const labelled = new Set(readdirSync(labels).map((name) => name.replace('.json', '').replace('_', '/')));
  for (const path of files(notes).filter((name) => name.endsWith('.json'))) {
    const note = JSON.parse(readFileSync(path, 'utf8'));
    if (note.kind !== 'talk') continue;
    const log = note.sources[0].path.replace(/-chat\.markdown$/u, '');
    if (labelled.has(log)) continue;
    const file = join(logs, note.sources[0].path);
    const { children } = readTranscript(readFileSync(file), file);
    const said = note.announcement.at(-1) ?? note.titleFrom[0]?.message ?? note.lecture.messages[0];
    const words = children[said].text.replace(/\s+/gu, ' ').slice(0, 80);
    const how = note.announcement.length ? 'announced' : 'opened';
    console.log(
      `  ${log} 《${note.title}》 ${note.speakers[0].name}, ${note.lecture.messages.length} messages, ${how}: ${words}`,
    );
  }
}

const flat = (sections) => sections.flatMap((section) => [section, ...flat(section.sections)]);
const blocks = (sections) => flat(sections).flatMap((section) => section.blocks);

function example() {
  const path = join(logs, 'prodarch/2018-04-30-chat.markdown');
  const { notes } = extract(readFileSync(path), { path });
  const label = JSON.parse(readFileSync(join(labels, 'prodarch_2018-04-30.json'), 'utf8')).talks[0];
  const [note] = notes;
  const sections = flat(note.sections);
  const heads = sections.map((section) => `${section.level} ${section.marker}${section.title}`);
  check(
    'example: one note, title and speaker',
    notes.length === 1 && note.title === label.title && note.speakers[0].name === label.speakers[0],
    `${notes.length} note, 《${note.title}》`,
  );
  const wanted = label.headings.map((heading) => `${heading.level} ${heading.marker}${heading.title}`);
  check('example: outline as labelled', JSON.stringify(heads) === JSON.stringify(wanted), heads.join(' · '));
  const items = blocks(note.sections)
    .flatMap((block) => block.items ?? [])
    .map((item) => item.marker);
  check(
    'example: 2） and 3） are list items',
    items.includes('2）') && items.includes('3）'),
    items.join(' '),
  );
  const pictures = blocks(note.sections).filter((block) => block.type === 'image').length;
  check('example: pictures are blocks', pictures === 5, pictures);
  const pairs = note.qa.map(
    (pair) => `${pair.question.messages}→${pair.answers.flatMap((answer) => answer.messages)}`,
  );
  check('example: two pairs', pairs.join(' ') === '46→47 48→49,50', pairs.join(' '));
  const topics = note.topics.map((topic) => topic.label);
  const names = note.topics.flatMap((topic) => [topic.label, ...topic.aliases]);
  check(
    'example: topics',
    ['外综服', '退税', '信用风险'].every((topic) => names.some((name) => name.includes(topic))),
    topics.join(' '),
  );
  const risks = note.glossary.filter((entry) => entry.kind === 'risk').map((entry) => entry.term);
  check(
    'example: risk types of section four',
    label.glossary.filter((entry) => entry.kind === 'risk').every((entry) => risks.includes(entry.term)),
    risks.join(' '),
  );
}

try {
  const notes = runs();
  score(notes);
  console.log('notes of logs without a label:');
  unlabelled(notes);
  example();
} finally {
  rmSync(work, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
