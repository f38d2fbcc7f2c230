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
 * feature's place in a row, its bound, and the nodes below it and from it on; a leaf has the feature -1 and its value
 * for a bound.
 */
export interface Planted {
  roots: readonly number[];
  features: Int32Array;
  bounds: Float64Array;
  next: Int32Array;
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
  return {
    roots: trees.map(plant),
    features: Int32Array.from(features),
    bounds: Float64Array.from(bounds),
    next: Int32Array.from(next),
  };
}

/** `start` and what the trees add to it for a row, one after the other; `nodes` are where to enter them. */
export function sumOf(
  { roots, features, bounds, next }: Planted,
  row: readonly number[],
  start: number,
  nodes = roots,
): number {
  let sum = start;
  for (let tree = 0; tree < nodes.length; tree++) {
    let node = nodes[tree]!;
    for (let feature = features[node]!; feature >= 0; feature = features[node]!)
      node = next[2 * node + (row[feature]! < bounds[node]! ? 0 : 1)]!;
    sum += bounds[node]!;
  }
  return sum;
}

/**
 * Walks the trees as far as the numbers of a row before the place `known` tell the way: the sum of the leaves that are
 * reached, and for the other trees the nodes at which to go on when the rest of the row is written.
 */
export function walkKnown(
  { roots, features, bounds, next }: Planted,
  row: readonly number[],
  known: number,
): { sum: number; nodes: number[] } {
  const nodes: number[] = [];
  let sum = 0;
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree]!;
    let feature = features[node]!;
    while (feature >= 0 && feature < known) {
      node = next[2 * node + (row[feature]! < bounds[node]! ? 0 : 1)]!;
      feature = features[node]!;
    }
    if (feature < 0) sum += bounds[node]!;
    else nodes.push(node);
  }
  return { sum, nodes };
}
