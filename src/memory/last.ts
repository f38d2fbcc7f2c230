/** Values by key, bounded by what they take together. */
export interface Last<V> {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
  delete(key: string): void;
}

/**
 * Keeps values as long as they take no more than so much; those that nobody asked for the longest go first.
 *
 * @param most in the units of `sizeOf`; without that, how many values
 */
export function lastAsked<V>(most: number, sizeOf: (value: V) => number = () => 1): Last<V> {
  const values = new Map<string, V>();
  let taken = 0;
  const drop = (key: string) => {
    const value = values.get(key);
    if (value === undefined) return;
    values.delete(key);
    taken -= sizeOf(value);
  };
  const last: Last<V> = {
    get(key) {
      const value = values.get(key);
      if (value === undefined) return undefined;
      values.delete(key);
      values.set(key, value);
      return value;
    },
    set(key, value) {
      drop(key);
      values.set(key, value);
      taken += sizeOf(value);
      for (const old of values.keys()) {
        if (taken <= most) break;
        drop(old);
      }
    },
    delete: drop,
  };
  return last;
}
