/** Where a walk is: a concept, and which of those above it comes next. */
interface Step {
  at: string;
  next: number;
}

/**
 * Concepts that stand above themselves, from one of them round to it again; undefined where there are none. However deep
 * the hierarchy is, nothing overflows.
 */
export function cycleIn(above: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  for (const start of above.keys()) {
    if (done.has(start)) continue;
    const path: Step[] = [{ at: start, next: 0 }];
    const onPath = new Set([start]);
    while (path.length) {
      const step = path.at(-1)!;
      const up = above.get(step.at)?.[step.next++];
      if (up === undefined) {
        done.add(step.at);
        onPath.delete(step.at);
        path.pop();
      } else if (onPath.has(up)) {
        const from = path.findIndex(({ at }) => at === up);
        return [...path.slice(from).map(({ at }) => at), up];
      } else if (!done.has(up)) {
        path.push({ at: up, next: 0 });
        onPath.add(up);
      }
    }
  }
  return undefined;
}
