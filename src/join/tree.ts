import type { Message, Transcript } from '../transcript.js';

const day = 86_400;

/** Days from one date to another; NaN where one is not known. */
export const daysBetween = (from: string | null, to: string | null): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / (day * 1000);

function moved(message: Message, by: number, days: number): Message {
  const { duplicateOf } = message;
  return {
    ...message,
    id: message.id + by,
    clock: message.clock + days * day,
    ...(duplicateOf !== undefined && { duplicateOf: duplicateOf + by }),
  };
}

/**
 * Logs of following days as one transcript without talks: ordinals and clocks run on, keys stay. It goes by the path,
 * group and date of the first; the sources of the others stand under `further`.
 */
export function joinedTree(trees: readonly Transcript[]): Transcript {
  const [first, ...others] = trees;
  const children = [...first!.children];
  for (const tree of others) {
    const by = children.length;
    const days = daysBetween(first!.date, tree.date) || 0;
    children.push(...tree.children.map((message) => moved(message, by, days)));
  }
  return { ...first!, children, talks: [], warnings: [], further: others.map(({ source }) => source) };
}
