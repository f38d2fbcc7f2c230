import type { ErrorClass } from '../classes.js';
import type { Draft, Found } from '../draft.js';
import { titleRight } from '../figures/title.js';
import { plain } from '../likeness.js';
import { cueReasons } from '../reasons.js';

function classOf(wanted: string, found: string): ErrorClass {
  const [want, have] = [plain(wanted), plain(found)];
  if (have === '') return 'title.empty';
  if (have.includes(want)) return 'title.too-long';
  return want.includes(have) ? 'title.too-short' : 'title.other';
}

/** A title that is not the label's. */
export function titleErrors(one: Found): Draft[] {
  if (titleRight(one) !== false) return [];
  const { label, note, evidence } = one;
  const from = evidence.talkOf(note)?.titleFrom.map(({ message }) => message) ?? [];
  const messages = [...new Set([...(label.announce ?? []), ...from])];
  return [
    {
      class: classOf(label.title, note.title),
      missed: 1,
      wanted: label.title,
      found: note.title,
      messages,
      reasons: () => cueReasons(evidence, messages, ['announcement', 'opening']),
    },
  ];
}
