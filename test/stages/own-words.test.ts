import { describe, expect, it } from 'vitest';
import { markerAt, markerFinders } from '../../src/language/markers.js';
import { piecesOf } from '../../src/stages/outline/pieces.js';
import { announcementsIn } from '../../src/stages/talks/announcement.js';
import { titleIn } from '../../src/stages/talks/title.js';
import { chat, host, lexicon, speaker } from './chat.js';

const message = (text: string) => chat([['18:30', host, text]]).children[0]!;
const { talks, outline } = lexicon;

/** Words that nobody ships: a domain expert's own, put into the lexicon. */
describe('词表里加了词，程序就照着读', () => {
  it('时间写在别的词后面', () => {
    const text = `今天请到@${speaker} 分享，主题是“仓单质押”，名额 5:00，钟点 20:00`;
    const timeOf = (words: typeof talks) => announcementsIn(message(text), words)[0]?.time?.text;
    expect(timeOf(talks)).toBe('5:00');
    expect(timeOf({ ...talks, time: [...talks.time, '钟点'] })).toBe('20:00');
  });

  it('引号里的题目写在别的词后面，词按字面读', () => {
    const one = message('今晚的话题(一)《仓单质押》');
    expect(titleIn(one, talks)).toBeNull();
    const words = { ...talks, quotedAfter: ['话题(一)'] };
    expect(titleIn(one, words)?.text).toBe('仓单质押');
    expect(titleIn(message('今晚的话题一《仓单质押》'), words)).toBeNull();
  });

  it('数字后面是别的量词，不是编号', () => {
    const styleOf = (text: string, words: typeof outline) => markerAt(text, 0, markerFinders(words))?.style;
    expect(styleOf('3盒样品', outline)).toBe('bare');
    const { counters } = outline;
    const own = { ...outline, counters: { ...counters, bare: [...counters.bare, '盒'] } };
    expect(styleOf('3盒样品', own)).toBeUndefined();
    expect(styleOf('3样品', own)).toBe('bare');
    const long = { ...outline, counters: { ...counters, dotted: [...counters.dotted, '标准箱'] } };
    expect(styleOf('3.5 标准箱', outline)).toBe('dotted');
    expect(styleOf('3.5 标准箱', long)).toBeUndefined();
  });

  it('编号前面用别的词', () => {
    const text = '仓单质押有两块。单元一、概念 仓单是提货凭证。单元二、流程 货主把货送进仓库。';
    const markersOf = (words: typeof outline) =>
      piecesOf([message(text)], markerFinders(words)).flatMap(({ marker, view }) =>
        marker ? [view.text.slice(marker.start, marker.close)] : [],
      );
    expect(markersOf(outline)).toEqual([]);
    expect(markersOf({ ...outline, wordMarkers: [...outline.wordMarkers, '单元'] })).toEqual([
      '单元一、',
      '单元二、',
    ]);
  });

  it('成组的编号用别的单位', () => {
    const shapeOf = (words: typeof outline) => markerAt('3大块：概念', 0, markerFinders(words))?.shape;
    expect(shapeOf(outline)).not.toBe('numberGroup');
    expect(shapeOf({ ...outline, groupUnits: [...outline.groupUnits, '大块'] })).toBe('numberGroup');
  });
});
