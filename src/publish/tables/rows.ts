import { fail } from '../../errors.js';
import { conceptKey } from '../../markdown/keys.js';
import { labelled, plain, plainNick, printed } from '../../readable/text.js';
import type { Note, Section } from '../../schema/note.js';
import { turnText } from '../../store/texts.js';
import type { CollectedTalk, Collection } from '../engine/collection.js';
import { dayOf } from '../pages/talk-title.js';
import type { Row, TableId, TableWords } from './table.js';

/** What the rows of a talk are made of. */
interface Told {
  note: Note;
  talk: CollectedTalk;
  words: TableWords;
  /** Names of concepts by their keys. */
  labels: ReadonlyMap<string, string>;
}

const logOf = ({ sources }: Note, source = 0) => printed(sources[source]!.path);

const traceOf = (
  { note, talk, words }: Told,
  { message, source }: { message: number; source?: number },
): Row => ({
  talk: talk.id,
  title: talk.title,
  date: dayOf(talk) ?? '',
  speaker: talk.speakers.map(({ name }) => plainNick(name)).join(words.comma),
  message,
  log: logOf(note, source),
});

function glossaryRows(told: Told): Row[] {
  const { talk, words, labels } = told;
  return talk.definitions.map((definition) => {
    const { term, aliases, kind, text, concept, broader } = definition;
    return {
      term,
      aliases: aliases.join(words.comma),
      kind: words.kind[kind],
      definition: text,
      concept,
      broader: broader === undefined ? '' : (labels.get(conceptKey(broader)) ?? broader),
      ...traceOf(told, definition),
    };
  });
}

function answerRows(told: Told): Row[] {
  const { note } = told;
  return note.qa.flatMap(({ question, answers }) =>
    answers.map((answer): Row => {
      const [message] = answer.messages;
      return {
        question: turnText(note, question),
        asker: plainNick(question.by),
        asked_message: question.messages[0]!,
        asked_log: logOf(note, question.source),
        answer: turnText(note, answer, question.by),
        answerer: plainNick(answer.by),
        ...traceOf(told, {
          message: message!,
          ...(answer.source !== undefined && { source: answer.source }),
        }),
      };
    }),
  );
}

function headingRows(told: Told, sections: readonly Section[], above: readonly string[] = []): Row[] {
  return sections.flatMap((section) => {
    const heading = labelled(plain(section.marker), plain(section.title));
    const { level, origin } = section;
    const row: Row = { heading, level, above: above.join(' › '), origin, ...traceOf(told, section) };
    return [row, ...headingRows(told, section.sections, [...above, heading])];
  });
}

const makers: Record<TableId, (told: Told) => Row[]> = {
  glossary: glossaryRows,
  qa: answerRows,
  outlines: (told) => headingRows(told, told.note.sections),
};

/** Talks named in a message, at most. */
const named = 3;

/** @throws JiangluError `notes-missing`: rows that a former run wrote would be lost without a word */
function checkWhole(talks: readonly CollectedTalk[]): void {
  const missing = talks.filter(({ load }) => !load).map(({ id }) => id);
  if (missing.length === 0) return;
  const more = missing.length > named ? ` and ${missing.length - named} more` : '';
  throw fail('notes-missing', { reason: missing.slice(0, named).join(', ') + more });
}

/**
 * The rows of all tables: a row a definition, an answer, a heading; the newest talk first, and within a talk as the note
 * has them. Every row names the talk, the message (counted from 0 in its log) and the log.
 *
 * @throws JiangluError `notes-missing` where a talk is known from former runs only
 */
export function tableRows({ talks, concepts }: Collection, words: TableWords): Record<TableId, Row[]> {
  checkWhole(talks);
  const labels = new Map(concepts.map(({ key, label }) => [key, label]));
  const rows: Record<TableId, Row[]> = { glossary: [], qa: [], outlines: [] };
  for (const talk of talks) {
    const told: Told = { note: talk.load!(), talk, words, labels };
    for (const id of Object.keys(rows) as TableId[]) for (const row of makers[id](told)) rows[id].push(row);
  }
  return rows;
}
