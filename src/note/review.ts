import type { Block, Review, Section } from '../schema/note.js';
import type { Talk } from '../transcript.js';

const pictured = (block: Block) => block.type === 'image' || block.type === 'file';

/** Whether pictures and files are all that a section and those below it hold. */
function picturesOnly(section: Section): boolean {
  const { blocks, sections } = section;
  if (blocks.length + sections.length === 0) return false;
  return blocks.every(pictured) && sections.every(picturesOnly);
}

function pictureSections(sections: readonly Section[]): Review[] {
  return sections.flatMap((section) =>
    picturesOnly(section)
      ? [
          {
            code: 'pictures-only',
            reason: 'the section holds nothing but pictures',
            message: section.message,
          },
        ]
      : pictureSections(section.sections),
  );
}

const place = (entry: Review) => `${entry.code} ${entry.message ?? ''}`;

/** What an editor should look at: what the stages noted, then what the note as a whole lacks; each once. */
export function reviewOf(talk: Talk, date: string | null): Review[] {
  const all = [...talk.review];
  if (date === null)
    all.push({ code: 'date-unknown', reason: 'neither the front matter nor the file name gives a date' });
  if (talk.title === '') all.push({ code: 'title-unknown', reason: 'nobody states the subject' });
  if (talk.sections.length === 0) all.push({ code: 'no-sections', reason: 'no heading was found' });
  all.push(...pictureSections(talk.sections));
  const seen = new Set<string>();
  return all.filter((entry) => !seen.has(place(entry)) && seen.add(place(entry)));
}
