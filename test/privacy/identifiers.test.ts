import { describe, expect, it } from 'vitest';
import { luhn } from '../../src/privacy/identifiers/card.js';
import { mod112 } from '../../src/privacy/identifiers/identity.js';
import { identifiersIn } from '../../src/privacy/identifiers.js';
import { workOf } from '../processor.js';

/** A text with its identifiers replaced; of two that overlap the longer counts. */
function without(text: string): string {
  const found = identifiersIn(text).sort((a, b) => a.start - b.start || b.end - a.end);
  let out = '';
  let last = 0;
  for (const { start, end, by } of found) {
    if (start < last) continue;
    out += text.slice(last, start) + by;
    last = end;
  }
  return out + text.slice(last);
}

/** Made up: test numbers of the card schemes, and numbers with right checks that no office gave out. */
const card = '6222020000000000000';
const identity = `11010119900307${'123'}${mod112('11010119900307123').toUpperCase()}`;

describe('phone numbers', () => {
  it.each([
    ['我的电话13800138000，随时打', '我的电话[电话]，随时打'],
    ['138 0013 8000', '[电话]'],
    ['138-0013-8000', '[电话]'],
    ['138－0013－8000', '[电话]'],
    ['１３８００１３８０００', '[电话]'],
    ['+86 13800138000', '[电话]'],
    ['+86-138-0013-8000', '[电话]'],
    ['008613800138000', '[电话]'],
    ['86 13800138000', '[电话]'],
    ['tel13800138000', 'tel[电话]'],
    ['13800138000vx同号', '[电话]vx同号'],
    ['座机010-62770000', '座机[电话]'],
    ['座机（0571）8765 4321找前台', '座机[电话]找前台'],
    ['0755 26001234', '[电话]'],
    ['+852 2345 6789', '[电话]'],
    ['两个号：13800138000、13900139000', '两个号：[电话]、[电话]'],
  ])('%s', (text, expected) => {
    expect(without(text)).toBe(expected);
  });

  it.each([
    '手续费12000元，本金1380013800元',
    '订单号20240506183000123',
    '2024-05-06 18:30:00 开始',
    '18:30-19:30 有分享',
    '12345678901',
    '10086和95588都是客服',
    '400-820-8820 是总机',
    '费率0.38%，封顶3.5元',
    'IP 192.168.10.101，端口8080',
    'v1.38.0013.8000',
    'a1b13800138000c2',
    'http://static.example.org/img/20240506_183000.png',
    '1 3 5 7 9 11 13 15 17 19 21',
  ])('stay out of %s', (text) => {
    expect(without(text)).toBe(text);
  });
});

describe('numbers of cards, by check and issuer', () => {
  it('are as the tables say', () => {
    expect(luhn(card)).toBe(true);
    expect(luhn('6222020000000000001')).toBe(false);
  });

  it.each([
    [`打到 ${card} 这张卡`, '打到 [银行卡号] 这张卡'],
    ['6222 0200 0000 0000 000', '[银行卡号]'],
    ['6222-0200-0000-0000-000', '[银行卡号]'],
    ['4111111111111111', '[银行卡号]'],
    ['5555 5555 5555 4444', '[银行卡号]'],
    ['３７８２８２２４６３１０００５', '[银行卡号]'],
  ])('%s', (text, expected) => {
    expect(without(text)).toBe(expected);
  });

  it.each([
    '6222020000000000001',
    '4111111111111112',
    '交易流水 2017050618300012',
    '毫秒时间戳 1508493843000',
    '62220200000000000000000000',
  ])('with a wrong check, or of nobody, stay: %s', (text) => {
    expect(without(text)).toBe(text);
  });
});

describe('numbers of identity papers', () => {
  it.each([
    [`身份证${identity}`, '身份证[证件号]'],
    [`${identity.slice(0, 6)} ${identity.slice(6, 14)} ${identity.slice(14)}`, '[证件号]'],
    [identity.toLowerCase(), '[证件号]'],
    ['老身份证 110101900307123', '老身份证 [证件号]'],
    ['护照号：E12345678', '护照号：[证件号]'],
    ['港澳通行证C12345678', '港澳通行证[证件号]'],
  ])('%s', (text, expected) => {
    expect(without(text)).toBe(expected);
  });

  const wrong = identity.slice(0, 17) + (identity.endsWith('1') ? '2' : '1');
  it.each([
    ['a wrong check', wrong],
    ['no day of the calendar', `110101199002301${'23'}${mod112('11010119900230123')}`],
    ['no province', `99${identity.slice(2)}`],
    ['no day, the old kind', '110101901307123'],
    ['no word before it', '型号E12345678'],
  ])('with %s stay', (_, text) => {
    expect(without(text)).toBe(text);
  });
});

describe('addresses and accounts', () => {
  it.each([
    ['发我邮箱 zhang.san+chat@mail.example.com，谢谢', '发我邮箱 [邮箱]，谢谢'],
    ['ＺＨＡＮＧ＠example.org', '[邮箱]'],
    ['微信号：zhangsan_88', '微信号：[微信号]'],
    ['微信号zhangsan', '微信号[微信号]'],
    ['加我微信 abc12345', '加我微信 [微信号]'],
    ['微信: zhangsan', '微信: [微信号]'],
    ['VX：Qing_He2020', 'VX：[微信号]'],
    ['wx abc-1234', 'wx [微信号]'],
    ['wxid_4kq2m7abcd21撤回了一条消息', '[微信号]撤回了一条消息'],
    ['QQ 123456789', 'QQ [QQ号]'],
    ['扣扣：10001', '扣扣：[QQ号]'],
    ['QQ群号是 87654321', 'QQ群号是 [QQ号]'],
    [
      'http://mp.example.com/s?__biz=abc&uin=MTIzNDU&pass_ticket=x%2By&idx=1',
      'http://mp.example.com/s?__biz=abc&uin=[口令]&pass_ticket=[口令]&idx=1',
    ],
  ])('%s', (text, expected) => {
    expect(without(text)).toBe(expected);
  });

  it.each([
    '微信JSAPI支付和微信openid',
    '微信（wechat）支付',
    '微信 android 版',
    'http://wechat.example.com/wechatpay_guide2',
    '前台用@Override注解',
    'QQ钱包有5000万用户',
    'QQ红包 200元',
    '加我好友',
    'appid wx1234567890abcdef',
    'http://example.com/pay?monkey=12&tokens=3',
  ])('stay out of %s', (text) => {
    expect(without(text)).toBe(text);
  });
});

it('a hostile line takes no longer than its length', () => {
  const parts = [
    '1',
    '1 ',
    '138 ',
    'a',
    'a@',
    'a.',
    '微信',
    '微信:',
    '微信 (',
    '@',
    '?token=',
    '+86 ',
    '-',
    '(010)',
  ];
  for (const part of parts) {
    const text = part.repeat(200_000 / part.length);
    expect(workOf(() => identifiersIn(text))).toBeLessThan(2000);
  }
});
