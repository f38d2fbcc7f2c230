import { kept } from '../../memory/remembered.js';
import { type Planted, planted, sumOf, type Tree, walk } from '../../models/trees.js';
import { shipped } from '../../shipped.js';
import type { Features } from './features.js';
import { featuresOf, type Link } from './link.js';
import type { Phrasing } from './phrasing.js';
import { type Kind, type Way, ways } from './row.js';

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

/** What rows with some names are weighed by: linear weights, a place each, those of each way after another, and trees. */
export interface Scale {
  weights: Float64Array;
  trees: Planted;
}

function scaleFor(weights: LinkWeights, names: readonly string[], brief: boolean): Scale {
  const summed = (name: string, kinds: readonly Kind[]) =>
    kinds.reduce((sum, kind) => sum + (weights[kind][name] ?? 0), weights.all[name] ?? 0);
  const all = ways.flatMap((way) => names.map((name) => summed(name, brief ? [way, 'brief'] : [way])));
  return { weights: Float64Array.from(all), trees: planted(weights.trees, names) };
}

/** Scales by names, for full answers and for brief ones, made when they are first needed. */
const scales = new WeakMap<LinkWeights, { names: readonly string[]; made: Map<boolean, Scale> }>();

/** What links with some names are weighed by; `brief` ones are a mere yes or no. */
export function scaleOf(weights: LinkWeights, names: readonly string[], brief: boolean): Scale {
  const found = scales.get(weights);
  const known = found?.names === names ? found : { names, made: new Map<boolean, Scale>() };
  if (known !== found) scales.set(weights, known);
  return kept(known.made, brief, () => scaleFor(weights, names, brief));
}

/** Score of a link, 0 being that of no link at all. */
export function linkScore({ kinds, names, row }: Link, model: LinkWeights): number {
  const { weights, trees } = scaleOf(model, names, kinds.includes('brief'));
  const begin = ways.indexOf(kinds[0] as Way) * names.length;
  let sum = 0;
  for (let i = 0; i < row.length; i++) sum += weights[begin + i]! * row[i]!;
  return sumOf(trees, row, sum);
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
