/** Gives what is made of a store, made anew only when the store became another; what failed is tried again. */
export function onceAState<T>(state: () => string, make: () => Promise<T>): () => Promise<T> {
  let known: { state: string; made: Promise<T> } | undefined;
  return () => {
    const now = state();
    if (known?.state !== now) {
      const made = make();
      known = { state: now, made };
      made.catch(() => {
        known = undefined;
      });
    }
    return known.made;
  };
}

/** Rows asked for page by page, until there are no more or about so many. */
export async function allRows<T>(
  { page, most }: { page: number; most: number },
  rows: (limit: number, offset: number) => Promise<T[]>,
): Promise<T[]> {
  const found: T[] = [];
  while (found.length < most) {
    const next = await rows(page, found.length);
    found.push(...next);
    if (next.length < page) break;
  }
  return found;
}
