import type { Quote } from '../../schema/edits.js';
import type { Entry } from '../../schema/note.js';
import * as changes from './changes.js';
import { button, byId, el } from './dom.js';
import { buildLog, current, goTo, showLog } from './log.js';
import { type NoteActions, showNote } from './note.js';
import { labelOf, selected, sentenceOf } from './selection.js';
import { change, isChanged, load, noteOf, save, titleFrom, undo } from './state.js';
import { isChinese, words } from './words.js';

const state = await load();
const keyOf = (id: number) => state.messages[id]!.key;
const messageOf = (key: string) => state.messages.find((message) => message.key === key)!;
const status = el('output', { class: 'status', 'aria-live': 'polite' });

function tell(text: string, bad = false): void {
  status.textContent = text;
  status.classList.toggle('bad', bad);
}

function show(): void {
  showLog(state);
  showNote(state, noteActions);
  tell(isChanged(state) ? words.unsaved : words.clean);
}

/** One after the other, so that a quick hand does not outrun the answers. */
let queue = Promise.resolve();

function run(act: () => Promise<unknown>): void {
  queue = queue.then(async () => {
    try {
      await act();
    } catch (error) {
      show();
      tell(`${words.failed}: ${(error as Error).message}`, true);
    }
  });
}

/** Changes the edits, then shows what comes of it. */
const edit = (how: Parameters<typeof change>[1]) =>
  run(async () => {
    await change(state, how);
    show();
  });

/** What is selected, else the label that the current message begins with. */
function quote(): Quote | undefined {
  const id = current();
  return selected() ?? (id === undefined ? undefined : labelOf(keyOf(id), state.messages[id]!.text));
}

/** Calls with what is selected, or says that nothing is. */
const withQuote = (act: (one: Quote) => void) => () => {
  const one = quote();
  if (one) act(one);
  else tell(words.pick, true);
};

function toggle(set: Set<number>, other: Set<number>, id: number): void {
  other.delete(id);
  if (!set.delete(id)) set.add(id);
  showLog(state);
}

const logActions = {
  lecture: (id: number) =>
    edit((own) => changes.setLecture(own, keyOf(id), !noteOf(state)?.lecture?.messages.includes(id))),
  ask: (id: number) => toggle(state.asking, state.answering, id),
  answer: (id: number) => toggle(state.answering, state.asking, id),
};

const inOrder = (set: Set<number>) => [...set].sort((a, b) => a - b);

/** Makes a pair of the messages that are marked. */
function pair(): void {
  const [question, answers] = [inOrder(state.asking), inOrder(state.answering)];
  const senders = new Set(question.map((id) => state.messages[id]!.sender));
  if (!question.length || !answers.length) tell(words.pickPair, true);
  else if (senders.size > 1) tell(words.oneAsker, true);
  else {
    state.asking.clear();
    state.answering.clear();
    edit((own) => changes.setPair(own, question.map(keyOf), answers.map(keyOf)));
  }
}

const tools = {
  heading: withQuote((one) => edit((own) => changes.setHeading(own, one))),
  term: withQuote((one) => {
    state.term = one;
    edit((own) => changes.setTerm(own, one, sentenceOf(one, messageOf(one.key).text)));
  }),
  definition: withQuote((one) => {
    const { term } = state;
    if (!term) return tell(words.noTerm, true);
    edit((own) => changes.changeTerm(own, term, { definition: [one] }));
  }),
  titleFrom: withQuote((one) =>
    run(async () => {
      const text = await titleFrom(one);
      await change(state, (own) => (own.title = { text, from: [one] }));
      show();
    }),
  ),
  pair,
  undo: () =>
    run(async () => {
      await undo(state);
      show();
    }),
  save: () =>
    run(async () => {
      const files = await save(state);
      show();
      tell(`${words.saved} ${files.join(' ')}`);
    }),
};

const placeOf = (entry: Entry): Quote =>
  changes.termPlace(entry, state.messages[entry.message]!.text.slice(entry.start, entry.end), keyOf);

const noteActions: NoteActions = {
  show(id) {
    state.shown = id;
    show();
  },
  goTo,
  title: (text) => edit((own) => (own.title = { text })),
  level: (section, level) =>
    edit((own) => changes.changeHeading(own, changes.quoteOf(section.span, keyOf), { level })),
  marker: (section, marker) =>
    edit((own) => changes.changeHeading(own, changes.quoteOf(section.span, keyOf), { marker })),
  removeHeading: (section) => edit((own) => changes.removeHeading(own, section, keyOf)),
  removePair: (one) => edit((own) => changes.removePair(own, one, keyOf)),
  kind: (entry, kind) => edit((own) => changes.changeTerm(own, placeOf(entry), { kind })),
  chooseTerm(entry) {
    state.term = placeOf(entry);
    const one = selected();
    if (one) edit((own) => changes.changeTerm(own, placeOf(entry), { definition: [one] }));
    else tell(words.pick, true);
  },
  removeTerm: (entry) => edit((own) => changes.removeTerm(own, placeOf(entry))),
  judged: () => tell(isChanged(state) ? words.unsaved : words.clean),
};

const letters: Record<string, (id: number) => void> = {
  l: logActions.lecture,
  q: logActions.ask,
  a: logActions.answer,
  h: tools.heading,
  t: tools.term,
  d: tools.definition,
  enter: pair,
  arrowdown: (id) => goTo(id + 1),
  arrowup: (id) => goTo(id - 1),
  j: (id) => goTo(id + 1),
  k: (id) => goTo(id - 1),
};

document.addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  const name = key.toLowerCase();
  const typing = target instanceof Element && target.matches('input, textarea, select');
  let act: (() => void) | undefined;
  if ((ctrlKey || metaKey) && name === 's') act = tools.save;
  else if ((ctrlKey || metaKey) && name === 'z' && !typing) act = tools.undo;
  else if (!ctrlKey && !metaKey && !altKey && target instanceof Element && target.matches('#messages > li')) {
    const id = current();
    const own = Object.hasOwn(letters, name) ? letters[name] : undefined;
    if (own && id !== undefined) act = () => own(id);
  }
  if (!act) return;
  event.preventDefault();
  act();
});
addEventListener('beforeunload', (event) => {
  if (isChanged(state)) event.preventDefault();
});
byId('messages').addEventListener('click', (event) => {
  const row = (event.target as Element).closest<HTMLElement>('#messages > li');
  if (row && getSelection()?.isCollapsed) goTo(Number(row.dataset.id));
});

document.documentElement.lang = isChinese ? 'zh-CN' : 'en';
document.title = words.page;
byId('bar').append(
  ...(['heading', 'term', 'definition', 'titleFrom', 'pair', 'undo', 'save'] as const).map((name) =>
    button(words[name], tools[name], { id: `do-${name}`, onmousedown: (event) => event.preventDefault() }),
  ),
  status,
  el('div', { class: 'hint' }, words.keys),
);
buildLog(state, logActions);
show();
