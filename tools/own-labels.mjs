// Keeps label files (as `jianglu label` writes them) as positions in tools/fitting/own-labels.json, without their words.
//
//   node tools/own-labels.mjs SHARED LABELS
//
// Replaces the entries of the logs that LABELS holds and keeps the rest. Says how many titles, headings and terms stand
// nowhere verbatim in their log and were left out.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toPositions } from './fitting/positions.mjs';

const [shared, folder] = process.argv.slice(2);
const file = new URL('fitting/own-labels.json', import.meta.url);
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const { readTranscript } = await import('../dist/read/chatlog.js');

const entries = new Map(json(file).map((entry) => [entry.log, entry]));
let left = 0;
for (const name of readdirSync(folder).filter((one) => one.endsWith('.json'))) {
  const label = json(join(folder, name));
  const path = join(shared, 'corpus/logs', `${label.log}-chat.markdown`);
  const { entry, lost } = toPositions(label, readTranscript(readFileSync(path), path).children);
  entries.set(label.log, entry);
  left += lost;
}
const sorted = [...entries.values()].sort((a, b) => (a.log < b.log ? -1 : 1));
const line = (entry) => JSON.stringify(entry);
writeFileSync(file, `[\n${sorted.map(line).join(',\n')}\n]\n`);
const talks = sorted.flatMap((entry) => entry.talks);
console.log(`${sorted.length} logs, ${talks.length} talks; ${left} titles, headings and terms left out`);
