import { syllablesOf } from '../../../language/sounds.js';
import type { TalkHead, TalkTopic, TermKind } from '../../../store/record.js';
import type { EntryKind } from '../../../store/store.js';
import { type Packed, packed } from './packed.js';

/** A talk, as its hits name it and filters ask for it. Addresses are relative to the root of the site, `#anchor` included. */
export interface SiteTalk extends Pick<TalkHead, 'id' | 'kind' | 'title' | 'date' | 'group' | 'speakers'> {
  address: string;
  topics: Pick<TalkTopic, 'id' | 'label'>[];
}

/** A part of a talk that is found for itself (`Passage` of `store/record.ts`). */
export interface SitePassage {
  kind: Exclude<EntryKind, 'concept'>;
  /** The same object for all passages of a talk. */
  talk: SiteTalk;
  /** Where the hit leads. */
  address: string;
  /** The talk's title, the section's title, or the question. */
  heading: string;
  text: string;
  above: readonly string[];
  /** Of a talk: its speakers with all their names, each a line. */
  names?: readonly string[];
  /** Its first message, and where that is shown, if anywhere. */
  message: number;
  messageAddress?: string;
}

/** A concept of the taxonomy or of talks. */
export interface SiteConcept {
  kind: 'concept';
  /** Id of the taxonomy, else `term:` and the folded term. */
  key: string;
  termKind: TermKind;
  /** Where the hit leads; a concept that stands nowhere is never a hit, but its names are synonyms all the same. */
  address?: string;
  heading: string;
  synonyms: readonly string[];
  /** What the taxonomy and talks say it is, a line each (`texts.definition` of `conceptCore`). */
  text: string;
  /** Key of the concept above. */
  broader?: string;
  /** Talks that define it, each once; none where the taxonomy alone knows it. */
  talks: readonly SiteTalk[];
}

/** What can be found on a static site. */
export type SiteEntry = SitePassage | SiteConcept;

/** How names sound: those of a pair are questions, which nobody remembers by their sound, and what stands nowhere is no hit. */
const soundsOf = (names: readonly string[]): string =>
  names
    .map((name) =>
      syllablesOf(name)
        .map((run) => run.join(' '))
        .join('|'),
    )
    .join('\n');

function soundedAs(entry: SiteEntry): string {
  if (entry.kind === 'pair' || entry.address === undefined) return '';
  return soundsOf([entry.heading, ...(entry.kind === 'concept' ? entry.synonyms : (entry.names ?? []))]);
}

/** Signs that mean something in a string of a script, or in the page that it stands in. */
const telling = /['\\<>\u2028\u2029]/gu;

const escaped = (sign: string): string =>
  sign === "'" || sign === '\\' ? `\\${sign}` : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Data as a string of a classic script: nothing in it ends a script element, opens a comment there or breaks a line. */
const quoted = (data: Packed): string => `'${JSON.stringify(data).replace(telling, escaped)}'`;

/**
 * The content of `assets/search.js`: a classic script that hands the entries to the page, as neither `fetch` nor modules
 * work from a file system; the same bytes for the same entries.
 */
export function searchFile(entries: readonly SiteEntry[]): string {
  const sounded = entries.map((entry) => ({ ...entry, sounds: soundedAs(entry) }));
  return `globalThis.jiangluIndex=JSON.parse(${quoted(packed(sounded))});\n`;
}
