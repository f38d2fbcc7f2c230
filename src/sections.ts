import type { Section } from './schema/note.js';

/** A section's place in the log, by which it is known in whatever tree. */
export const sectionPlace = ({ span }: Section) => `${span.message} ${span.start} ${span.end}`;

/** All sections of a tree with their pointers, in reading order. */
export function eachSection(sections: readonly Section[], at = '/sections'): [string, Section][] {
  return sections.flatMap((section, index): [string, Section][] => {
    const here = `${at}/${index}`;
    return [[here, section], ...eachSection(section.sections, `${here}/sections`)];
  });
}
