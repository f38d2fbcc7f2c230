import { deriveTitle } from '../../derive.js';
import { bare } from '../../language/text.js';
import type { Entry, Section, Talk, Topic, Transcript } from '../../transcript.js';
import { scoreOf } from '../cues.js';
import type { DefinitionPhrases } from '../glossary/phrases.js';

/*
 * What makes a decision certain: something that was typed. Each says whether it is there; without it the decision is
 * inferred.
 */

/** The subject stands in an announcement. */
export const titleStated = ({ title, titleFrom, announcement }: Talk): boolean =>
  title !== '' && titleFrom.length > 0 && titleFrom.every(({ message }) => announcement.includes(message));

/** An announcement names the speaker, or is his own. */
export function speakerStated(tree: Transcript, { announcement, nicks, speakers, host }: Talk): boolean {
  if (announcement.length === 0) return false;
  if (host === null) return true;
  const names = [...nicks, ...speakers.flatMap(({ name, aliases }) => [name, ...aliases])].map(bare);
  const texts = announcement.map((id) => bare(tree.children[id]!.text));
  return names.some((name) => name.length > 1 && texts.some((text) => text.includes(name)));
}

/** A number or mark is typed before the title. */
export const headingStated = ({ origin, marker }: Section): boolean => origin === 'typed' && marker !== '';

/** The title or a numbered heading holds its label or another of its names. */
export function topicStated({ label, aliases }: Topic, talk: Talk, sections: readonly Section[]): boolean {
  const texts = [deriveTitle(talk.titleFrom), ...sections.filter(headingStated).map(({ title }) => title)];
  const names = [label, ...aliases].map(bare).filter((name) => name.length > 1);
  return texts.map(bare).some((text) => names.some((name) => text.includes(name)));
}

/** A wording of the lecture defines it (是指, 所谓, 即, …). */
export const termStated = ({ message, start }: Entry, talk: Talk): boolean =>
  talk.weighed?.terms?.some((one) => one.message === message && one.start === start && one.told) ?? false;

/** What kind of thing it is stands in the term: its ending or its brackets say so. A concept is what is nothing else. */
export const kindStated = ({ term, kind }: Entry, phrases: DefinitionPhrases): boolean =>
  kind === 'concept' ||
  term.startsWith('《') ||
  [...phrases.risk, ...phrases.regulations, ...phrases.organizations].some((word) => term.endsWith(word));

/** A cue of this score asks outright (请勿外传). */
const ASKS = 0.85;

/** The words ask outright. */
export const restrictionStated = (tree: Transcript, message: number): boolean =>
  scoreOf(tree.children[message]!, 'restriction') >= ASKS;
