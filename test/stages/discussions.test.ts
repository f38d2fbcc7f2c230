import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/markdown/note.js';
import { extract } from '../../src/pipeline.js';
import { schemaFaults } from '../../src/validate.js';
import { checkAgainst, checkLedger } from '../../src/verify/ledger.js';
import { checkNote } from '../../src/verify/note.js';
import { entry } from '../read/log.js';
import { chat, lexicon, type Row } from './chat.js';

const fixture = (path: string) => `test/fixtures/logs/${path}-chat.markdown`;
const label = (name: string) => JSON.parse(readFileSync(`test/fixtures/labels/${name}.json`, 'utf8'));

function of(path: string, discussions = true) {
  const file = fixture(path);
  return extract(readFileSync(file), { path: file, lexicon, config: { discussions } });
}

const wen = '闻笛-禾木金科-合规-西安';
const mai = '麦冬-云杉科技-产品-苏州';
const qi = '祁连舟-澄海支付-清算-上海';

/** Eight remarks on the reserve of prepaid cards; `by` gives their senders in order. */
const remarks = (by: string[]): Row[] =>
  [
    '请问单用途预付卡的预付资金要不要全额存管？备付金怎么交？',
    '单用途预付卡不用全额存管，多用途预付卡的备付金才要集中存管',
    '多用途预付卡的备付金属于支付机构管理，单用途预付卡归商务备案',
    '那预付卡平台帮商户收款，再给商户结算，算不算二清呢？',
    '预付卡平台先收款再给商户结算就有二清风险，备付金也说不清',
    '建议商户自己收款，预付卡平台只做核销，结算由支付机构来做',
    '备付金存管以后预付卡退款从商户账户原路退回，结算要对账',
    '商户退款和结算都要跟预付卡余额对账，不然二清风险还在',
  ].map((text, index) => [`10:0${index}`, by[index % by.length]!, text]);

function found(rows: Row[]) {
  const text = chat(rows).children.map(({ time, sender, text: own }) => entry(time, sender, own));
  return extract(text.join(''), {
    path: 'demo/2024-05-06-chat.markdown',
    lexicon,
    config: { discussions: true },
  });
}

describe('没有讲座的讨论', () => {
  const { notes, ledger, transcript } = of('payclub/2024-06-20');
  const [note] = notes;
  const expected = label('payclub_2024-06-20').discussions[0];

  it('范围和标注一致', () => {
    const [[first, last]] = expected.messages;
    expect(notes).toHaveLength(1);
    expect(note!.discussion!.messages).toEqual(Array.from({ length: last - first + 1 }, (_, i) => first + i));
  });

  it('没有讲者和正文，有参与的人', () => {
    expect(note).toMatchObject({ kind: 'discussion', speakers: [], host: null, announcement: [] });
    expect(note).not.toHaveProperty('lecture');
    expect(note!.discussion!.people).toContain(wen);
  });

  it('标注的问答都在：问题相同，回答包含标注的消息', () => {
    for (const { q, a } of expected.qa) {
      const pair = note!.qa.find(({ question }) => question.messages.includes(q[0]));
      expect(pair?.answers.flatMap(({ messages }) => messages)).toEqual(expect.arrayContaining(a));
    }
  });

  it('有主题，标题取自讨论中的发言并提醒核对', () => {
    expect(note!.topics.map(({ label: name }) => name).join()).toContain('预付卡');
    expect(note!.title).not.toBe('');
    expect(note!.review.map(({ code }) => code)).toEqual(['title-guessed']);
  });

  it('每条消息都有一个角色；模式和核对都通过', () => {
    const faults: string[] = [];
    const report = (code: string, pointer: string) => void faults.push(`${code} ${pointer}`);
    checkNote(note!, transcript, undefined, report);
    checkAgainst(note!, ledger, report);
    checkLedger(ledger, transcript, report);
    expect(faults).toEqual([]);
    expect(schemaFaults('note', note)).toEqual([]);
    expect(ledger.runs.map(({ role }) => role)).toContain('discussion');
  });

  it('页面：参与的人、问答、其余发言，没有讲者', () => {
    const page = renderMarkdown(note!);
    for (const part of ['参与：', '## 问答', '## 其余发言', '## 主题']) expect(page).toContain(part);
    for (const part of ['讲者', '## 正文', '## 大纲', 'speaker:']) expect(page).not.toContain(part);
  });

  it('没有要求就没有讨论的笔记', () => {
    expect(of('payclub/2024-06-20', false).notes).toEqual([]);
  });
});

describe('算不算讨论', () => {
  it.each<[string, Row[], number]>([
    ['三个人有问有答', remarks([mai, wen, qi]), 1],
    ['两个人对话', remarks([mai, wen]), 0],
    ['一个人自言自语', remarks([mai]), 0],
    ['消息太少', remarks([mai, wen, qi]).slice(0, 6), 0],
    [
      '没有人提问',
      remarks([mai, wen, qi]).map(
        ([time, by, text]): Row => [
          time,
          by,
          text
            .replace(/请问|[？呢]/gu, '')
            .replace('要不要', '要')
            .replace('怎么交', '照交')
            .replace('算不算', '算'),
        ],
      ),
      0,
    ],
    [
      '一天里各说各的，隔得太久',
      remarks([mai, wen, qi]).map(
        ([, by, text], index): Row => [`${String(9 + index).padStart(2, '0')}:00`, by, text],
      ),
      0,
    ],
  ])('%s', (_, rows, count) => {
    expect(found(rows).notes).toHaveLength(count);
  });

  it('闲聊的一天没有', () => {
    expect(of('payclub/2024-06-21').notes).toEqual([]);
  });

  it.each(['riskroom/2024-05-09', 'payclub/2024-04-20', 'tradetalk/2024-04-12', 'payclub/2024-04-19'])(
    '没有讲座的其他日志：%s 的笔记只会是讨论',
    (path) => {
      expect(of(path).notes.every(({ kind }) => kind === 'discussion')).toBe(true);
    },
  );

  it('有讲座的日子不变', () => {
    expect(of('payclub/2024-07-22').notes).toEqual(of('payclub/2024-07-22', false).notes);
  });
});
