/** Where a talk is shown; at a place of its note (JSON pointer) or at one of its messages. */
export function talkPath(
  id: string,
  place?: { pointer?: string; message?: number; source?: number },
): string {
  const path = `/talks/${encodeURIComponent(id)}`;
  if (place?.message !== undefined) return `${path}#${messageAnchor(place.message, place.source)}`;
  return place?.pointer ? `${path}#${noteAnchor(place.pointer)}` : path;
}

/** Where a concept is shown. */
export const conceptPath = (key: string): string => `/concepts/${encodeURIComponent(key)}`;

/** Name of a message's place on its talk's page; ordinals count in their source. */
export const messageAnchor = (message: number, source = 0): string =>
  source > 0 ? `s${source}m${message}` : `m${message}`;

/** Name of a place of the note, given by its JSON pointer; of the talk itself the title. */
export const noteAnchor = (pointer: string): string =>
  pointer === '' ? 'title' : `p${pointer.replaceAll('/', '-')}`;

type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** A path with what is asked of it; parameters without a value are left out. */
export function withQuery(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === '' || value === false) continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}
