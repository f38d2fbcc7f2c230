import fc from 'fast-check';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { roles } from '../../src/stages/roles.js';
import { type Role, spanOf, type Talk } from '../../src/transcript.js';
import { evening, host, lexicon, prepared, type Row, speaker, typed, upTo } from './chat.js';

/** The roles of a log's messages; `change` sets what later stages would find. */
function rolesOf(rows: Row[], change?: (talk: Talk, texts: string[]) => void): (Role | undefined)[] {
  const tree = upTo('outline', rows);
  const texts = tree.children.map((one) => one.text);
  if (change) change(tree.talks[0]!, texts);
  unified().use(roles, lexicon).runSync(tree);
  return tree.children.map((message) => message.role?.role);
}

const announcement = `今晚请到一位朋友，@${speaker} 给大家做分享，主题是 “仓单质押的几道关口” 开始时间为【20:00】`;

function rowsWithRoles(rows: Row[]) {
  const tree = upTo('outline', rows);
  unified().use(roles, lexicon).runSync(tree);
  return tree;
}

describe('没有讲座时', () => {
  it.each<[Role, string]>([
    ['signIn', '签到'],
    ['signIn', '前排签到[鼓掌]'],
    ['applause', '[鼓掌][强]'],
    ['applause', '666'],
    ['applause', '感谢分享'],
    ['redPacket', '微信红包'],
    ['greeting', '早上好'],
    ['logistics', '稍等，我找一下'],
    ['logistics', '请大家改一下群名片'],
    ['system', '你撤回了一条消息'],
    ['advert', '招聘仓库主管，坐标苏州，简历发我邮箱，待遇从优'],
    ['announcement', '【分享预告】今晚八点仓单质押'],
    ['media', '![图](http://img.example.com/a.png)'],
    ['media', 'https://example.com/a'],
    ['media', '仓单管理办法.pdf'],
    ['smallTalk', '今天路上堵得厉害'],
    ['smallTalk', '仓单能转让吗？'],
    ['smallTalk', ''],
    ['smallTalk', '[捂脸]'],
    ['smallTalk', '看图![图](http://img.example.com/a.png)'],
  ])('%s：%s', (role, text) => {
    expect(rolesOf([['20:00', '芦花飞', text]])).toEqual([role]);
  });

  it.each<[Role, string]>([
    ['redPacket', '领红包签到了，谢谢'],
    ['signIn', '签到[鼓掌]'],
    ['signIn', '大家好，签到'],
    ['applause', '谢谢，稍等'],
  ])('几种都像时取靠前的：%s：%s', (role, text) => {
    expect(rolesOf([['20:00', '芦花飞', text]])).toEqual([role]);
  });
});

describe('讲座的一晚', () => {
  const rows: Row[] = [
    ...evening(announcement).slice(0, 4),
    ['19:55', speaker, '大家晚上好'],
    ...typed('20:00', speaker, prepared),
    ['20:10', '芦花飞', '仓单能转让吗？'],
    ['20:11', speaker, '能，背书以后就归下家'],
    ['20:12', '空山', '[鼓掌]'],
    ['20:13', speaker, '以上内容请勿外传'],
  ];

  it('从预告到散场', () => {
    expect(rolesOf(rows.slice(0, 13))).toEqual([
      'announcement',
      'signIn',
      'signIn',
      'applause',
      'opening',
      ...prepared.slice(0, -1).map(() => 'lecture'),
      'closing',
    ]);
  });

  it('问答和请求由各自的阶段定', () => {
    const found = rolesOf(rows, (talk, texts) => {
      const at = (text: string) => texts.indexOf(text);
      const line = (text: string) => spanOf({ id: at(text), text });
      const [question, answer, asked] = [
        '仓单能转让吗？',
        '能，背书以后就归下家',
        '以上内容请勿外传',
      ] as const;
      talk.qa = [
        {
          question: { by: '芦花飞', messages: [at(question)], spans: [line(question)] },
          answers: [{ by: speaker, messages: [at(answer)], spans: [line(answer)] }],
        },
      ];
      talk.restrictions = [line(asked)];
    });
    expect(found.slice(-4)).toEqual(['question', 'answer', 'applause', 'restriction']);
  });

  it('讲座的话不管像什么都是讲座，也先于问答', () => {
    const found = rolesOf(rows, (talk, texts) => {
      const first = talk.lecture[0]!;
      talk.qa = [
        {
          question: { by: speaker, messages: [first], spans: [spanOf({ id: first, text: texts[first]! })] },
          answers: [],
        },
      ];
    });
    expect(found[5]).toBe('lecture');
  });

  it('属于讲座的记下是哪一场', () => {
    const tree = rowsWithRoles(rows);
    const talks = tree.children.map(({ role }) => role?.talk);
    expect(talks.slice(0, 6)).toEqual([0, undefined, undefined, undefined, 0, 0]);
  });

  it('副本只是副本，哪怕是讲座的副本', () => {
    const double = rows.flatMap((row): Row[] =>
      row[1] === speaker ? [row, [row[0], '山有木兮', row[2]]] : [row],
    );
    const found = rolesOf(double);
    expect(found.filter((role) => role === 'duplicate')).toHaveLength(
      rows.filter(([, nick]) => nick === speaker).length,
    );
    expect(found.filter((role) => role === 'lecture')).toHaveLength(prepared.length - 1);
  });

  it('主持人说的结束语不是讲座的结束语', () => {
    const found = rolesOf([...rows, ['20:20', host, '今天的分享就到这里，大家早点休息']]);
    expect(found.at(-1)).not.toBe('closing');
  });
});

describe('每条消息', () => {
  it('恰有一个角色，并说出是哪条规则', () => {
    const tree = upTo('outline', [
      ...evening(announcement),
      ['21:00', '芦花飞', ''],
      ['21:01', '', '无名氏的话'],
    ]);
    unified().use(roles, lexicon).runSync(tree);
    for (const { role } of tree.children)
      expect(role).toEqual(
        expect.objectContaining({ role: expect.any(String), rule: expect.stringMatching(/^\w+\.\w+$/) }),
      );
  });

  it('不管怎么说话：各有一个角色，讲座由小到大，都是讲的人自己的话', () => {
    const nick = fc.constantFrom(speaker, host, '芦花飞', '空山', '');
    const text = fc.oneof(
      fc.constantFrom(announcement, '签到', '[鼓掌]', '能转让吗？', '', ...prepared),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(nick, text), { maxLength: 40 }), (lines) => {
        const rows = lines.map(
          ([by, words], index): Row => [`20:${String(index).padStart(2, '0')}`, by, words],
        );
        const found = [rowsWithRoles(rows), rowsWithRoles(rows)] as const;
        expect(found[1].children).toEqual(found[0].children);
        for (const { role, duplicateOf } of found[0].children) {
          expect(role).toBeDefined();
          expect(role?.role === 'duplicate').toBe(duplicateOf !== undefined);
        }
        for (const { lecture, nicks } of found[0].talks) {
          expect(lecture).toEqual([...new Set(lecture)].sort((a, b) => a - b));
          for (const id of lecture) expect(nicks).toContain(found[0].children[id]!.sender);
        }
      }),
      { numRuns: 100 },
    );
  });
});
