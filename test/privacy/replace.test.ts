import { describe, expect, it } from 'vitest';
import { knowledge } from '../../src/privacy/lexicon.js';
import { pseudonymsOf } from '../../src/privacy/pseudonyms.js';
import { hidden, key, type Row } from './log.js';

const { of, person } = pseudonymsOf(key, knowledge().people);

const shen = '沈砚秋-澜仓科技-产品-苏州';
const lu = '陆晓帆-稻谷支付-运营-上海';
const members: Row[] = [
  [shen, '早'],
  [lu, '早'],
  ['半夏', '签到'],
  ['半夏生', '签到'],
  ['Tom', '签到'],
  ['A.*(b)+', '签到'],
  ['云', '签到'],
  ['66', '签到'],
  ['??', '签到'],
  ['🌸🌸', '签到'],
  ['Tom&Jerry', '签到'],
];

/** What becomes of a text that the last of the group types; `«nick»` and `‹name›` stand for pseudonyms. */
function told(text: string): string {
  return hidden([...members, ['空山', text]]).at(-1)![1];
}
const meant = (text: string) =>
  text.replace(/«([^»]+)»/gu, (_, nick) => of(nick)).replace(/‹([^›]+)›/gu, (_, name) => person(name));

describe('names in texts', () => {
  it.each([
    ['@沈砚秋-澜仓科技-产品-苏州 请教一下', `@«${shen}» 请教一下`],
    ['@沈砚秋-澜仓科技-产品-苏州\u2005请教一下', `@«${shen}»\u2005请教一下`],
    ['@沈砚秋-澜仓科技-产品-苏州?请教一下', `@«${shen}»?请教一下`],
    ['＠半夏 你好', '＠«半夏» 你好'],
    ['@沈砚秋 请教一下', '@‹沈砚秋› 请教一下'],
    ['@砚秋 请教一下', '@‹沈砚秋› 请教一下'],
    ['@沈砚秋-栈桥银行-产品 请教一下', '@«沈砚秋-栈桥银行-产品» 请教一下'],
    ['@沈砚秋请教一下', '@‹沈砚秋›请教一下'],
    ['@云南小李 你好', '@«云南小李» 你好'],
    ['@半夏你好', '@«半夏»你好'],
    ['@半夏生你好', '@«半夏生»你好'],
    ['@半夏-春渡商贸 你好', '@«半夏-春渡商贸» 你好'],
    ['@顾行舟-木垚财税-顾问 来了吗', '@«顾行舟-木垚财税-顾问» 来了吗'],
    ['@云 你好', '@«云» 你好'],
    ['@??顾行舟 你好', '@«??顾行舟» 你好'],
    ['@tom @半夏，两位', '@«Tom» @«半夏»，两位'],
    ['@所有人 今晚八点', '@所有人 今晚八点'],
    ['@所有人今晚八点，@all', '@所有人今晚八点，@all'],
    ['@allen 今晚八点', '@«allen» 今晚八点'],
  ])('mention: %s', (text, expected) => {
    expect(told(text)).toBe(meant(expected));
  });

  it.each([
    ['分享嘉宾：沈砚秋，欢迎', '分享嘉宾：‹沈砚秋›，欢迎'],
    ['欢迎沈砚秋老师！', '欢迎‹沈砚秋›老师！'],
    ['欢迎陸曉帆老師', '欢迎‹陆晓帆›老師'],
    [`「${shen}：收到」\n- - - - - - - -\n好的`, `「«${shen}»：收到」\n- - - - - - - -\n好的`],
    [
      '「顾行舟-木垚财税：收到」\n- - - - - - - -\n好的',
      '「«顾行舟-木垚财税»：收到」\n- - - - - - - -\n好的',
    ],
    ['刚问了Tom，TOM说行', '刚问了«Tom»，«Tom»说行'],
    ['A.*(b)+说得对，a.*(b)+', '«A.*(b)+»说得对，«A.*(b)+»'],
    ['谢谢🌸🌸', '谢谢«🌸🌸»'],
    ['Tom&amp;Jerry和Tom&Jerry', '«Tom&Jerry»和«Tom&Jerry»'],
    ['沈砚秋半夏', '‹沈砚秋›«半夏»'],
    ['tom@example.com', '[邮箱]'],
  ])('%s', (text, expected) => {
    expect(told(text)).toBe(meant(expected));
  });

  it.each([
    ['a name within a longer word', 'Tomato、customer、atomic'],
    ['a nick of one character', '云计算平台'],
    ['a nick of few digits', '打了66折，66块'],
    ['a nick of marks', '真的??'],
    ['a firm, a post and a place, which are in nicks', '苏州的产品，稻谷支付的运营'],
    ['a code and an address', '[强] http://static.example.org/a.png'],
  ])('%s stays', (_, text) => {
    expect(told(text)).toBe(text);
  });
});

it('what a longer find leaves over of a nick is looked through again', () => {
  const [, , last] = hidden([
    ['山人', '签到'],
    ['山人tom', '签到'],
    ['空山', '写信给山人tom@example.com'],
  ]);
  expect(last![1]).toBe(`写信给${of('山人')}[邮箱]`);
});

it('senders get their own, of whatever length', () => {
  expect(hidden(members).map(([nick]) => nick)).toEqual(members.map(([nick]) => of(nick)));
});

describe('a nick that is kept', () => {
  const rows: Row[] = [...members, ['空山', `@${shen} @沈砚秋-栈桥银行 @陆晓帆 沈砚秋老师讲得好`]];

  it('stands as typed; other nicks of its owner shrink to the name', () => {
    const texts = hidden(rows, [shen]);
    expect(texts[0]![0]).toBe(shen);
    expect(texts[1]![0]).toBe(of(lu));
    expect(texts.at(-1)![1]).toBe(meant(`@${shen} @沈砚秋 @‹陆晓帆› 沈砚秋老师讲得好`));
  });
});

it('an ordinary word that is a whole nick is replaced throughout, one that is part of a nick is not', () => {
  const [, , last] = hidden([
    ['常常', '签到'],
    ['农业-麦穗银行-开发', '签到'],
    ['空山', '我们常常说农业'],
  ]);
  expect(last![1]).toBe(`我们${of('常常')}说农业`);
});
