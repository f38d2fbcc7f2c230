import { button, byId, el } from './dom.js';
import { noteOf, type State } from './state.js';
import { roleName, words } from './words.js';

/** What the rows of the log call. */
export interface LogActions {
  lecture(id: number): void;
  ask(id: number): void;
  answer(id: number): void;
}

const rowOf = (id: number) => byId(`m${id}`);

function row({ id, key, time, sender, text }: State['messages'][number], actions: LogActions): HTMLLIElement {
  const toggle = (name: 'lecture' | 'question' | 'answer', act: (id: number) => void) =>
    button(words[name], () => act(id), { 'data-toggle': name, tabindex: -1 });
  return el(
    'li',
    { id: `m${id}`, tabindex: -1, 'data-id': id },
    el('span', { class: 'meta' }, String(id)),
    el('span', { class: 'from' }, `${time} ${sender} `, el('span', { class: 'role' })),
    el(
      'span',
      { class: 'tools' },
      toggle('lecture', actions.lecture),
      toggle('question', actions.ask),
      toggle('answer', actions.answer),
    ),
    el('div', { class: 'text', 'data-key': key, dir: 'auto' }, text),
  );
}

/** Builds the rows, once. */
export function buildLog(state: State, actions: LogActions): void {
  byId('log-title').textContent = `${words.log} · ${state.log.path}`;
  byId('messages').replaceChildren(...state.messages.map((message) => row(message, actions)));
  focusable(0);
}

/** Shows in each row what the message is. */
export function showLog(state: State): void {
  const lecture = new Set(noteOf(state)?.lecture?.messages);
  for (const { id } of state.messages) {
    const node = rowOf(id);
    const is = { lecture: lecture.has(id), question: state.asking.has(id), answer: state.answering.has(id) };
    for (const name of ['lecture', 'question', 'answer'] as const) {
      node.classList.toggle(name, is[name]);
      node.querySelector(`[data-toggle=${name}]`)!.setAttribute('aria-pressed', String(is[name]));
    }
    node.querySelector('.role')!.textContent = `· ${roleName(state.roles[id]!)}`;
  }
}

/** The one row that the Tab key reaches. */
function focusable(id: number): void {
  for (const node of document.querySelectorAll('#messages > [tabindex="0"]'))
    node.setAttribute('tabindex', '-1');
  document.getElementById(`m${id}`)?.setAttribute('tabindex', '0');
}

/** Moves to a message. */
export function goTo(id: number): void {
  const node = document.getElementById(`m${id}`);
  if (!node) return;
  focusable(id);
  node.focus({ preventScroll: true });
  node.scrollIntoView({ block: 'nearest' });
}

/** The message that has the focus, or the last one that had it. */
export function current(): number | undefined {
  const inside = document.activeElement?.closest<HTMLElement>('#messages > li');
  const node = inside ?? document.querySelector<HTMLElement>('#messages > [tabindex="0"]');
  return node ? Number(node.dataset.id) : undefined;
}
