import { hash } from 'node:crypto';

/** As ids of the lexicon are. */
const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Characters of an address that an id keeps, at most. */
const longest = 80;

/** What stands behind the last `#`, `/` or `:` of an address, decoded. */
function localOf(iri: string): string {
  const open = iri.replace(/[#/:]$/u, '');
  const last = Math.max(...['#', '/', ':'].map((mark) => open.lastIndexOf(mark)));
  return decoded(open.slice(last + 1));
}

const shortHash = (iri: string) => hash('sha256', iri, 'hex').slice(0, 8);

function idOf(iri: string): string {
  const local = localOf(iri);
  if (local.length <= longest && slug.test(local)) return local;
  const words = local
    .slice(0, longest)
    .replace(/(?<=[a-z])(?=[A-Z])/gu, '-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
  if (words === '') return `concept-${shortHash(iri)}`;
  return local.length <= longest && /^[\w .-]*$/u.test(local) ? words : `${words}-${shortHash(iri)}`;
}

/**
 * Ids for concepts by their addresses: the last part of each, where it says enough; of two alike the second, in the order
 * of addresses, gets a part of its own.
 */
export function idsOf(iris: readonly string[]): Map<string, string> {
  const ids = new Map<string, string>();
  const used = new Set<string>();
  for (const iri of [...iris].sort()) {
    const id = idOf(iri);
    const free = used.has(id) ? `${id}-${shortHash(iri)}` : id;
    used.add(free);
    ids.set(iri, free);
  }
  return ids;
}
