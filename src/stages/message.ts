import type { Message } from '../transcript.js';
import { scoreOf } from './cues.js';

const image = /^!\[[^\]\n]{0,80}\]\([^)\s]{1,400}\)$/u;

/** Whether a message is a picture and nothing else. */
export const isImage = (message: Message) => image.test(message.text);

/** Whether a message is chatter by its cues alone: sign-in, applause, thanks and the like, short. */
export function isChatter(message: Message): boolean {
  const { text } = message;
  if (text === '') return true;
  if (message.cues.length === 0) return false;
  return (
    scoreOf(message, 'signIn') >= 0.8 ||
    scoreOf(message, 'applause') >= 0.7 ||
    scoreOf(message, 'redPacket') >= 0.8 ||
    (scoreOf(message, 'thanks') >= 0.6 && text.length < 30) ||
    (scoreOf(message, 'greeting') >= 0.7 && text.length < 16) ||
    scoreOf(message, 'system') >= 0.9
  );
}
