import { scoreOf } from '../../stages/cues.js';
import { isImage } from '../../stages/message.js';
import type { Message } from '../../transcript.js';
import type { Draft, Found } from '../draft.js';
import { lectureOf } from '../figures/lecture.js';
import { cueReasons } from '../reasons.js';

/** Seconds of silence of the speaker that are a pause. */
const pause = 1200;
/** A text of fewer characters is a short remark. */
const short = 15;
const linked = /^[^\n/]{1,120}\.[A-Za-z][A-Za-z0-9]{1,4}$|^(?:\[[^\]\n]{0,200}\]\()?https?:\/\/\S{1,2000}$/u;

type Kind = 'other' | 'picture' | 'link' | 'pause' | 'opening' | 'closing' | 'short' | 'text';

/** Seconds since the speaker's message before it. */
function silence({ evidence, label }: Found, { id, clock }: Message): number {
  const before = evidence.tree.children
    .slice(0, id)
    .findLast(({ sender }) => label.speakers.includes(sender));
  return before ? clock - before.clock : 0;
}

function kindOf(one: Found, message: Message, common: readonly number[]): Kind {
  const { id, sender, text } = message;
  const before = id < (common[0] ?? 0);
  if (!one.label.speakers.includes(sender)) return 'other';
  if (isImage(message)) return 'picture';
  if (linked.test(text)) return 'link';
  if (!before && silence(one, message) >= pause) return 'pause';
  if (before) return 'opening';
  if (id > (common.at(-1) ?? Number.POSITIVE_INFINITY)) return 'closing';
  return text.length < short && scoreOf(message, 'heading') < 0.6 ? 'short' : 'text';
}

/** Messages of one kind that stand one after the other, as runs. */
function runs(
  one: Found,
  ids: readonly number[],
  common: readonly number[],
): { kind: Kind; ids: number[] }[] {
  const found: { kind: Kind; ids: number[] }[] = [];
  for (const id of [...ids].sort((a, b) => a - b)) {
    const message = one.evidence.tree.children[id];
    const kind = message ? kindOf(one, message, common) : 'text';
    const open = found.at(-1);
    if (open && open.kind === kind && open.ids.at(-1) === id - 1) open.ids.push(id);
    else found.push({ kind, ids: [id] });
  }
  return found;
}

/** Lecture messages left out and others taken in, neighbours of one kind together. */
export function lectureErrors(one: Found): Draft[] {
  const { same, missed, extra } = lectureOf(one);
  const common = same.map(([id]) => id).sort((a, b) => a - b);
  const drafts = (side: 'missed' | 'extra', ids: readonly number[]) =>
    runs(one, ids, common).map(
      ({ kind, ids: messages }): Draft => ({
        class: `lecture.${side}-${kind}`,
        [side]: messages.length,
        messages,
        reasons: () => cueReasons(one.evidence, messages),
      }),
    );
  return [...drafts('missed', missed), ...drafts('extra', extra)];
}
