import type { Plugin } from 'unified';
import type { Lexicon } from '../lexicon.js';
import type { CueKind, Message, Role, Talk, Transcript } from '../transcript.js';
import { isImage } from './talks/session.js';

interface Decision {
  role: Role;
  rule: string;
  talk?: number;
}

/** What a message's place in a talk says of it: the first that fits. */
function roleInTalk(message: Message, talk: Talk, index: number): Decision | undefined {
  const { id } = message;
  const within = (role: Role, rule: string): Decision => ({ role, rule, talk: index });
  if (talk.lecture.includes(id)) return within('lecture', 'roles.lecture');
  if (talk.announcement.includes(id)) return within('announcement', 'roles.announcement');
  if (talk.qa.some((pair) => pair.question.messages.includes(id)))
    return within('question', 'roles.question');
  if (talk.qa.some((pair) => pair.answers.some((answer) => answer.messages.includes(id))))
    return within('answer', 'roles.answer');
  if (talk.restrictions.some((span) => span.message === id))
    return within('restriction', 'roles.restriction');
  return roleOfSpeaker(message, talk, within);
}

function roleOfSpeaker(
  message: Message,
  talk: Talk,
  within: (role: Role, rule: string) => Decision,
): Decision | undefined {
  if (!talk.nicks.includes(message.sender)) return undefined;
  const strong = (kind: CueKind, least: number) =>
    message.cues.find((cue) => cue.kind === kind && cue.score >= least);
  const [first, last] = [talk.lecture[0]!, talk.lecture.at(-1)!];
  const closing = strong('closing', 0.7);
  if (closing && message.id > first && message.id - last <= 20) return within('closing', closing.rule);
  const opening = strong('opening', 0.8) ?? strong('greeting', 0.6);
  if (opening && message.id < first && first - message.id <= 20) return within('opening', opening.rule);
  return undefined;
}

/** Chatter kinds in the order in which they decide, with the least score that does. */
const chatter: { kind: CueKind; role: Role; least: number }[] = [
  { kind: 'system', role: 'system', least: 0.9 },
  { kind: 'redPacket', role: 'redPacket', least: 0.8 },
  { kind: 'signIn', role: 'signIn', least: 0.6 },
  { kind: 'announcement', role: 'announcement', least: 0.8 },
  { kind: 'advert', role: 'advert', least: 0.6 },
  { kind: 'applause', role: 'applause', least: 0.7 },
  { kind: 'thanks', role: 'applause', least: 0.6 },
  { kind: 'greeting', role: 'greeting', least: 0.7 },
  { kind: 'logistics', role: 'logistics', least: 0.5 },
];

const file = /^[^\n/]{1,120}\.(?:pdf|pptx?|docx?|xlsx?|xmind|key|zip|rar|mp4)$|^https?:\/\/\S+$/iu;

function roleByCues(message: Message, cancelled: string[]): Decision {
  if (
    message.text.length <= 100 &&
    message.cues.some((cue) => cue.kind === 'announcement') &&
    cancelled.some((phrase) => message.text.includes(phrase))
  )
    return { role: 'logistics', rule: 'roles.cancelled' };
  for (const { kind, role, least } of chatter) {
    const cue = message.cues.find((one) => one.kind === kind && one.score >= least);
    if (cue) return { role, rule: cue.rule };
  }
  if (isImage(message) || file.test(message.text)) return { role: 'media', rule: 'roles.media' };
  return { role: 'smallTalk', rule: 'roles.rest' };
}

/** Gives each message its one final role: a copy, part of a talk, or chatter by its strongest evidence. */
export const roles: Plugin<[Lexicon], Transcript> = (lexicon) => (tree) => {
  const ranges = tree.talks.map((talk) => Math.min(...talk.announcement, ...talk.lecture) - 50);
  for (const message of tree.children) {
    if (message.duplicateOf !== undefined) {
      message.role = { role: 'duplicate', rule: 'duplicates.copy' };
      continue;
    }
    let decision: Decision | undefined;
    for (let i = 0; i < tree.talks.length && !decision; i++) {
      if (message.id >= ranges[i]!) decision = roleInTalk(message, tree.talks[i]!, i);
    }
    message.role = decision ?? roleByCues(message, lexicon.talks.cancelled!);
  }
};
