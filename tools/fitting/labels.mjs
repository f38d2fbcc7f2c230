// Every labelled talk to fit on: the labels of SHARED and those of ours (own-labels.json).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromPositions } from './positions.mjs';

const json = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Ids, ranges written out, in order. */
export const expand = (ids) =>
  ids
    .flatMap((x) => (Array.isArray(x) ? Array.from({ length: x[1] - x[0] + 1 }, (_, i) => x[0] + i) : [x]))
    .sort((a, b) => a - b);

const dateOf = (log) => log.slice(-10);

/**
 * Logs with their labels, by date, then by name. `set` is `shared` or `own`. `load` imports from dist; each log is read
 * anew, so that stages may write into its tree.
 */
export async function loadLabels(shared, load) {
  const { readTranscript } = await load('read/chatlog.js');
  const treeOf = (log) => {
    const path = join(shared, 'corpus/logs', `${log}-chat.markdown`);
    return readTranscript(readFileSync(path), path);
  };
  const folder = join(shared, 'eval/labels');
  const given = readdirSync(folder).map((name) => {
    const label = json(join(folder, name));
    return { set: 'shared', label, tree: treeOf(label.log) };
  });
  const own = json(new URL('own-labels.json', import.meta.url)).map((entry) => {
    const tree = treeOf(entry.log);
    return { set: 'own', label: fromPositions(entry, tree.children), tree };
  });
  return [...given, ...own]
    .map((one) => ({ ...one, log: one.label.log, date: dateOf(one.label.log) }))
    .sort((a, b) => (`${a.date} ${a.log}` < `${b.date} ${b.log}` ? -1 : 1));
}

/** The fold of each date: dates in order, one after the other; the same talk in two groups has one date. */
export function foldsOf(dates, count) {
  const sorted = [...new Set(dates)].sort();
  return (date) => sorted.indexOf(date) % count;
}

/** A talk as the stages before the one in question would have left it, were they right. */
export function draftOf(gold, messages) {
  const lecture = expand(gold.lecture);
  const sections = gold.headings.map(({ msg, marker, title, level }) => {
    const start = Math.max(0, messages[msg].text.indexOf(title));
    const span = { message: msg, start, end: start + title.length, text: title };
    return { title, marker, level, message: msg, span, blocks: [], sections: [] };
  });
  return {
    nicks: gold.speakers,
    title: gold.title,
    titleFrom: [],
    announcement: gold.announce ?? [],
    lecture,
    window: { first: lecture[0], last: lecture.at(-1) },
    sections,
    qa: gold.qa.map(({ q, a }) => ({ question: { messages: q }, answers: [{ messages: a }] })),
  };
}
