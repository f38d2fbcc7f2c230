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
