import { idStart } from '../edits/match.js';
import type { Edits } from '../schema/edits.js';
import type { Transcript } from '../transcript.js';
import type { Hidden } from './pseudonymize.js';

/** Fields of edits that hold text of a log, or an editor's own. */
const texts: ReadonlySet<string> = new Set(['text', 'marker']);

/** Digits of a message's key that stand in the id of a note. */
const inId = 8;

/**
 * Edits that an editor made for the plain note of a log, as they hold for the pseudonymized one: the keys are those of
 * the same messages, texts become as the log's own did, so that no nick that he quotes gets into the note. Keys of other
 * logs, and edits that were made for the pseudonymized note itself, stay.
 */
export function hiddenEdits(edits: Edits, plain: Transcript, { tree, text }: Hidden): Edits {
  const keys = new Map(plain.children.map(({ key }, index) => [key, tree.children[index]!.key]));
  const starts = new Map([...keys].map(([key, hidden]) => [key.slice(0, inId), hidden.slice(0, inId)]));
  const mapped = (value: unknown, name: string): unknown => {
    if (typeof value === 'string') return texts.has(name) ? text(value) : (keys.get(value) ?? value);
    if (Array.isArray(value)) return value.map((one) => mapped(one, name));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, mapped(child, key)]));
  };
  const { note, ...rest } = edits;
  const [start, end] = [note.slice(0, -inId), note.slice(-inId)];
  const group = start === idStart(plain) ? idStart(tree) : start;
  return { ...(mapped(rest, '') as Edits), note: group + (starts.get(end) ?? end) };
}
