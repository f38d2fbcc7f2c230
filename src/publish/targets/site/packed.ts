import type { SiteConcept, SiteEntry, SitePassage, SiteTalk } from './search.js';

/** A part of a talk in a row of values; addresses are those of the talk with what is added to them. */
type PackedPassage = [
  kind: SitePassage['kind'],
  talk: number,
  address: string,
  heading: string,
  text: string,
  sounds: string,
  above: readonly string[],
  names: readonly string[],
  message: number,
  messageAddress: string | null,
];

/** A concept in a row of values. */
type PackedConcept = [
  kind: 'concept',
  key: string,
  termKind: SiteConcept['termKind'],
  address: string | null,
  heading: string,
  synonyms: readonly string[],
  text: string,
  sounds: string,
  broader: string | null,
  talks: readonly number[],
];

/** What `assets/search.js` holds: talks once, entries that name them by number. */
export interface Packed {
  talks: readonly SiteTalk[];
  entries: readonly (PackedPassage | PackedConcept)[];
}

/** An entry with how its names sound (`Sounding` of `search/memory/sounds.ts`), which is worked out when it is written. */
export type Sounded = SiteEntry & { sounds: string };

/** An address, without the talk's where it only adds a place on its page. */
const added = (address: string, { address: whole }: SiteTalk): string =>
  address === whole || address.startsWith(`${whole}#`) ? address.slice(whole.length) : address;

const whole = (address: string, talk: SiteTalk): string =>
  address === '' || address.startsWith('#') ? talk.address + address : address;

/** Numbers talks, each once, in the order in which they are met. */
function numbering() {
  const numbers = new Map<string, number>();
  const talks: SiteTalk[] = [];
  const numberOf = (talk: SiteTalk): number => {
    const known = numbers.get(talk.id);
    if (known !== undefined) return known;
    numbers.set(talk.id, talks.length);
    return talks.push(talk) - 1;
  };
  return { talks, numberOf };
}

const nothing: readonly string[] = [];

/** Entries as they are written. */
export function packed(entries: readonly Sounded[]): Packed {
  const { talks, numberOf } = numbering();
  return {
    talks,
    entries: entries.map((entry): Packed['entries'][number] => {
      const { heading, text, sounds } = entry;
      if (entry.kind === 'concept') {
        const { kind, key, termKind, address, synonyms, broader } = entry;
        const defining = entry.talks.map(numberOf);
        return [
          ...([kind, key, termKind, address ?? null, heading, synonyms] as const),
          ...([text, sounds, broader ?? null, defining] as const),
        ];
      }
      const { kind, talk, address, above, names = nothing, message, messageAddress } = entry;
      const told = messageAddress === undefined ? null : added(messageAddress, talk);
      return [
        ...([kind, numberOf(talk), added(address, talk), heading, text, sounds] as const),
        ...([above, names, message, told] as const),
      ];
    }),
  };
}

/** Entries as they were given to be written. */
export function unpacked({ talks, entries }: Packed): Sounded[] {
  return entries.map((entry): Sounded => {
    if (entry[0] === 'concept') {
      const [kind, key, termKind, address, heading, synonyms, text, sounds, broader, defining] = entry;
      return {
        kind,
        key,
        termKind,
        heading,
        synonyms,
        text,
        sounds,
        ...(address !== null && { address }),
        ...(broader !== null && { broader }),
        talks: defining.map((number) => talks[number]!),
      };
    }
    const [kind, number, address, heading, text, sounds, above, names, message, told] = entry;
    const talk = talks[number]!;
    return {
      kind,
      talk,
      address: whole(address, talk),
      heading,
      text,
      sounds,
      above,
      message,
      ...(names.length > 0 && { names }),
      ...(told !== null && { messageAddress: whole(told, talk) }),
    };
  });
}
