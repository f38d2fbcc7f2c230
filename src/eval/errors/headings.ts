import type { Heading } from '../../schema/labels.js';
import type { Section } from '../../schema/note.js';
import type { ErrorClass } from '../classes.js';
import type { Draft, Found } from '../draft.js';
import { headingsOf, levelSame, titleSame } from '../figures/headings.js';
import { dice, plain } from '../likeness.js';
import { cueReasons } from '../reasons.js';

const told = ({ marker, title, level }: { marker: string; title: string; level: number }) =>
  `${marker}${title} (level ${level})`;

/** Whether a section is the heading under another title: the same marker, or some words in common. */
const meant = ({ msg, marker, title }: Heading, section: Section) =>
  section.message === msg &&
  (plain(marker) !== '' ? plain(marker) === plain(section.marker) : dice(title, section.title) > 0);

const numbering = ({ marker }: { marker: string }) => (marker ? 'numbered' : 'unnumbered');

/** What differs in a heading that was found. */
function differences([heading, section]: [Heading, Section]): ErrorClass[] {
  const found: ErrorClass[] = [];
  if (!titleSame([heading, section])) found.push('headings.title');
  if (!levelSame([heading, section])) found.push('headings.level');
  if (plain(heading.marker) !== plain(section.marker)) found.push('headings.marker');
  return found;
}

/** Headings missed, invented, and found with another title, level or marker. */
export function headingErrors(one: Found): Draft[] {
  const { note, lecture, evidence } = one;
  const { same, missed, extra } = headingsOf(one);
  const draft = (name: ErrorClass, at: number, rest: Partial<Draft>): Draft => ({
    class: name,
    messages: [at],
    reasons: () => cueReasons(evidence, [at], ['heading']),
    ...rest,
  });
  const spare = [...extra];
  const taken = new Set(note.lecture.messages);
  const left = missed.map((heading): Draft => {
    const wanted = told(heading);
    const at = spare.findIndex((section) => meant(heading, section));
    if (at >= 0) {
      const [section] = spare.splice(at, 1);
      return draft('headings.other-title', heading.msg, {
        missed: 1,
        extra: 1,
        wanted,
        found: told(section!),
      });
    }
    const place = taken.has(heading.msg) ? numbering(heading) : 'outside';
    return draft(`headings.missed-${place}`, heading.msg, { missed: 1, wanted });
  });
  const wanted = new Set(lecture);
  const invented = spare.map((section) => {
    const place = wanted.has(section.message) ? numbering(section) : 'outside';
    return draft(`headings.extra-${place}`, section.message, { extra: 1, found: told(section) });
  });
  const differing = same.flatMap((pair) =>
    differences(pair).map((name) =>
      draft(name, pair[0].msg, { wanted: told(pair[0]), found: told(pair[1]) }),
    ),
  );
  return [...left, ...invented, ...differing];
}
