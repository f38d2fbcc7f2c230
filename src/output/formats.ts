import { jsonText } from '../json.js';
import type { Note } from '../schema/note.js';

/** Renders a note as the text of one file; pure, so that the same note gives the same bytes. */
export type Renderer = (note: Note) => string;

/**
 * What `--format` takes, which is also the extension of the files: a new format is its own file and one line here.
 * A renderer is loaded when it is asked for.
 */
const writers: Record<string, () => Promise<Renderer>> = {
  json: async () => jsonText,
  md: async () => {
    const { renderMarkdown } = await import('../markdown/note.js');
    return (note) => renderMarkdown(note);
  },
};

/** The names of all formats, in the order in which files are written by default. */
export const formatNames: readonly string[] = Object.keys(writers);

/** Loads the renderers of the named formats; the names must be among `formatNames`. */
export async function renderersOf(names: readonly string[]): Promise<[name: string, render: Renderer][]> {
  return Promise.all(names.map(async (name): Promise<[string, Renderer]> => [name, await writers[name]!()]));
}
