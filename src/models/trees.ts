/** A small decision tree: what it adds to a score, or a feature, its bound, and the trees below it and from it on. */
export type Tree = number | readonly [feature: string, bound: number, below: Tree, above: Tree];

/** What a tree adds to the score of some features; `path` receives the features it asked for. */
export function walk(tree: Tree, features: Readonly<Record<string, number>>, path?: string[]): number {
  let node = tree;
  while (typeof node !== 'number') {
    path?.push(node[0]);
    node = (features[node[0]] ?? 0) < node[1] ? node[2] : node[3];
  }
  return node;
}

/**
 * Trees for rows of numbers instead of features by name: a node a place, which is faster to walk. At place `i` stand the
 * feature's place in a row, its bound, the nodes below it and from it on, and the least and the most that the leaves
 * under it add; a leaf has the feature -1 and its value for a bound.
 */
export interface Planted {
  roots: Int32Array;
  features: Int32Array;
  bounds: Float64Array;
  next: Int32Array;
  least: Float64Array;
  most: Float64Array;
}

/** Plants trees for rows whose numbers have the names given; a name that is not among them stands for 0. */
export function planted(trees: readonly Tree[], names: readonly string[]): Planted {
  const places = new Map(names.map((name, place) => [name, place]));
  const features: number[] = [];
  const bounds: number[] = [];
  const next: number[] = [];
  const plant = (tree: Tree): number => {
    if (typeof tree !== 'number' && !places.has(tree[0])) return plant(tree[0 < tree[1] ? 2 : 3]);
    const node = features.length;
    const [feature, bound] = typeof tree === 'number' ? [-1, tree] : [places.get(tree[0])!, tree[1]];
    features.push(feature);
    bounds.push(bound);
    next.push(0, 0);
    if (typeof tree !== 'number') {
      next[2 * node] = plant(tree[2]);
      next[2 * node + 1] = plant(tree[3]);
    }
    return node;
  };
  const roots = Int32Array.from(trees, plant);
  const among = (choose: (a: number, b: number) => number) => {
    const found = Float64Array.from(bounds);
    for (let node = features.length - 1; node >= 0; node--)
      if (features[node]! >= 0) found[node] = choose(found[next[2 * node]!]!, found[next[2 * node + 1]!]!);
    return found;
  };
  return {
    roots,
    features: Int32Array.from(features),
    bounds: Float64Array.from(bounds),
    next: Int32Array.from(next),
    least: among(Math.min),
    most: among(Math.max),
  };
}

/** Numbers one after another; a typed array for what is gone through often. */
export type Row = ArrayLike<number>;

/** `start` and what the trees add to it for a row, one after the other. */
export function sumOf({ roots, features, bounds, next }: Planted, row: Row, start: number): number {
  let sum = start;
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree]!;
    for (let feature = features[node]!; feature >= 0; feature = features[node]!)
      node = next[2 * node + (row[feature]! < bounds[node]! ? 0 : 1)]!;
    sum += bounds[node]!;
  }
  return sum;
}

/** Lists of nodes at which trees stand, one list after another. */
export interface Halts {
  nodes: Int32Array;
  end: number;
  /** What the trees of the last list add at least and at most. */
  least: number;
  most: number;
}

/** Room without lists. */
export const haltsFor = (): Halts => ({ nodes: new Int32Array(4096), end: 0, least: 0, most: 0 });

/** Makes room for one more list as long as another. */
function makeRoom(halts: Halts, length: number): void {
  if (halts.end + length <= halts.nodes.length) return;
  const nodes = new Int32Array(2 * halts.nodes.length + length);
  nodes.set(halts.nodes);
  halts.nodes = nodes;
}

/** Forgets all lists but one of the trees' roots; gives where it ends. */
export function rootsIn(halts: Halts, { roots }: Planted): number {
  halts.end = 0;
  makeRoom(halts, roots.length);
  halts.nodes.set(roots);
  halts.end = roots.length;
  return halts.end;
}

/**
 * Walks on from a list of nodes as far as the first `known` numbers of a row tell the way; the row begins at the place
 * `begin`. Gives the sum of the leaves that are reached; where the other trees stand becomes the last list.
 */
export function walkOn(
  { features, bounds, next, least, most }: Planted,
  rows: Row,
  begin: number,
  known: number,
  halts: Halts,
  from: number,
  to: number,
): number {
  makeRoom(halts, to - from);
  const { nodes } = halts;
  let { end } = halts;
  let sum = 0;
  let low = 0;
  let high = 0;
  for (let i = from; i < to; i++) {
    let node = nodes[i]!;
    let feature = features[node]!;
    while (feature >= 0 && feature < known) {
      node = next[2 * node + (rows[begin + feature]! < bounds[node]! ? 0 : 1)]!;
      feature = features[node]!;
    }
    if (feature < 0) sum += bounds[node]!;
    else {
      nodes[end++] = node;
      low += least[node]!;
      high += most[node]!;
    }
  }
  halts.end = end;
  halts.least = low;
  halts.most = high;
  return sum;
}

/** The sum of the leaves that are reached from a list of nodes when the whole row is known. */
export function walkOut(
  { features, bounds, next }: Planted,
  rows: Row,
  begin: number,
  { nodes }: Halts,
  from: number,
  to: number,
): number {
  let sum = 0;
  for (let i = from; i < to; i++) {
    let node = nodes[i]!;
    for (let feature = features[node]!; feature >= 0; feature = features[node]!)
      node = next[2 * node + (rows[begin + feature]! < bounds[node]! ? 0 : 1)]!;
    sum += bounds[node]!;
  }
  return sum;
}
