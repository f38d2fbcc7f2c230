import { describe, expect, it } from 'vitest';
import { restrictions } from '../../src/stages/restrictions.js';
import { lectureOf, run } from './glossary-lecture.js';

const asked = (texts: (string | [string, string])[], more = {}) => {
  const { tree, talk } = lectureOf(texts, more);
  run(restrictions, tree);
  return talk.restrictions.map(({ text }) => text);
};

describe('讲者或主持人请求不要外传', () => {
  it.each([
    ['以上几张图请勿外传哈', '以上几张图请勿外传哈'],
    ['表里是测试数字，大家尽量不要外传。下面继续', '表里是测试数字，大家尽量不要外传'],
    ['这几页只给各位看，切勿外传', '这几页只给各位看，切勿外传'],
    ['今晚的内容不要转发到朋友圈', '今晚的内容不要转发到朋友圈'],
    ['仅限群内交流', '仅限群内交流'],
    ['这份资料只在本群内分享', '这份资料只在本群内分享'],
    ['请勿截图', '请勿截图'],
    ['別的不說，請勿外傳', '別的不說，請勿外傳'],
    ['麻烦大家保密。', undefined],
    ['禁止群成员把分享的内容传播到群外', '禁止群成员把分享的内容传播到群外'],
    ['以上资料不外传', '以上资料不外传'],
    ['暂时不要公开发哦', '暂时不要公开发哦'],
    ['请大家注意保密。谢谢', '请大家注意保密'],
  ])('%s', (text, span) => {
    expect(asked([text])).toEqual([span ?? text.replace('。', '')]);
  });
});

describe('只是讲到这类规矩，不是请求', () => {
  it.each([
    '密码不要告诉别人',
    '密钥请勿外传',
    '系统要求用户数据不能外传',
    '数据不能外传是硬指标',
    '支付页面会提示“请勿截图”',
    '商户不得转发付款码',
    '特别转发了一条消息',
    '别人转发给我的',
    '微信群内交流很热闹',
    '不对外开放',
    '我不转发广告',
    '这个接口只做转发',
    '会后可以截图',
    '欢迎大家转发',
    '公开课不要错过',
    '银行规定员工不得截屏',
  ])('%s', (text) => {
    expect(asked([text])).toEqual([]);
  });
});

describe('谁说的、何时说的', () => {
  it('别人的请求不算，主持人的算', () => {
    expect(asked(['开讲', ['路人', '请勿外传']])).toEqual([]);
    expect(asked([['主持', '今晚分享，请勿外传'], '开讲'], { host: '主持', announcement: [0] })).toEqual([
      '今晚分享，请勿外传',
    ]);
  });

  it('讲座之外很远的不算，问答之后不久的算', () => {
    const chat = Array.from({ length: 40 }, (): [string, string] => ['路人', '好的']);
    const window = { first: 0, last: 0 };
    expect(asked(['开讲', ...chat, '请勿外传'], { window, lecture: [0] })).toEqual([]);
    expect(asked(['开讲', ...chat.slice(0, 5), '请勿外传'], { window, lecture: [0] })).toEqual(['请勿外传']);
  });

  it('同一条以两个昵称出现，只记第一条', () => {
    const { tree, talk } = lectureOf([['小号', '请勿外传'], '请勿外传'], { lecture: [1] });
    tree.children[1]!.duplicateOf = 0;
    run(restrictions, tree);
    expect(talk.restrictions.map(({ message }) => message)).toEqual([0]);
  });
});
