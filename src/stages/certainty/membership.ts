import { answersIn } from '../../pairs.js';
import type { CueKind, Message, Talk, Transcript } from '../../transcript.js';
import { scoreOf } from '../cues.js';
import { isChatter, isImage } from '../message.js';
import { type Features, flag, late, sizeOf } from '../questions/features.js';
import { bestStretch, takesUp, type Weighed, weighAll } from '../talks/session.js';
import { sided } from './sided.js';

/** A message that the speaker typed in the talk's window, and what speaks for and against its being lecture. */
export interface Membership {
  about: number;
  found: boolean;
  stated: boolean;
  features: Features;
}

/** Own messages on either side whose roles say something of a message. */
const beside = 3;
/** Messages of others before one that are looked through for questions and mentions. */
const behind = 6;

const kinds: CueKind[] = ['heading', 'logistics', 'greeting', 'thanks', 'question'];

/** What the message itself looks like. */
function own(item: Weighed): Features {
  const { message, points, silence, opening, closing, reply } = item;
  const { text } = message;
  const features: Features = {
    points: Math.max(-3, Math.min(3, points)) / 3,
    silence: silence / 5,
    opening,
    closing,
    reply: flag(reply),
    related: flag(takesUp(item)),
    image: flag(isImage(message)),
    size: sizeOf(text.length),
    chatter: flag(isChatter(message)),
    mention: flag(text.startsWith('@') || text.startsWith('「')),
    inner: flag(!text.startsWith('@') && text.includes('@')),
    address: flag(/https?:/u.test(text)),
  };
  for (const kind of kinds) features[kind] = scoreOf(message, kind);
  return features;
}

/** What others say right before it. */
function heard(tree: Transcript, message: Message, nicks: ReadonlySet<string>): Features {
  const before = tree.children.slice(Math.max(0, message.id - behind), message.id);
  const others = before.filter(({ sender, duplicateOf }) => !nicks.has(sender) && duplicateOf === undefined);
  return {
    others: others.length / behind,
    asked: Math.max(0, ...others.map((other) => scoreOf(other, 'question'))),
    clapped: Math.max(0, ...others.map((other) => scoreOf(other, 'applause'))),
    named: flag(others.some(({ text }) => text.includes('@'))),
  };
}

/** Where it stands among the speaker's messages and what was decided of those around it. */
function around(list: readonly Weighed[], index: number, inside: readonly boolean[]): Features {
  const first = inside.indexOf(true);
  const last = inside.lastIndexOf(true);
  const near = (from: number, to: number) => {
    const part = inside.slice(Math.max(0, from), to);
    return part.length ? part.filter(Boolean).length / part.length : 0;
  };
  const clock = (at: number) => list[at]?.message.clock ?? list[index]!.message.clock;
  return {
    nearBefore: near(index - beside, index),
    nearAfter: near(index + 1, index + 1 + beside),
    early: flag(index < first),
    over: flag(index > last),
    fromFirst: Math.min(Math.abs(index - first), 12) / 12,
    fromLast: Math.min(Math.abs(index - last), 12) / 12,
    rest: late(clock(index) - clock(index - 1)) / 8,
    pause: late(clock(index + 1) - clock(index)) / 8,
    size2: sizeOf(list[index + 1]?.message.text.length ?? 0),
    imageNext: flag(list[index + 1] !== undefined && isImage(list[index + 1]!.message)),
    imageBefore: flag(index > 0 && isImage(list[index - 1]!.message)),
  };
}

/** What holds of the whole talk. */
function whole(talk: Talk, list: readonly Weighed[], inside: readonly boolean[]): Features {
  const held = inside.filter(Boolean).length;
  return {
    announced: flag(talk.announcement.length > 0),
    length: sizeOf(held),
    dense: held / Math.max(1, inside.lastIndexOf(true) - inside.indexOf(true) + 1),
    share: held / list.length,
    shaped: flag(talk.sections.length > 1),
  };
}

/** Every message of the speaker in the talk's window, copies left out, with its features. */
export function membershipsOf(tree: Transcript, talk: Talk): Membership[] {
  const lecture = new Set(talk.lecture);
  const senders = talk.lecture
    .filter((id) => !talk.settled?.lecture.has(id))
    .map((id) => tree.children[id]!.sender);
  const nicks = new Set([...talk.nicks, ...senders]);
  const window = {
    first: Math.min(talk.window.first, talk.lecture[0] ?? talk.window.first),
    last: Math.max(talk.window.last, talk.lecture.at(-1) ?? talk.window.last),
  };
  const ids = tree.children.flatMap(({ id, sender, duplicateOf }) =>
    nicks.has(sender) && duplicateOf === undefined ? [id] : [],
  );
  const list = weighAll(tree, [...nicks], ids, window);
  const stretch = bestStretch(list);
  const inside = list.map(({ message }) => lecture.has(message.id));
  const answers = new Set(talk.qa.flatMap(answersIn));
  const talkwide = whole(talk, list, inside);
  return list.map((item, index) => {
    const { id } = item.message;
    const found = inside[index]!;
    const stretched = stretch !== null && index >= stretch.first && index <= stretch.last;
    const features = sided(
      found,
      own(item),
      heard(tree, item.message, nicks),
      around(list, index, inside),
      talkwide,
      { stretch: flag(stretched), answers: flag(answers.has(id)) },
    );
    const goesOn = stretched && !item.reply && item.points > 0 && item.silence === 0;
    return { about: id, found, stated: found === goesOn, features };
  });
}
