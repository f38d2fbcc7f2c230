import type { Edits } from '../schema/edits.js';
import type { Note } from '../schema/note.js';
import { eachSection, sectionPlace } from '../sections.js';

/** What edits touched in a note, as the objects that stand in it. */
export interface Touched {
  sections: ReadonlySet<string>;
  pairs: ReadonlySet<Note['qa'][number]>;
  terms: ReadonlySet<Note['glossary'][number]>;
}

const listed = <T>(list: readonly T[], touched: ReadonlySet<T>, at: string) =>
  list.flatMap((one, index) => (touched.has(one) ? [`${at}/${index}`] : []));

/** JSON pointers to what edits set; a list from which they remove something is named as a whole. */
export function editedPointers(
  note: Pick<Note, 'sections' | 'qa' | 'glossary'>,
  { title, lecture, headings, pairs, terms }: Edits,
  touched: Touched,
): string[] {
  const removes = (edit: { remove?: unknown[] } | undefined, at: string) =>
    edit?.remove?.length ? [at] : [];
  return [
    ...(title ? ['/title'] : []),
    ...(lecture?.add?.length || lecture?.drop?.length ? ['/lecture/messages'] : []),
    ...removes(headings, '/sections'),
    ...eachSection(note.sections).flatMap(([at, section]) =>
      touched.sections.has(sectionPlace(section)) ? [at] : [],
    ),
    ...removes(pairs, '/qa'),
    ...listed(note.qa, touched.pairs, '/qa'),
    ...removes(terms, '/glossary'),
    ...listed(note.glossary, touched.terms, '/glossary'),
  ];
}
