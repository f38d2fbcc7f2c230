import { describe, expect, it } from 'vitest';
import { evening, host, lectureIn, prepared, type Row, speaker, typed } from './chat.js';

const announcement = `今晚请到一位朋友，@${speaker} 给大家做分享，主题是 “仓单质押的几道关口” 开始时间为【20:00】`;
const body = prepared.slice(0, -1);
const image = '![图](http://img.example.com/a.png)';

/** An evening on which these texts replace the talk's. */
const spoken = (texts: string[]) => lectureIn(evening(announcement, speaker, texts));
/** An evening with more messages in the middle of the talk, after its third line. */
const interrupted = (...rows: [string, string][]) => {
  const all = evening(announcement);
  const at = all.findIndex(([, nick]) => nick === speaker) + 3;
  all.splice(at, 0, ...rows.map(([nick, text]): Row => ['20:01:10', nick, text]));
  return lectureIn(all);
};

describe('讲座从哪里开始', () => {
  it('说出题目的开场白算讲座', () => {
    expect(spoken(prepared)[0]).toBe(prepared[0]);
  });

  it.each([['大家好'], ['大家晚上好，我是沈砚秋，在仓储行业做了八年'], ['各位好，感谢群主邀请'], ['[玫瑰]']])(
    '寒暄不算：%s',
    (greeting) => {
      expect(spoken([greeting, ...prepared])).toEqual(body);
    },
  );

  it('寒暄里说了题目就算', () => {
    const opening = '大家好，我是沈砚秋，今天给大家讲讲仓单质押';
    expect(spoken([opening, ...prepared.slice(1)])[0]).toBe(opening);
  });

  it.each([['刚到家，我开下电脑'], ['马上开始'], ['签到'], ['@芦花飞 好久不见']])(
    '开讲前的准备不算：%s',
    (text) => {
      expect(spoken([text, ...prepared])).toEqual(body);
    },
  );
});

describe('讲座到哪里为止', () => {
  it.each([
    ['以上就是我今天的分享，谢谢大家'],
    ['分享完毕'],
    ['over'],
    ['讲完了，大家有什么问题可以提'],
    ['我的分享就到这里，不足之处请多指正'],
  ])('结束语不算：%s', (closing) => {
    expect(spoken([...body, closing])).toEqual(body);
  });

  it('结束语里有总结就算', () => {
    const summary =
      '以上就是我今天的分享，总的来说，仓单质押的关口在验货、看货和估值这三处，只要有一处失守，银行手里的单据就是一张废纸，货主跑了也没处去追。';
    expect(spoken([...body, summary])).toEqual([...body, summary]);
  });

  it('结束之后的图片还算，直到有人提问', () => {
    const rows: Row[] = [
      ...evening(announcement).slice(0, -2),
      ['20:06', speaker, image],
      ['20:07', '芦花飞', '[鼓掌]'],
      ['20:08', speaker, `${image.replace('a.png', 'b.png')}`],
    ];
    const pictures = [image, image.replace('a.png', 'b.png')];
    expect(lectureIn(rows)).toEqual([...body, ...pictures]);
    rows.splice(-1, 0, ['20:07:30', '空山', '想问下仓单能不能转让？']);
    expect(lectureIn(rows)).toEqual([...body, image]);
  });

  it('答疑不算', () => {
    const rows: Row[] = [
      ...evening(announcement),
      ['20:32', '芦花飞', '沈总，想问下仓单能转让吗？'],
      ['20:33', speaker, '@芦花飞 可以，背书以后就归下家，银行那边要再登记一次'],
      ['20:34', '空山', '那监管费谁出呢？'],
      ['20:35', speaker, '货主出，按货值的千分之三收，放款的时候直接扣掉，仓库每个月结一次'],
    ];
    expect(lectureIn(rows)).toEqual(body);
  });
});

describe('讲座中间', () => {
  it('签到、鼓掌、红包和别人的话都不算', () => {
    expect(
      interrupted(
        ['芦花飞', '签到'],
        ['空山', '[鼓掌]'],
        [host, '微信红包'],
        ['半夏-春渡商贸-风控', '我们公司也碰到过同一批货开两张单的事，最后打了两年官司'],
      ),
    ).toEqual(body);
  });

  it.each([
    ['稍等'],
    ['稍等，我找一张图'],
    ['@芦花飞 等下统一回答'],
    ['「芦花飞：能转让吗」能的'],
    ['打字慢，大家见谅'],
    ['签到'],
    [''],
    ['&amp;#160;'],
    ['谢谢'],
    ['wxid_ab12:'],
  ])('讲的人插的一句不算：%s', (text) => {
    expect(interrupted([speaker, text])).toEqual(body);
  });

  it.each([
    [image],
    ['仓单样本.pdf'],
    ['这张图是监管仓的平面图，红线以内归银行看管'],
    ['开始的时候没有监管仓，货主自己看货，银行的人隔三差五来转一转，出了事谁也说不清'],
    ['注意'],
  ])('讲的人的话都算：%s', (text) => {
    expect(interrupted([speaker, text])).toEqual([...body.slice(0, 3), text, ...body.slice(3)]);
  });

  it('有人插嘴提问，讲的人没有理会，接着讲的长段还算', () => {
    const long = `${body[4]}${body[6]}${body[2]}`;
    const texts = [...body.slice(0, 4), long, ...body.slice(5)];
    const rows = evening(announcement, speaker, texts);
    const at = rows.findIndex(([, , text]) => text === long);
    rows.splice(at, 0, ['20:01:40', '芦花飞', '能转让吗？']);
    expect(lectureIn(rows)).toEqual(texts);
  });

  it('歇了十分钟，接着讲的还算', () => {
    const rows = evening(announcement, speaker, body.slice(0, 5)).slice(0, -2);
    const more = typed('20:14', speaker, ['分享继续', ...body.slice(5)]);
    expect(lectureIn([...rows, ...more])).toEqual([...body.slice(0, 5), '分享继续', ...body.slice(5)]);
  });
});

describe('两个昵称的讲者', () => {
  it('副本不算讲座', () => {
    const rows = evening(announcement).flatMap((row): Row[] =>
      row[1] === speaker ? [row, [row[0], '山有木兮', row[2]]] : [row],
    );
    expect(lectureIn(rows)).toEqual(body);
  });
});
