import { describe, expect, it } from 'vitest';
import { markerFinders, piecesOf } from '../../../src/stages/outline/pieces.js';
import { evened, seriesIn } from '../../../src/stages/outline/series.js';
import { lexicon, message } from '../glossary-lecture.js';

/** What a series of so many pieces becomes: `#` is a heading, `-` an item. */
function after(before: string): string {
  const series = [...before].map((_, index) => index);
  const { drop, add } = evened([series], (index) => before[index] === '#');
  return [...before].map((one, index) => (drop.has(index) ? '-' : add.has(index) ? '#' : one)).join('');
}

describe('一串编号，要么都是小标题，要么都是清单', () => {
  it.each([
    ['---', '---', '没有小标题'],
    ['###', '###', '都是小标题'],
    ['-#-', '---', '夹在清单里的一条'],
    ['----#', '-----', '末一条'],
    ['#--', '#--', '打头的小标题下面是整句'],
    ['#---#', '#----', '打头的留下，后面的不留'],
    ['##-', '###', '漏了一条'],
    ['-#####', '######', '漏了头一条'],
    ['#-#-', '#-#-', '一半一半，照原样'],
  ])('%s 成为 %s：%s', (before, expected) => {
    expect(after(before)).toBe(expected);
  });

  it('形状相同、号码相连的才是一串，少于三条不算', () => {
    const text =
      '先说流程。1、过磅的时候要核对随车的单据。2、卸货。3、开单。a、留底的一联。b、给货主的一联。4、归档。';
    const pieces = piecesOf([message(text, 0)], markerFinders(lexicon.outline));
    const series = seriesIn(pieces);
    const typed = (index: number) =>
      pieces[index]!.view.text.slice(pieces[index]!.start, pieces[index]!.start + 2);
    const found = [...new Set(series.values())].map((one) => one.map(typed));
    expect(found).toEqual([['1、', '2、', '3、', '4、']]);
  });

  const seriesOf = (...texts: string[]) => {
    const messages = texts.map((text, id) => message(text, id));
    const pieces = piecesOf(messages, markerFinders(lexicon.outline));
    const typed = (index: number) =>
      pieces[index]!.view.text.slice(pieces[index]!.start, pieces[index]!.start + 2);
    return [...new Set(seriesIn(pieces).values())].map((one) => one.map(typed));
  };

  it('一条消息一个编号的，跨消息连成一串，中间可以有别的话', () => {
    expect(seriesOf('1、过磅', '过磅要核对单据', '2、卸货', '3、开单', '4、归档')).toEqual([
      ['1、', '2、', '3、', '4、'],
    ]);
    expect(seriesOf('1、过磅', '2、卸货', '4、归档')).toEqual([]);
    expect(seriesOf('1、过磅', '2、卸货', '1、开单', '2、归档')).toEqual([]);
  });

  it('夹在一条消息里的一串，不和别的消息连', () => {
    expect(seriesOf('1、过磅', '2、卸货', '流程有：1、称重；2、入库；3、盖章')).toEqual([
      ['1、', '2、', '3、'],
    ]);
  });
});
