import { loadLexicon } from '../../src/lexicon.js';
import { cues } from '../../src/stages/cues.js';
import {
  type Message,
  type Section,
  spanOf,
  type Talk,
  type Transcript,
  unread,
} from '../../src/transcript.js';

/** The shipped lexicon, read once for all tables. */
export const lexicon = loadLexicon();

const place = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

/** A message of the speaker, or of somebody else. */
export const message = (text: string, id: number, sender = '讲者'): Message => ({
  type: 'message',
  id,
  key: String(id),
  time: '20:00:00',
  clock: id,
  sender,
  text,
  position: place,
  body: { line: 1, column: 1 },
  cues: [],
});

/** A talk whose lecture is all of the speaker's messages. */
export function lectureOf(
  texts: (string | [sender: string, text: string])[],
  more: Partial<Talk> = {},
): { tree: Transcript; talk: Talk } {
  const children = texts.map((text, id) =>
    typeof text === 'string' ? message(text, id) : message(text[1], id, text[0]),
  );
  const lecture = children.filter(({ sender }) => sender === '讲者').map(({ id }) => id);
  const talk: Talk = {
    announcement: [],
    host: null,
    nicks: ['讲者'],
    speakers: [],
    titleFrom: [],
    title: '',
    announced: null,
    window: { first: 0, last: Math.max(0, children.length - 1) },
    lecture,
    ...unread(),
    ...more,
  };
  const source = {
    path: 'invented/log',
    format: 'chatlog',
    group: 'invented',
    sha256: '0'.repeat(64),
    messages: children.length,
  };
  const tree: Transcript = {
    type: 'transcript',
    children,
    source,
    encoding: 'utf-8',
    date: null,
    frontMatter: {},
    warnings: [],
    talks: [talk],
  };
  cues.call(undefined as never, lexicon)!(tree as never, undefined as never, () => {});
  return { tree, talk };
}

/** A heading that stands in a message of the tree. */
export function section(tree: Transcript, id: number, title: string, sections: Section[] = []): Section {
  const start = tree.children[id]!.text.indexOf(title);
  return {
    marker: '',
    ordinal: null,
    title,
    level: 1,
    message: id,
    span: spanOf(tree.children[id]!, start, start + title.length),
    origin: 'typed',
    blocks: [],
    sections,
  };
}

/** Runs a stage over a tree. */
export function run(stage: typeof cues, tree: Transcript): void {
  stage.call(undefined as never, lexicon)!(tree as never, undefined as never, () => {});
}
