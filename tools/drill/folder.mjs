// What the drills share: runs of the built command, and the state of an output folder.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const place = (path) => new URL(`../../${path}`, import.meta.url);
const command = fileURLToPath(place('dist/cli/main.js'));
const hook = place('tools/drill/disk.mjs').href;
const { schemaFaults } = await import(place('dist/validate.js').href);
const { readManifest, manifestName } = await import(place('dist/run/manifest.js').href);

/**
 * Runs `jianglu extract`; `drill` goes to the hook, `killAfter` (ms) kills it. Gives the exit code (null after a kill),
 * what it printed, how long it took and how often it wrote.
 */
export function extract(args, { drill, killAfter } = {}) {
  const begin = performance.now();
  const child = spawn(process.execPath, ['--import', hook, command, 'extract', ...args, '--json'], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, JIANGLU_DRILL: JSON.stringify(drill ?? { call: 'none' }) },
  });
  const got = ['', '', ''];
  for (const index of [0, 1, 2]) child.stdio[index + 1].on('data', (data) => (got[index] += data));
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  return new Promise((done) =>
    child.on('close', (code) => {
      clearTimeout(timer);
      const [out, err, counts] = got;
      done({ code, out, err, counts: counts ? JSON.parse(counts) : {}, ms: performance.now() - begin });
    }),
  );
}

/** The files below a folder that must be the same after every way to get there: all but the report, which tells times. */
export function bytesIn(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const names = entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
  return new Map(
    names
      .filter((name) => name !== 'report.json')
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

/** What differs between two folders' bytes. */
export function differences(wanted, got) {
  const names = new Set([...wanted.keys(), ...got.keys()]);
  return [...names].filter((name) => wanted.get(name) !== got.get(name));
}

function faultOf(name, text) {
  if (/(?:^|\/)\.jianglu-(?:\d+-(?:\d+|spool)\.tmp|lock-)/u.test(name)) return undefined;
  if (name === manifestName) return undefined;
  if (name.endsWith('.md'))
    return text.startsWith('---\n') && text.endsWith('\n') ? undefined : 'a page is cut';
  let value;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return error.message;
  }
  const schema = { talk: 'note', discussion: 'note', ledger: 'ledger', report: 'report' }[value.kind];
  if (!schema) return `it is none of ours: ${value.kind}`;
  const [fault] = schemaFaults(schema, value);
  return fault && `${fault.pointer}: ${fault.reason}`;
}

/** What is broken in an output folder: half a file, one that breaks its schema, a ledger that lists a note that is not there. */
export function brokenIn(folder) {
  if (!existsSync(folder)) return [];
  const files = bytesIn(folder);
  if (existsSync(join(folder, 'report.json')))
    files.set('report.json', readFileSync(join(folder, 'report.json'), 'utf8'));
  const broken = [...files].flatMap(([name, text]) => {
    const fault = faultOf(name, text);
    return fault ? [`${name}: ${fault}`] : [];
  });
  if (files.has(manifestName) && !readManifest(folder)) broken.push(`${manifestName}: damaged`);
  const json = [...files]
    .filter(([name]) => /(?<!^report)\.json$/u.test(name))
    .map(([, text]) => JSON.parse(text));
  const ids = new Set(json.map(({ id }) => id));
  for (const { notes, source } of json.filter(({ kind }) => kind === 'ledger'))
    for (const id of notes)
      if (!ids.has(id)) broken.push(`${source.path}: its ledger lists ${id}, which is not there`);
  return broken;
}
