import type { CueKind, Message } from '../transcript.js';
import { scoreOf } from './cues.js';

const image = /^!\[[^\]\n]{0,80}\]\([^)\s]{1,400}\)$/u;

/** Whether a message is a picture and nothing else. */
export const isImage = (message: Message) => image.test(message.text);

/** From which score on a cue makes a message chatter, and up to which length; set by hand (see `talks/session.ts`). */
const chatter: readonly { kind: CueKind; score: number; below?: number }[] = [
  { kind: 'signIn', score: 0.8 },
  { kind: 'applause', score: 0.7 },
  { kind: 'redPacket', score: 0.8 },
  { kind: 'thanks', score: 0.6, below: 30 },
  { kind: 'greeting', score: 0.7, below: 16 },
  { kind: 'system', score: 0.9 },
];

/** Whether a message is chatter by its cues alone: sign-in, applause, thanks and the like, short. */
export function isChatter(message: Message): boolean {
  const { text, cues } = message;
  if (text === '') return true;
  if (cues.length === 0) return false;
  return chatter.some(
    ({ kind, score, below = Number.POSITIVE_INFINITY }) =>
      text.length < below && scoreOf(message, kind) >= score,
  );
}
