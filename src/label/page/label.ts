import type { Note } from '../../schema/note.js';
import { el } from './dom.js';
import type { State } from './state.js';
import { words } from './words.js';

/** What a label file states beside the note: topics, doubts, and whether it is a talk; nothing where none was asked for. */
export function labelFields(state: State, note: Note | undefined, judged: () => void): HTMLElement[] {
  if (!state.labels) return [];
  const { judgement } = state;
  const area = (name: string, focus: string, value: string, keep: (text: string) => void) =>
    el(
      'label',
      {},
      name,
      el(
        'textarea',
        {
          rows: 4,
          'data-focus': focus,
          oninput: (event) => {
            keep((event.target as HTMLTextAreaElement).value);
            judged();
          },
        },
        value,
      ),
    );
  const fields = [area(words.doubts, 'doubts', judgement.doubts, (text) => (judgement.doubts = text.trim()))];
  if (note) {
    const topics = judgement.topics[note.id] ?? note.topics.map(({ label }) => label);
    const lines = (text: string) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
    const none = el('input', {
      type: 'checkbox',
      checked: judgement.none.includes(note.id),
      onchange: (event) => {
        judgement.none = judgement.none.filter((id) => id !== note.id);
        if ((event.target as HTMLInputElement).checked) judgement.none.push(note.id);
        judged();
      },
    });
    fields.unshift(
      el('label', {}, none, ` ${words.noTalk}`),
      area(words.topics, 'topics', topics.join('\n'), (text) => (judgement.topics[note.id] = lines(text))),
    );
  }
  return [el('h3', {}, `${words.labels} · ${state.labels.file}`), ...fields];
}
