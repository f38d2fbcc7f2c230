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
            reason: '这一节只有图片，没有文字',
            message: section.message,
          },
        ]
      : pictureSections(section.sections),
  );
}

/** The hint that an edit no longer fits. */
export const staleHint = ({ reason, message }: Omit<Review, 'code'>): Review => ({
  code: 'edit-stale',
  reason,
  ...(message !== undefined && { message }),
});

const place = (entry: Review) => `${entry.code} ${entry.message ?? ''} ${entry.reason}`;

/** What an editor should look at: what the stages noted, then what the note as a whole lacks; each once. */
export function reviewOf(talk: Talk, date: string | null): Review[] {
  const all = [...talk.review];
  if (date === null) all.push({ code: 'date-unknown', reason: '文件头和文件名都没有日期' });
  if (talk.sections.length === 0 && talk.kind !== 'discussion')
    all.push({ code: 'no-sections', reason: '没有找到小标题' });
  all.push(...pictureSections(talk.sections));
  const seen = new Set<string>();
  return all.filter((entry) => !seen.has(place(entry)) && seen.add(place(entry)));
}
