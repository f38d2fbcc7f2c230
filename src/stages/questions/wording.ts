import { asks } from './around.js';
import type { View } from './evidence.js';
import { type Context, type Features, flag, late, sizeOf } from './features.js';
import { sharedWith } from './overlap.js';
import type { Place } from './place.js';
import type { Asking } from './thread.js';

/** Whom of those who might answer the asking messages address. */
export const askedWhom = (
  { views }: Asking,
  answerer: number,
): { toAnswerer: boolean; toOther: boolean } => ({
  toAnswerer: answerer !== 0 && views.some(({ mentions }) => mentions.includes(answerer)),
  toOther: views.some(({ mentions }) => mentions.some((who) => who > 0 && who !== answerer)),
});

/** Names of what `writeAskedWhom` writes. */
export const whoms = ['qToAnswerer', 'qToOther'];

/** Writes whom of those who might answer the asking messages address. */
export function writeAskedWhom(row: Float64Array, at: number, asking: Asking, answerer: number): void {
  const { toAnswerer, toOther } = askedWhom(asking, answerer);
  row[at] = flag(toAnswerer);
  row[at + 1] = flag(toOther);
}

/** What the asking messages of a thread look like, to anybody. */
export function askingFeatures(
  thread: Pick<Asking, 'views' | 'grams' | 'asksAtAll'>,
  context: Context,
): Features {
  const some = (test: (asking: View) => boolean) => flag(thread.views.some(test));
  const plain = thread.views.reduce((sum, asking) => sum + asking.plain.length, 0);
  return {
    qMark: some((asking) => asking.mark),
    qAsk: some((asking) => asking.ask),
    qWord: some((asking) => asking.word),
    qParticle: some((asking) => asking.particle),
    qNone: flag(!thread.asksAtAll),
    qToSpeaker: some((asking) => asking.mentions.includes(0)),
    qToUnknown: some((asking) => asking.mentions.includes(-1)),
    qAddress: some((asking) => asking.address),
    qGroup: some((asking) => asking.group),
    qYesNo: some((asking) => asking.yesNo),
    qCount: Math.min(thread.views.length, 4) / 4,
    qShort: flag(plain < 5),
    qSize: sizeOf(plain),
    qUnderstood: flag(thread.views.every((asking) => asking.understood || asking.confirm)),
    qPicture: some((asking) => asking.picture),
    qChatter: Math.min(...thread.views.map((asking) => asking.chatter)),
    qLecture: sharedWith(thread.grams, context.lecture, context.rarity),
    qDeflect: some((asking) => asking.deflect),
    qPhrase: Math.max(...thread.views.map((asking) => asking.asks)),
  };
}

/** What a message looks like that might answer something. */
export function answeringFeatures({ view, around, context, index, said, heard, taught }: Place): Features {
  return {
    aAsk: flag(asks(view)),
    aPhrase: view.answers,
    aAsks: view.asks,
    aRunPhrase: around.run.reduce((sum, next) => sum + next.answers, 0),
    aBeforeAsks: around.before?.asks ?? 0,
    aBeforeMark: flag(around.before !== undefined && asks(around.before)),
    aReactionAsks: around.reaction?.asks ?? 0,
    aShort: flag(view.plain.length < 3),
    aConfirm: flag(view.confirm),
    aUnderstood: flag(view.understood),
    aSize: sizeOf(view.plain.length),
    aChatter: view.chatter,
    aPicture: flag(view.picture),
    aDeflect: flag(view.deflect),
    aGroup: flag(view.group),
    aParticle: flag(view.particle && !asks(view)),
    aLecture: sharedWith(view.grams, context.lecture, context.rarity),
    aYesNo: flag(view.yesNo),
    aListed: flag(view.listed),
    aAlone: flag(view.mentions.length === 0 && view.quote === ''),
    aFollow: flag(view.followUp),
    aPlace: index / context.views.length,
    aSaid: sizeOf(said),
    aShare: said / (1 + index),
    heard: late(view.clock - heard) / 5,
    since: Math.min(late(view.clock - taught), 10) / 5,
  };
}
