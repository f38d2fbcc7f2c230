/** Texts that are remembered, at most, before all are forgotten, and the longest of them. */
const most = { texts: 20_000, length: 200 };

/** A function of a text that remembers what it gave, for names and words that come again and again. */
export function remembered<T extends NonNullable<unknown>>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > most.length) return of(text);
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = of(text);
    if (known.size >= most.texts) known.clear();
    known.set(text, made);
    return made;
  };
}

/** What values are kept in. */
interface Keeping<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

/** The value at a key, made when it is first asked for. */
export function kept<K, V>(values: Keeping<K, V>, key: K, make: (key: K) => V): V {
  const known = values.get(key);
  if (known !== undefined) return known;
  const made = make(key);
  values.set(key, made);
  return made;
}
