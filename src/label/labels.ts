import { jsonText } from '../json.js';
import { contentOf } from '../note/content.js';
import { answersIn } from '../pairs.js';
import type { Note } from '../schema/note.js';
import { eachSection } from '../sections.js';
import type { Judgement } from './protocol.js';

type Ids = (number | [number, number])[];

/** Ascending ordinals with runs of three and more as `[first, last]`. */
export function ranges(ids: readonly number[]): Ids {
  const runs: [number, number][] = [];
  for (const id of ids) {
    const open = runs.at(-1);
    if (open && open[1] === id - 1) open[1] = id;
    else runs.push([id, id]);
  }
  return runs.flatMap(([first, last]): Ids => {
    if (last - first >= 2) return [[first, last]];
    return last > first ? [first, last] : [first];
  });
}

const talkOf = (note: Note, topics: readonly string[] | undefined) => ({
  title: note.title,
  speakers: note.speakers.flatMap(({ name, aliases }) => [name, ...aliases]),
  host: note.host ?? '',
  announce: note.announcement,
  lecture: ranges(contentOf(note)),
  headings: eachSection(note.sections).map(([, { message, level, marker, title }]) => ({
    msg: message,
    level,
    marker,
    title,
  })),
  qa: note.qa.map((pair) => ({
    q: pair.question.messages,
    a: answersIn(pair).sort((a, b) => a - b),
  })),
  topics: topics ?? note.topics.map(({ label }) => label),
  glossary: note.glossary.map(({ term, kind, message }) => ({ term, kind, msg: message })),
});

/** A log's label file in the form of the score script, from its corrected notes. */
export function labelText(
  log: { group: string; date: string },
  notes: readonly Note[],
  { topics, none, doubts }: Judgement,
): string {
  const talks = notes.filter(({ id }) => !none.includes(id)).map((note) => talkOf(note, topics[note.id]));
  return jsonText({ log: `${log.group}/${log.date}`, talks, note: doubts });
}
