// Extracts and verifies a group's whole history in one file, and measures how much memory that takes:
//
//   npm run drill:history -- [--mb 200] [--every 8] [--seed 1] [--sample 12]
//
// The log is invented: years of days, a talk every so many. `--mb 5,10` tries several sizes. Every message has to be in
// one run of one ledger; the days of a sample of talks have to give the same notes and runs as logs of those days alone;
// verify has to find nothing; neither command may take more than 600 MB at its peak (VmHWM of the process), nor more for a
// longer log. Prints a line a log, a line a failure and a last line with the counts; exits 1 on a failure.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  createReadStream,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { history } from '../../bench/invented.mjs';

/** MB of the peak at most, and of what a log of more days may take more than a shorter one: two runs differ by so much. */
const bounds = { peak: 600, growth: 40 };

const { values } = parseArgs({
  options: {
    mb: { type: 'string', default: '200' },
    every: { type: 'string', default: '8' },
    seed: { type: 'string', default: '1' },
    sample: { type: 'string', default: '12' },
  },
});
const [every, seed, sample] = [values.every, values.seed, values.sample].map(Number);
const command = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'jianglu-history-'));
let failures = 0;

function check(holds, what) {
  if (holds) return;
  failures++;
  console.log(`failure: ${what}`);
}

/** Writes a history, and a sample of its days, each talk's with the day behind it, as logs of their own. */
async function make(folder, mb) {
  const [log, days] = [join(folder, 'log', '群'), join(folder, 'days', '群')];
  for (const path of [log, days]) mkdirSync(path, { recursive: true });
  const file = createWriteStream(join(log, '历史.md'));
  const made = { days: 0, messages: 0 };
  const step = every * Math.max(1, Math.floor((mb * 1e6) / 45_000 / every / sample));
  for (const text of history(seed, { bytes: mb * 1e6, every })) {
    const place = (made.days + 1) % step;
    const [, date] = /^date: +(\S+)/mu.exec(text);
    if (place < 2 && made.days > 0) writeFileSync(join(days, `${date}-chat.md`), text);
    made.days++;
    made.messages += text.match(/^> \d\d:/gmu).length;
    if (!file.write(text)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
  return made;
}

/** The most memory that a process had so far, in MB; 0 where nothing says so. */
function peakOf(pid) {
  try {
    return Math.round(
      Number(/^VmHWM:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    );
  } catch {
    return 0;
  }
}

async function run(args) {
  const begin = performance.now();
  const child = spawn(process.execPath, [command, ...args, '--json'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err, peak] = ['', '', 0];
  child.stdout.on('data', (data) => (out += data));
  child.stderr.on('data', (data) => (err += data));
  const watch = setInterval(() => (peak = Math.max(peak, peakOf(child.pid))), 50);
  const [code] = await once(child, 'close');
  clearInterval(watch);
  return {
    code,
    out: code === null ? {} : JSON.parse(out),
    err,
    peak,
    seconds: (performance.now() - begin) / 1000,
  };
}

/** What must be the same for a day in a history and in a log of its own: all but where the log lies. */
const bare = (text) =>
  JSON.stringify(JSON.parse(text), (key, value) => (key === 'sources' ? value.length : value));

const told = ({ runs, notes, warnings, source }) => JSON.stringify([runs, notes, warnings, source.messages]);

/** Goes through the ledgers of a history: they have to follow each other without a gap. */
async function account(file, made) {
  const ledgers = new Map();
  let next = 0;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const ledger = JSON.parse(line);
    const { first, messages } = ledger.source.history;
    check(first === next, `${ledger.date} begins at ${first}, not at ${next}`);
    check(messages === made.messages, `${ledger.date} tells of ${messages} messages`);
    let covered = 0;
    for (const { first: from, last } of ledger.runs) {
      check(from === covered, `${ledger.date} has a gap at ${covered}`);
      covered = last + 1;
    }
    check(covered === ledger.source.messages, `${ledger.date} accounts for ${covered} messages`);
    next += covered;
    ledgers.set(ledger.date, told(ledger));
  }
  check(next === made.messages, `${next} of ${made.messages} messages are accounted for`);
  check(ledgers.size === made.days, `${ledgers.size} of ${made.days} days have a ledger`);
  return ledgers;
}

/** Holds the sample of days against what the history gave. */
function compare(ledgers, [own, wanted]) {
  const files = readdirSync(wanted);
  const notes = files.filter((name) => name.endsWith('.json') && !name.endsWith('.ledger.json'));
  const there = new Set(readdirSync(own));
  for (const name of notes) {
    const same =
      there.has(name) &&
      bare(readFileSync(join(own, name), 'utf8')) === bare(readFileSync(join(wanted, name), 'utf8'));
    check(same, `${name} is another than that of its day's log`);
  }
  for (const name of files.filter((one) => one.endsWith('.ledger.json'))) {
    const ledger = JSON.parse(readFileSync(join(wanted, name), 'utf8'));
    check(ledgers.get(ledger.date) === told(ledger), `${ledger.date} has another ledger than its day's log`);
  }
  return notes.length;
}

async function drill(mb) {
  const folder = join(work, String(mb));
  const made = await make(folder, mb);
  const [out, apart] = [join(folder, 'out'), join(folder, 'apart')];
  const extract = await run([
    'extract',
    join(folder, 'log'),
    '--out',
    out,
    '--jobs',
    '1',
    '--time-limit',
    '36000',
  ]);
  check(extract.code === 0, extract.err);
  const verify = await run(['verify', out, '--logs', join(folder, 'log')]);
  check(verify.code === 0 && verify.out.faults.length === 0, JSON.stringify(verify.out.faults?.slice(0, 5)));
  const ledgers = await account(join(out, '群', '历史.ledger.jsonl'), made);
  check(
    (await run(['extract', join(folder, 'days'), '--out', apart, '--jobs', '1'])).code === 0,
    'days apart',
  );
  const compared = compare(ledgers, [join(out, '群'), join(apart, '群')]);
  check(compared > 0, 'no note of a day to compare with');
  const { talks } = extract.out.counts;
  for (const [name, { peak }] of Object.entries({ extract, verify }))
    check(peak <= bounds.peak, `${name} took ${peak} MB`);
  console.log(
    [
      `${mb} MB, ${made.days} days, ${made.messages} messages, ${talks} talks (${compared} compared)`,
      `extract ${extract.seconds.toFixed(1)} s, ${extract.peak} MB`,
      `verify ${verify.seconds.toFixed(1)} s, ${verify.peak} MB`,
    ].join('; '),
  );
  return { extract: extract.peak, verify: verify.peak };
}

const sizes = values.mb.split(',').map(Number);
let before;
for (const mb of sizes) {
  const peaks = await drill(mb);
  for (const name of Object.keys(before ?? {}))
    check(peaks[name] <= before[name] + bounds.growth, `${name}: ${peaks[name]} MB after ${before[name]}`);
  before = peaks;
  rmSync(join(work, String(mb)), { recursive: true, force: true });
}
rmSync(work, { recursive: true, force: true });
console.log(`history drill, seed ${seed}: ${sizes.length} logs, ${failures} failures`);
process.exitCode = failures ? 1 : 0;
