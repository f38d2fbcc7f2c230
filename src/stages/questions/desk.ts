import { type Halts, haltsFor, rootsIn, walkOn } from '../../models/trees.js';
import { type Model, type Scale, scaleOf, weightsFor } from './model.js';
import type { Place } from './place.js';
import {
  COMPARED,
  isBrief,
  type Layout,
  layoutOf,
  type Way,
  wayOf,
  ways,
  writeAsking,
  writeOwn,
  writePersonal,
  writeThread,
} from './row.js';
import type { Strip } from './standing.js';
import { OPEN_THREADS } from './steps.js';
import { added, clear, found, type Table, tableOf } from './table.js';
import type { Asking, Thread } from './thread.js';

/** Columns of a question behind its part of a row: what is added for each way, what trees add, where they halt. */
const question = { sums: 0, trees: 3, from: 4, to: 5, count: 6 };

/**
 * Columns of a link: its sum, what halting trees add at least and at most, where they halt, where its weights and its row
 * begin, and its compared features.
 */
export const link = { sum: 0, least: 1, most: 2, from: 3, to: 4, weights: 5, row: 6, compared: 7 };

/**
 * What is known of the links of one message, whatever the state, for many states. A score is a sum, and each part of it
 * is added up where all that it asks for is known: what holds of the message, for all questions; what holds of a
 * question, for all threads in which it is asked; what holds of a thread, for all states.
 */
export interface Desk extends Room {
  readonly place: Place;
  readonly scale: Scale;
  /** The message as the answer to anything, like a question. */
  readonly own: Float64Array;
  /** Log-odds that the message goes on asking in each thread. */
  readonly joins: Map<Thread, number>;
}

/** Room that serves one message after another. */
export interface Room {
  readonly model: Model;
  readonly layout: Layout;
  readonly halts: Halts;
  readonly persons: Table;
  readonly questions: Table;
  readonly links: Table;
  /** The rows of links. */
  readonly rows: Table;
  /** For links to the threads of a state: where their columns begin, their compared features, and what follows from it. */
  readonly begins: Int32Array;
  readonly compared: Float64Array;
  readonly strip: Strip;
  /** Their sums without trees, and their scores. */
  readonly sums: Float64Array;
  readonly scores: Float64Array;
}

/** Room for the messages of a talk, any of which is `place`. */
export function roomFor(place: Place, model: Model): Room {
  const layout = layoutOf(place);
  const width = layout.names.length - layout.standing;
  return {
    model,
    layout,
    halts: haltsFor(),
    persons: tableOf(layout.asking - layout.person),
    questions: tableOf(layout.thread + question.count),
    links: tableOf(link.compared + COMPARED),
    rows: tableOf(layout.names.length),
    begins: new Int32Array(OPEN_THREADS),
    compared: new Float64Array(OPEN_THREADS * COMPARED),
    strip: { rows: new Float64Array(OPEN_THREADS * width), begin: 0, width },
    sums: new Float64Array(OPEN_THREADS),
    scores: new Float64Array(OPEN_THREADS),
  };
}

/** Adds what a part of a row adds, to the sum of each way. */
function weigh(
  rows: Float64Array,
  begin: number,
  { weights }: Scale,
  from: number,
  to: number,
  sums: number,
): void {
  const width = weights.length / ways.length;
  for (let way = 0; way < ways.length; way++) {
    let sum = rows[sums + way]!;
    for (let i = from; i < to; i++) sum += weights[way * width + i]! * rows[begin + i]!;
    rows[sums + way] = sum;
  }
}

/** Writes what is known of a message as the answer to anything. */
export function deskFor(place: Place, room: Room): Desk {
  const { layout, model, halts, persons, questions, links, rows } = room;
  const scale = scaleOf(weightsFor(place.view.person, model), layout.names, isBrief(place));
  const { person } = layout;
  const own = new Float64Array(person + question.count);
  for (const table of [persons, questions, links, rows]) clear(table);
  writeOwn(own, 0, place);
  weigh(own, 0, scale, 0, person, person);
  const roots = rootsIn(halts, scale.trees);
  own[person + question.trees] = walkOn(scale.trees, own, 0, person, halts, 0, roots);
  own[person + question.from] = roots;
  own[person + question.to] = halts.end;
  return { ...room, place, scale, own, joins: new Map() };
}

function writePerson(
  { persons, layout, place }: Desk,
  person: number,
  rows: Float64Array,
  begin: number,
): void {
  const { width } = persons;
  const to = begin + layout.person;
  const known = found(persons, person);
  if (known < 0) {
    writePersonal(rows, begin, layout, place, person);
    const at = added(persons, person);
    for (let i = 0; i < width; i++) persons.numbers[at + i] = rows[to + i]!;
  } else for (let i = 0; i < width; i++) rows[to + i] = persons.numbers[known + i]!;
}

/** Adds the message as the answer to a question; gives where its row begins. */
function addQuestion(desk: Desk, asking: Asking): number {
  const { questions, layout, place, own, scale, halts } = desk;
  const { person, thread } = layout;
  const begin = added(questions, asking.number);
  const { numbers } = questions;
  for (let i = 0; i < person; i++) numbers[begin + i] = own[i]!;
  writePerson(desk, asking.person, numbers, begin);
  writeAsking(numbers, begin, layout, place, asking);
  const at = begin + thread;
  for (let way = 0; way < ways.length; way++) numbers[at + way] = own[person + way]!;
  weigh(numbers, begin, scale, person, thread, at);
  const from = own[person + question.from]!;
  const to = own[person + question.to]!;
  numbers[at + question.from] = halts.end;
  const leaves = walkOn(scale.trees, numbers, begin, thread, halts, from, to);
  numbers[at + question.trees] = own[person + question.trees]! + leaves;
  numbers[at + question.to] = halts.end;
  return begin;
}

/** Writes the row of a link as far as it does not follow from the state; gives where it begins. */
function addRow(desk: Desk, thread: Thread, way: Way, thing: number, asked: number): number {
  const { rows, questions, layout, place } = desk;
  const begin = added(rows, thing);
  const { numbers } = rows;
  for (let i = 0; i < layout.thread; i++) numbers[begin + i] = questions.numbers[asked + i]!;
  writeThread(numbers, begin, layout, place, thread, way);
  numbers.fill(0, begin + layout.goingOn, begin + layout.names.length);
  return begin;
}

/** Adds the message as the answer to a thread; gives where its columns begin. */
function addLink(desk: Desk, thread: Thread, goesOn: boolean, thing: number): number {
  const { questions, links, rows, layout, place, scale, halts } = desk;
  const { trees, weights } = scale;
  const known = found(questions, thread.asking.number);
  const asked = known >= 0 ? known : addQuestion(desk, thread.asking);
  const way = wayOf(place, thread, goesOn);
  const row = addRow(desk, thread, way, thing, asked);
  const at = added(links, thing);
  const { numbers } = links;
  const rest = asked + layout.thread;
  const weight = ways.indexOf(way) * layout.names.length;
  let sum = questions.numbers[rest + ways.indexOf(way)]! + questions.numbers[rest + question.trees]!;
  for (let i = layout.thread; i < layout.standing; i++) sum += weights[weight + i]! * rows.numbers[row + i]!;
  const from = halts.end;
  const start = questions.numbers[rest + question.from]!;
  const stop = questions.numbers[rest + question.to]!;
  numbers[at + link.sum] = sum + walkOn(trees, rows.numbers, row, layout.standing, halts, start, stop);
  numbers[at + link.least] = halts.least;
  numbers[at + link.most] = halts.most;
  numbers[at + link.from] = from;
  numbers[at + link.to] = halts.end;
  numbers[at + link.weights] = weight;
  numbers[at + link.row] = row;
  for (let i = 0; i < COMPARED; i++)
    numbers[at + link.compared + i] = rows.numbers[row + layout.compared[i]!]!;
  return at;
}

/** Where the columns of the link to a thread begin; `goesOn` if its person answered it last. */
export function linkTo(desk: Desk, thread: Thread, goesOn: boolean): number {
  const thing = 2 * thread.number + (goesOn ? 1 : 0);
  const known = found(desk.links, thing);
  return known >= 0 ? known : addLink(desk, thread, goesOn, thing);
}
