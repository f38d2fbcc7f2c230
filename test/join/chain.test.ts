import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extractChain } from '../../src/join/chain.js';
import { chainsOf } from '../../src/join/chains.js';
import { joinedTree } from '../../src/join/tree.js';
import { renderMarkdown } from '../../src/markdown/note.js';
import { gather, spread } from '../../src/note/sources.js';
import { extract } from '../../src/pipeline.js';
import { readTranscript } from '../../src/read/chatlog.js';
import { schemaFaults } from '../../src/validate.js';
import { checkNote } from '../../src/verify/note.js';
import { eachSpan } from '../../src/verify/spans.js';
import { lexicon } from '../stages/chat.js';

const file = (path: string) => `test/fixtures/logs/${path}-chat.markdown`;
const bytes = (path: string) => readFileSync(file(path));
const chain = (...paths: string[]) =>
  extractChain(
    paths.map((path) => ({ log: bytes(path), path: file(path) })),
    { lexicon },
  );
const alone = (path: string) => extract(bytes(path), { path: file(path), lexicon });
const trees = (paths: string[]) => paths.map((path) => readTranscript(bytes(path), file(path)));

const midnight = ['riskroom/2024-07-15', 'riskroom/2024-07-16'];
const morning = ['hkpay/2024-07-18', 'hkpay/2024-07-19'];

describe.each([midnight, morning])('%s 和 %s', (...paths) => {
  const [first, next] = chain(...paths);
  const [note] = first!.notes;

  it('只有一份笔记，归在前一天，两份账都列出它', () => {
    expect([first!.notes.length, next!.notes.length]).toEqual([1, 0]);
    expect(note!.sources.map(({ path }) => path)).toEqual(paths.map((path) => `${path}-chat.markdown`));
    for (const { ledger } of [first!, next!]) {
      expect(ledger.notes).toEqual([note!.id]);
      expect(ledger.runs.at(-1)!.last).toBe(ledger.source.messages - 1);
      expect(ledger.runs.some(({ note: of }) => of === note!.id)).toBe(true);
    }
  });

  it('编号和单独一天时相同', () => {
    expect(note!.id).toBe(alone(paths[0]!).notes[0]!.id);
  });

  it('每段引文都在它的那份日志的那条消息里', () => {
    const logs = trees(paths);
    let count = 0;
    eachSpan(note, ({ source = 0, message, start, end, text }) => {
      expect(logs[source]!.children[message]!.text.slice(start, end)).toBe(text);
      count += source;
    });
    expect(count).toBeGreaterThan(0);
  });

  it('模式和核对都通过，改一个字就不通过', () => {
    const faultsOf = (one: NonNullable<typeof note>) => {
      const faults: string[] = [];
      checkNote(gather(one), joinedTree(trees(paths)), undefined, (code) => void faults.push(code));
      return faults;
    };
    expect(schemaFaults('note', note)).toEqual([]);
    expect(faultsOf(note!)).toEqual([]);
    const broken = structuredClone(note!);
    broken.qa[0]!.answers.at(-1)!.spans[0]!.text += '改';
    expect(faultsOf(broken)).toEqual(['span-text']);
  });

  it('连续编号和分日志编号互为逆运算', () => {
    expect(spread(gather(note!))).toEqual(note);
  });

  it('页面的脚注写出各自的日志', () => {
    const page = renderMarkdown(note!);
    for (const path of paths) expect(page).toContain(`${path}-chat.markdown · 消息`);
  });
});

describe('接起来的内容', () => {
  it('过了午夜的讲座：正文、小标题和问答都接上', () => {
    const note = chain(...midnight)[0]!.notes[0]!;
    const label = JSON.parse(readFileSync('test/fixtures/labels/riskroom_2024-07-15.json', 'utf8'));
    const [[from, to]] = label.talks[0].lecture;
    expect(note.lecture!.messages).toEqual(Array.from({ length: to - from + 1 }, (_, i) => from + i));
    expect(note.lecture!.continued).toEqual([{ source: 1, messages: [0, 1, 2, 3, 4, 5] }]);
    expect(note.sections.map(({ source = 0, title }) => [source, title]).at(-1)).toEqual([
      1,
      '上线以后怎么养',
    ]);
    expect(note.schedule.last).toEqual({ source: 1, message: 5, time: '00:10:00' });
    expect(note.qa).toHaveLength(1);
  });

  it('第二天早上的回答：点名的和引用的', () => {
    const { qa, lecture } = chain(...morning)[0]!.notes[0]!;
    expect(lecture).not.toHaveProperty('continued');
    expect(
      qa.map(({ question, answers }) => [
        question.messages,
        answers.map(({ source, messages }) => [source, messages]),
      ]),
    ).toEqual([
      [[16], [[1, [2]]]],
      [[17], [[1, [3]]]],
    ]);
  });
});

describe('不该接的', () => {
  it.each([
    ['前后两天各有各的讲座', ['tradetalk/2024-07-09', 'tradetalk/2024-07-10']],
    ['隔了一天', ['payclub/2024-06-21', 'payclub/2024-07-22']],
    ['后一天没有讲者的话', ['payclub/2024-04-19', 'payclub/2024-04-20']],
  ])('%s', (_, paths) => {
    expect(chain(...paths).map(({ notes, ledger }) => ({ notes, ledger }))).toEqual(
      paths.map(alone).map(({ notes, ledger }) => ({ notes, ledger })),
    );
  });
});

describe('哪些日志要放在一起看', () => {
  const seen = (name: string, date: string | null, speakers: string[], senders: string[]) => ({
    file: `logs/${name}`,
    day: { date, speakers, senders, prints: [] },
  });
  it.each<[string, ReturnType<typeof seen>[], string[][]]>([
    [
      '前一天的讲者第二天说过话',
      [seen('a', '2024-05-31', ['甲'], ['甲']), seen('b', '2024-06-01', [], ['甲', '乙'])],
      [['logs/a', 'logs/b']],
    ],
    [
      '给的次序不要紧',
      [seen('b', '2024-06-01', [], ['甲']), seen('a', '2024-05-31', ['甲'], [])],
      [['logs/a', 'logs/b']],
    ],
    ['第二天他没有说话', [seen('a', '2024-05-31', ['甲'], []), seen('b', '2024-06-01', [], ['乙'])], []],
    ['隔了一天', [seen('a', '2024-05-31', ['甲'], []), seen('b', '2024-06-02', [], ['甲'])], []],
    ['不在一个文件夹', [seen('x/a', '2024-05-31', ['甲'], []), seen('y/b', '2024-06-01', [], ['甲'])], []],
    ['不知道日期', [seen('a', null, ['甲'], []), seen('b', '2024-06-01', [], ['甲'])], []],
  ])('%s', (_, logs, files) => {
    expect(chainsOf(logs).map((one) => one.map(({ file: path }) => path))).toEqual(files);
  });
});
