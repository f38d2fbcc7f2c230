import type { Content } from '../../target.js';
import type { SiteConcept, SiteEntry, SitePassage, SiteTalk } from './search.js';

/** What `searchFile` packs: talks once, entries with their numbers. */
interface Packed {
  talks: SiteTalk[];
  entries: (
    | (Omit<SitePassage, 'talk'> & { talk: number })
    | (Omit<SiteConcept, 'talks'> & { talks: number[] })
  )[];
}

const data = /JSON\.parse\(("[^\n]*")\);\n$/u;

const unpacked = ({ talks, entries }: Packed): SiteEntry[] =>
  entries.map((entry) =>
    entry.kind === 'concept'
      ? { ...entry, talks: entry.talks.map((number) => talks[number]!) }
      : { ...entry, talk: talks[entry.talk]! },
  );

/** The entries in what `searchFile` made; none where it is something else. */
export function entriesIn(content: Content | undefined): SiteEntry[] {
  const found = typeof content === 'string' ? data.exec(content)?.[1] : undefined;
  if (found === undefined) return [];
  try {
    return unpacked(JSON.parse(JSON.parse(found) as string) as Packed);
  } catch {
    return [];
  }
}
