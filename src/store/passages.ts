import { remarksOf } from '../pairs.js';
import { plain, plainNick } from '../readable/text.js';
import type { Note, Pair, Section } from '../schema/note.js';
import type { Passage } from './record.js';
import { blocksText, turnText } from './texts.js';

const placed = (message: number, source = 0) => ({ message, ...(source > 0 && { source }) });

function talkPassage(note: Note): Passage {
  const { first } = note.schedule;
  const speakers = note.speakers.map(({ name, aliases }) => [name, ...aliases].map(plainNick).join(' '));
  return {
    kind: 'talk',
    pointer: '',
    heading: plain(note.title),
    above: [],
    ...(speakers.length > 0 && { names: speakers }),
    body: [blocksText(note.lead), ...remarksOf(note).map((one) => turnText(note, one))]
      .filter((text) => text !== '')
      .join('\n'),
    ...placed(first.message, first.source),
  };
}

function sectionPassages(section: Section, pointer: string, above: string[]): Passage[] {
  const heading = plain(section.title);
  const own: Passage = {
    kind: 'section',
    pointer,
    heading,
    above,
    body: blocksText(section.blocks),
    ...placed(section.message, section.source),
  };
  return [own, ...sectionsOf(section.sections, `${pointer}/sections`, [...above, heading])];
}

function sectionsOf(sections: readonly Section[], pointer: string, above: string[]): Passage[] {
  return sections.flatMap((section, index) => sectionPassages(section, `${pointer}/${index}`, above));
}

function pairPassage(note: Note, { question, answers }: Pair, index: number): Passage {
  const texts = answers.map((answer) => turnText(note, answer, question.by));
  return {
    kind: 'pair',
    pointer: `/qa/${index}`,
    heading: turnText(note, question).replaceAll('\n', ' '),
    above: [],
    body: texts.filter((text) => text !== '').join('\n'),
    ...placed(question.messages[0]!, question.source),
  };
}

/** The parts of a note that are found for themselves, in its order: the talk, its sections at any depth, its pairs. */
export function passagesOf(note: Note): Passage[] {
  const pairs = note.qa.map((pair, index) => pairPassage(note, pair, index));
  return [talkPassage(note), ...sectionsOf(note.sections, '/sections', []), ...pairs];
}
