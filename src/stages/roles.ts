import type { Plugin } from 'unified';
import type { Lexicon } from '../lexicon.js';
import type { CueKind, Message, Role, Section, Talk, Transcript } from '../transcript.js';
import { isImage } from './message.js';

interface Decision {
  role: Role;
  rule: string;
  talk?: number;
}

const flat = (sections: Section[]): Section[] =>
  sections.flatMap((section) => [section, ...flat(section.sections)]);

/** The roles that the fields of a talk give to messages; where two claim one, the earlier in this order stands. */
function placesOf(talk: Talk, index: number): Map<number, Decision> {
  const places = new Map<number, Decision>();
  const put = (ids: Iterable<number>, role: Role, rule: string) => {
    for (const id of ids) if (!places.has(id)) places.set(id, { role, rule, talk: index });
  };
  const headings = new Set(flat(talk.sections).map((section) => section.message));
  put(
    talk.lecture.filter((id) => headings.has(id)),
    'lecture',
    'roles.heading',
  );
  if (talk.kind !== 'discussion') put(talk.lecture, 'lecture', 'roles.lecture');
  put(talk.announcement, 'announcement', 'roles.announcement');
  put(
    talk.qa.flatMap((pair) => pair.question.messages),
    'question',
    'roles.question',
  );
  put(
    talk.qa.flatMap((pair) => pair.answers.flatMap((answer) => answer.messages)),
    'answer',
    'roles.answer',
  );
  if (talk.kind === 'discussion') put(talk.lecture, 'discussion', 'roles.discussion');
  put(
    talk.restrictions.map((span) => span.message),
    'restriction',
    'roles.restriction',
  );
  return places;
}

/** The speaker's opening and closing lines that are no lecture. */
function roleOfSpeaker(message: Message, talk: Talk, index: number): Decision | undefined {
  if (!talk.nicks.includes(message.sender)) return undefined;
  const within = (role: Role, rule: string): Decision => ({ role, rule, talk: index });
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
  const places = tree.talks.map(placesOf);
  /** What one talk teaches is that talk's, though another was asked or announced within it. */
  const taught = (id: number) =>
    places.map((place) => place.get(id)).find((decision) => decision?.role === 'lecture');
  const roleOf = (message: Message): Decision => {
    if (message.duplicateOf !== undefined) return { role: 'duplicate', rule: 'duplicates.copy' };
    const lesson = taught(message.id);
    if (lesson) return lesson;
    for (const [index, talk] of tree.talks.entries()) {
      const decision = places[index]!.get(message.id) ?? roleOfSpeaker(message, talk, index);
      if (decision) return decision;
    }
    return roleByCues(message, lexicon.talks.cancelled);
  };
  for (const message of tree.children) message.role = roleOf(message);
};
