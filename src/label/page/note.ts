import type { Entry, Note, Pair, Section } from '../../schema/note.js';
import { button, byId, el } from './dom.js';
import { labelFields } from './label.js';
import { noteOf, type State } from './state.js';
import { words } from './words.js';

/** What the note's fields call. */
export interface NoteActions {
  show(id: string): void;
  goTo(id: number): void;
  title(text: string): void;
  level(section: Section, level: number): void;
  marker(section: Section, marker: string): void;
  removeHeading(section: Section): void;
  removePair(pair: Pair): void;
  kind(entry: Entry, kind: Entry['kind']): void;
  chooseTerm(entry: Entry): void;
  removeTerm(entry: Entry): void;
  judged(): void;
}

const kinds = ['risk', 'concept', 'organization', 'regulation'] as const;

const link = (text: string, message: number, { goTo }: NoteActions) =>
  button(text, () => goTo(message), { class: 'link' });

const removal = (focus: string, act: () => void) =>
  button('×', act, { 'data-focus': `${focus}-remove` }, words.remove);

const list = (name: string, items: HTMLLIElement[]) => [
  el('h3', {}, name),
  items.length ? el('ul', {}, ...items) : el('p', { class: 'hint' }, words.nothing),
];

function sectionItems(
  sections: readonly Section[],
  at: string,
  note: Note,
  act: NoteActions,
): HTMLLIElement[] {
  return sections.flatMap((section, index) => {
    const here = `${at}/${index}`;
    const { level, marker, title, message } = section;
    const typed = el('input', {
      'aria-label': words.marker,
      size: 5,
      value: marker,
      'data-focus': `${here}-marker`,
      onchange: (event) => act.marker(section, (event.target as HTMLInputElement).value),
    });
    const item = el(
      'li',
      { class: `level-${level}${note.edited?.includes(here) ? ' edited' : ''}`, 'data-heading': title },
      el(
        'div',
        { class: 'row' },
        typed,
        el('span', { class: 'grow' }, link(title || '—', message, act)),
        button(
          '←',
          () => act.level(section, level - 1),
          { disabled: level === 1, 'data-focus': `${here}-up` },
          words.higher,
        ),
        button(
          '→',
          () => act.level(section, level + 1),
          { disabled: level === 6, 'data-focus': `${here}-down` },
          words.deeper,
        ),
        removal(here, () => act.removeHeading(section)),
      ),
    );
    return [item, ...sectionItems(section.sections, `${here}/sections`, note, act)];
  });
}

function pairItem(pair: Pair, index: number, note: Note, act: NoteActions): HTMLLIElement {
  const { question, answers } = pair;
  const turn = (sign: string, { by, messages, spans }: Pair['question']) =>
    el('div', {}, link(`${sign} · ${by}: ${spans.map(({ text }) => text).join(' / ')}`, messages[0]!, act));
  return el(
    'li',
    { class: note.edited?.includes(`/qa/${index}`) ? 'edited' : '' },
    el(
      'div',
      { class: 'row' },
      el(
        'div',
        { class: 'grow' },
        turn(words.question, question),
        ...answers.map((one) => turn(words.answer, one)),
      ),
      removal(`/qa/${index}`, () => act.removePair(pair)),
    ),
  );
}

function termItem(entry: Entry, index: number, note: Note, act: NoteActions): HTMLLIElement {
  const here = `/glossary/${index}`;
  const choice = el(
    'select',
    {
      'aria-label': words.kind,
      'data-focus': `${here}-kind`,
      onchange: (event) => act.kind(entry, (event.target as HTMLSelectElement).value as Entry['kind']),
    },
    ...kinds.map((kind) => el('option', { value: kind, selected: kind === entry.kind }, words[kind])),
  );
  return el(
    'li',
    { class: note.edited?.includes(here) ? 'edited' : '', 'data-term': entry.term },
    el(
      'div',
      { class: 'row' },
      el('strong', { class: 'grow' }, link(entry.term, entry.message, act)),
      choice,
      button(words.definition, () => act.chooseTerm(entry), { 'data-focus': `${here}-definition` }),
      removal(here, () => act.removeTerm(entry)),
    ),
    el('div', { class: 'hint' }, entry.definition.map(({ text }) => text).join(' / ')),
  );
}

function reviewItems(note: Note, act: NoteActions): HTMLLIElement[] {
  return note.review.map(({ code, reason, message }) =>
    el(
      'li',
      { class: code === 'edit-stale' ? 'stale' : '' },
      message === undefined ? reason : link(`${reason} (${message})`, message, act),
    ),
  );
}

function tabs(state: State, act: NoteActions): HTMLElement[] {
  if (state.notes.length < 2) return [];
  return state.notes.map(({ id, title }) =>
    button(title || id, () => act.show(id), { 'aria-pressed': String(id === state.shown), 'data-focus': id }),
  );
}

function fieldsOf(state: State, note: Note, act: NoteActions): HTMLElement[] {
  const title = el('input', {
    type: 'text',
    'aria-label': words.title,
    'data-focus': 'title',
    id: 'title',
    value: note.title,
    maxlength: 200,
    onchange: (event) => act.title((event.target as HTMLInputElement).value.trim()),
  });
  return [
    el('h3', {}, words.title),
    title,
    ...(note.review.length ? list(words.review, reviewItems(note, act)) : []),
    ...list(words.headings, sectionItems(note.sections, '/sections', note, act)),
    ...list(
      words.pairs,
      note.qa.map((pair, index) => pairItem(pair, index, note, act)),
    ),
    ...list(
      words.terms,
      note.glossary.map((entry, index) => termItem(entry, index, note, act)),
    ),
    ...labelFields(state, note, act.judged),
  ];
}

/** Shows the note; the control that had the focus has it again. */
export function showNote(state: State, act: NoteActions): void {
  const focus =
    document.activeElement instanceof HTMLElement ? document.activeElement.dataset.focus : undefined;
  const note = noteOf(state);
  byId('note-title').textContent = note ? `${words.note} · ${note.id}` : words.note;
  byId('fields').replaceChildren(
    ...tabs(state, act),
    ...(note
      ? fieldsOf(state, note, act)
      : [el('p', {}, words.none), ...labelFields(state, undefined, act.judged)]),
  );
  if (focus) document.querySelector<HTMLElement>(`[data-focus="${CSS.escape(focus)}"]`)?.focus();
}
