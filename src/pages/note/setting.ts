import { startsOf } from '../../note/sources.js';
import type { Note, Ordinal } from '../../schema/note.js';
import { messageAnchor } from '../address.js';
import { type Html, h, type Part } from '../html.js';
import type { Named } from '../known/terms.js';
import type { Pictures } from '../pictures.js';
import type { Words } from '../words.js';

/** What the parts of a talk's page share. */
export interface Setting {
  /** With ordinals that run on from log to log. */
  note: Note;
  words: Words;
  starts: readonly number[];
  /** Of each source whether its messages stand on the page. */
  shown: readonly boolean[];
  find(text: string): Named[];
  tips: ReadonlyMap<string, string>;
  pictures: Pick<Pictures, 'at' | 'omits'>;
  /** Filled while the note is rendered: the first place of the note that a message stands in. */
  places: Map<Ordinal, string>;
}

/** A message's source and its ordinal there. */
export function sourceOf(
  { starts }: Pick<Setting, 'starts'>,
  message: Ordinal,
): { source: number; ordinal: number } {
  const source = starts.findLastIndex((start) => start <= message);
  return { source, ordinal: message - starts[source]! };
}

/** An empty setting for a note whose ordinals run on. */
export const startsIn = (note: Note): number[] => startsOf(note);

/** Ordinals in a row as one: their first and last. */
function rows(messages: readonly Ordinal[]): [Ordinal, Ordinal][] {
  const found: [Ordinal, Ordinal][] = [];
  for (const message of [...new Set(messages)].sort((a, b) => a - b)) {
    const open = found.at(-1);
    if (open?.[1] === message - 1) open[1] = message;
    else found.push([message, message]);
  }
  return found;
}

/**
 * Links to the messages that a line of the note is from, and the way back from them.
 *
 * @param anchor the line's own name
 */
export function refs(setting: Setting, messages: readonly Ordinal[], anchor: string): Part {
  const { words, places, shown } = setting;
  return rows(messages).map(([first, last]): Html => {
    for (let id = first; id <= last; id++) if (!places.has(id)) places.set(id, anchor);
    const { source, ordinal } = sourceOf(setting, first);
    const text = last > first ? `${ordinal}–${ordinal + last - first}` : String(ordinal);
    const name = words.message(text);
    if (!shown[source]) return h` <span class="ref" title="${name}">${text}</span>`;
    return h` <a class="ref" href="#${messageAnchor(ordinal, source)}" title="${name}" aria-label="${name}">${text}</a>`;
  });
}
