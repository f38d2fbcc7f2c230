import type { Heading } from '../../schema/labels.js';
import type { Section } from '../../schema/note.js';
import { eachSection } from '../../sections.js';
import type { Case } from '../day.js';
import { dice, plain } from '../likeness.js';
import type { Matched } from '../matched.js';
import { ratio, type Tally } from '../tally.js';

/** A section is the label's heading when it stands in the same message and its title is so alike. */
const alike = 0.5;

const fits = (section: Section, { msg, title, marker }: Heading) =>
  section.message === msg &&
  (title ? dice(section.title, title) >= alike : !section.title && plain(section.marker) === plain(marker));

/** Headings; those on which annotators differ (`maybe`) are neither wanted, nor is a section that is one too many. */
export function headingsOf({ label, note }: Case): Matched<Heading, Section> {
  const all = eachSection(note?.sections ?? []).map(([, section]) => section);
  const extra = all.filter(({ title, marker }) => title || marker);
  const take = (heading: Heading) => {
    const at = extra.findIndex((section) => fits(section, heading));
    return at < 0 ? undefined : extra.splice(at, 1)[0];
  };
  const same: [Heading, Section][] = [];
  const missed: Heading[] = [];
  for (const heading of label.headings.filter(({ maybe }) => !maybe)) {
    const section = take(heading);
    if (section) same.push([heading, section]);
    else missed.push(heading);
  }
  for (const heading of label.headings.filter(({ maybe }) => maybe)) take(heading);
  return { same, missed, extra };
}

/** Those of them that have a marker. */
export function numbered({ same, missed, extra }: Matched<Heading, Section>): Tally {
  return {
    same: same.filter(([{ marker }]) => marker).length,
    missed: missed.filter(({ marker }) => marker).length,
    extra: extra.filter(({ marker }) => marker).length,
  };
}

/** Whether a heading found has the label's title. */
export const titleSame = ([heading, section]: [Heading, Section]): boolean =>
  plain(section.title) === plain(heading.title);

/** Whether a heading found has the label's level. */
export const levelSame = ([heading, section]: [Heading, Section]): boolean => section.level === heading.level;

/** Share of the headings found for which something holds. */
export const shareOf = (
  found: readonly [Heading, Section][],
  holds: (pair: [Heading, Section]) => boolean,
): number => ratio(found.filter(holds).length, found.length);
