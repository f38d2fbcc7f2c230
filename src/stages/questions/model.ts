import { kept } from '../../language/remembered.js';
import { shipped } from '../../shipped.js';
import { type Planted, planted, sumOf, type Tree, walk, walkKnown } from '../trees.js';
import type { Features } from './features.js';
import { type Draft, featuresOf, type Kind, type Link } from './link.js';
import type { Phrasing } from './phrasing.js';
import type { Row } from './row.js';

/** Weights by feature; a feature without a weight counts for nothing. */
export type Weights = Readonly<Record<string, number>>;

/** Weights of links: those of all links, to which those of their kinds are added, and small trees that correct the sum. */
export type LinkWeights = Readonly<Record<'all' | Kind, Weights>> & { readonly trees: readonly Tree[] };

/** `lexicon/questions-model.json`, written by `tools/train-questions.mjs`. */
export interface Model {
  /** Whether a member's message goes on with his latest thread (log-odds). */
  join: Weights;
  /** Whether a message of the speaker answers a thread, against answering none. */
  speaker: LinkWeights;
  /** The same for a message of any other member. */
  member: LinkWeights;
}

/** `lexicon/questions.json`: how messages begin, end, or what they hold, by what that shows. */
export interface Wordings {
  confirm: { starts: string[] };
  understood: { starts: string[] };
  followUp: { starts: string[] };
  restate: { starts: string[] };
  deflect: { anywhere: string[] };
  address: { anywhere: string[] };
  group: { anywhere: string[] };
  yesNo: { ends: string[] };
}

/** The shipped wordings. */
export const loadWordings = (): Wordings => shipped('questions.json');

/** The shipped n-grams. */
export const loadPhrasing = (): Phrasing => shipped('questions-phrasing.json');

/** The shipped weights. */
export const loadModel = (): Model => shipped('questions-model.json');

/** The weights of links of a person; the speaker is 0. */
export const weightsFor = (person: number, model: Model): LinkWeights =>
  person === 0 ? model.speaker : model.member;

/** Sum of feature times weight. */
export function scoreOf(features: Features, weights: Weights): number {
  let sum = 0;
  for (const name in features) sum += (weights[name] ?? 0) * features[name]!;
  return sum;
}

/** What rows with some names are weighed by: linear weights, a place each, and trees. */
interface Scale {
  weights: Float64Array;
  trees: Planted;
}

function scaleFor(weights: LinkWeights, { names, kinds }: Link): Scale {
  const total = new Map(Object.entries(weights.all));
  for (const kind of kinds)
    for (const [name, value] of Object.entries(weights[kind]))
      total.set(name, (total.get(name) ?? 0) + value);
  return {
    weights: Float64Array.from(names, (name) => total.get(name) ?? 0),
    trees: planted(weights.trees, names),
  };
}

/** Scales by names and kinds, made when they are first needed. */
const scales = new WeakMap<LinkWeights, { names: readonly string[]; byKinds: Map<string, Scale> }>();

function scaleOf(weights: LinkWeights, link: Link): Scale {
  const found = scales.get(weights);
  const known = found?.names === link.names ? found : { names: link.names, byKinds: new Map() };
  if (known !== found) scales.set(weights, known);
  return kept(known.byKinds, link.kinds.join(' '), () => scaleFor(weights, link));
}

/** The sum of numbers times weights from a place of a row up to another. */
function weighted(row: Row, weights: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += weights[i]! * row[i]!;
  return sum;
}

/** Score of a link, 0 being that of no link at all. */
export function linkScore(link: Link, model: LinkWeights): number {
  const { row } = link;
  const { weights, trees } = scaleOf(model, link);
  return sumOf(trees, row, weighted(row, weights, 0, row.length));
}

/** What is known of a link's score before the state is: a sum, and the nodes at which trees ask for the state. */
export interface Settled {
  model: LinkWeights;
  scale: Scale;
  sum: number;
  nodes: readonly number[];
}

function settledOf(draft: Draft, model: LinkWeights): Settled {
  const { row, passing } = draft;
  const scale = scaleOf(model, draft);
  const { sum, nodes } = walkKnown(scale.trees, row, passing);
  return { model, scale, sum: sum + weighted(row, scale.weights, 0, passing), nodes };
}

/** Score of a link as `linkScore` gives it, but for rounding; what does not follow from the state is summed up once. */
export function draftScore(draft: Draft, model: LinkWeights): number {
  const { row, passing, end } = draft;
  if (draft.settled?.model !== model) draft.settled = settledOf(draft, model);
  const { scale, sum, nodes } = draft.settled;
  return sumOf(scale.trees, row, sum + weighted(row, scale.weights, passing, end), nodes);
}

/** What speaks for a link and against it, by feature, the weightiest first; the shares add up to the score. */
export function reasonsOf(link: Link, weights: LinkWeights): [feature: string, share: number][] {
  const shares = new Map<string, number>();
  const features = featuresOf(link);
  const add = (name: string, share: number) => shares.set(name, (shares.get(name) ?? 0) + share);
  for (const kind of ['all', ...link.kinds] as const)
    for (const [name, x] of Object.entries(features)) add(name, (weights[kind][name] ?? 0) * x);
  for (const tree of weights.trees) {
    const path: string[] = [];
    const leaf = walk(tree, features, path);
    for (const name of path) add(name, leaf / path.length);
  }
  return [...shares]
    .filter(([, share]) => share !== 0)
    .sort(([one, a], [other, b]) => Math.abs(b) - Math.abs(a) || (one < other ? -1 : 1));
}
