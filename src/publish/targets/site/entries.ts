import { kept } from '../../../memory/remembered.js';
import { messageAnchor, noteAnchor } from '../../../pages/address.js';
import { plainNick } from '../../../readable/text.js';
import { passagesOf } from '../../../store/passages.js';
import type { Passage } from '../../../store/record.js';
import type { CollectedConcept, CollectedTalk } from '../../engine/collection.js';
import { addressOf } from '../../html/address.js';
import { isCited } from './cited.js';
import { standingAt, type Whereabouts } from './links.js';
import type { SiteConcept, SiteEntry, SitePassage, SiteTalk } from './search.js';
import { headOf } from './shelf.js';

/** What can be found on a site: all talks and concepts, also those of the taxonomy that no talk leads to. */
export interface Findable {
  talks: readonly CollectedTalk[];
  concepts: readonly CollectedConcept[];
  where: Whereabouts;
  /** What a former run had of talks whose notes are not given. */
  former: readonly SiteEntry[];
}

const placeOf = (where: Whereabouts, key: string): string | undefined => {
  const at = standingAt({ key, hash: '' }, where);
  return at && addressOf(at.name) + at.hash;
};

function talkOf(talk: CollectedTalk, address: string): SiteTalk {
  const { id, kind, title, date, group, speakers, topics } = headOf(talk);
  return {
    id,
    kind,
    title,
    date,
    group,
    speakers,
    address,
    topics: topics.map(({ id, label }) => ({ id, label })),
  };
}

/** What is known of a talk without its note. */
const factsOf = ({ title, speakers }: CollectedTalk): Passage => ({
  kind: 'talk',
  pointer: '',
  heading: title,
  above: [],
  body: '',
  message: 0,
  names: speakers.map(({ name, aliases }) => [name, ...aliases].map(plainNick).join(' ')),
});

const hashOf = (address: string): string => /#.*$/u.exec(address)?.[0] ?? '';

/** An entry of a former run, on the page as it stands now. */
const moved = (entry: SitePassage, talk: SiteTalk): SitePassage => ({
  ...entry,
  talk,
  address: talk.address + hashOf(entry.address),
  ...(entry.messageAddress !== undefined && {
    messageAddress: talk.address + hashOf(entry.messageAddress),
  }),
});

function passageEntry(
  { kind, pointer, heading, above, names, body, message, source }: Passage,
  talk: SiteTalk,
  shown: boolean,
): SitePassage {
  return {
    kind,
    talk,
    heading,
    text: body,
    above,
    message,
    address: pointer === '' ? talk.address : `${talk.address}#${noteAnchor(pointer)}`,
    ...(names && { names }),
    ...(shown && { messageAddress: `${talk.address}#${messageAnchor(message, source)}` }),
  };
}

function talkEntries(
  collected: CollectedTalk,
  talk: SiteTalk,
  former: readonly SitePassage[],
): SitePassage[] {
  if (!collected.load || collected.stays) {
    if (former.length > 0) return former.map((one) => moved(one, talk));
    return [passageEntry(factsOf(collected), talk, false)];
  }
  const note = collected.load();
  const cites = isCited(note);
  return passagesOf(note).map((one) => passageEntry(one, talk, cites(one.message, one.source)));
}

function conceptEntry(
  concept: CollectedConcept,
  address: string | undefined,
  talks: readonly SiteTalk[],
): SiteConcept {
  const { id, label, aliases, kind, known, broader, definitions } = concept;
  const texts = [known?.text, ...definitions.map(({ text }) => text)];
  return {
    kind: 'concept',
    key: id,
    termKind: kind,
    heading: label,
    synonyms: aliases,
    talks,
    ...(address !== undefined && { address }),
    text: [...new Set(texts)].filter((text) => text !== undefined && text !== '').join('\n'),
    ...(broader !== undefined && { broader: broader.replace(/^concept:/u, '') }),
  };
}

/** All that can be found on a site; a talk without a page is not. */
export function entriesOf({ talks, concepts, where, former }: Findable): SiteEntry[] {
  const left = new Map<string, SitePassage[]>();
  for (const entry of former) if (entry.kind !== 'concept') kept(left, entry.talk.id, () => []).push(entry);
  const known = new Map<string, SiteTalk>();
  const passages = talks.flatMap((collected) => {
    const address = placeOf(where, collected.key);
    if (address === undefined) return [];
    const talk = talkOf(collected, address);
    known.set(talk.id, talk);
    return talkEntries(collected, talk, left.get(talk.id) ?? []);
  });
  const terms = concepts.map((concept) => {
    const ids = new Set(concept.definitions.map(({ talk }) => talk.id));
    const told = [...ids].flatMap((id) => known.get(id) ?? []);
    return conceptEntry(concept, placeOf(where, concept.key), told);
  });
  return [...passages, ...terms];
}
