import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon.js';
import { passagesOf } from '../../src/stages/topics/passages.js';
import { phrasesOf, subjectsOf } from '../../src/stages/topics/phrases.js';
import { rateOf } from '../../src/stages/topics/rates.js';
import { rankedOf, topics } from '../../src/stages/topics.js';
import type { Message, Section, Talk, Transcript } from '../../src/transcript.js';

const lexicon = loadLexicon();

/** A transcript of these texts in which the first announces the talk and the others are its lecture. */
function transcriptOf(title: string, texts: string[], sections: Section[] = []): Transcript {
  const children = [`今晚的主题是 “${title}”`, ...texts].map((text, id) => ({ id, text }) as Message);
  const lecture = texts.map((_, i) => i + 1);
  const talk = {
    announcement: [0],
    title,
    titleFrom: [],
    lecture,
    sections,
    qa: [],
    topics: [],
    glossary: [],
  } as unknown as Talk;
  return { children, talks: [talk] } as unknown as Transcript;
}

function topicsOf(transcript: Transcript) {
  (topics as unknown as (lexicon: unknown) => (tree: Transcript) => void)(lexicon)(transcript);
  return transcript.talks[0]!.topics;
}

const texts = [
  '仓单质押是指货主把货物存进仓库，凭仓单向银行融资。',
  '1）信用风险主要指借款人到期不还。\n2）价格风险：货物跌价。',
  '浮动盘点机每天扫一遍仓库，浮动盘点机的读数会传给银行。',
  '银行看到仓单质押的货物少了，就会要求补货：信用风险和操作风险是一家。',
];

describe('topics', () => {
  const found = topicsOf(transcriptOf('浅谈仓单质押', texts));
  const labels = found.map(({ label }) => label);

  it('puts the subject of the title first', () => {
    expect(found[0]).toMatchObject({ label: '仓单质押', origin: 'lexicon' });
    expect(found[0]!.evidence[0]).toMatchObject({ message: 0, text: '仓单质押' });
  });

  it('weighs how often a concept was tagged, of a term of the text nothing', () => {
    const tree = transcriptOf('浅谈仓单质押', texts);
    const ranked = rankedOf(passagesOf(tree.talks[0]!, tree), lexicon);
    const tagged = (name: string) =>
      ranked.find(({ candidate }) => candidate.label === name)!.features.tagged;
    const { id } = ranked.find(({ candidate }) => candidate.label === '信用风险')!.candidate;
    expect(tagged('信用风险')).toBe(rateOf(id));
    expect(tagged('浮动盘点机')).toBe(0);
  });

  it('finds concepts of the taxonomy and terms of the text', () => {
    expect(labels).toContain('信用风险');
    expect(found.find(({ id }) => id === 'text:浮动盘点机')).toMatchObject({
      label: '浮动盘点机',
      origin: 'text',
    });
  });

  it('gives at most eight, best first behind the subject, none twice', () => {
    expect(found.length).toBeLessThanOrEqual(8);
    expect(new Set(labels).size).toBe(labels.length);
    const scores = found.slice(1).map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('finds a concept written in traditional characters', () => {
    const [first] = topicsOf(transcriptOf('出口退稅', ['出口退稅的流程。', '出口退稅要看單證。']));
    expect(first).toMatchObject({ id: 'export-tax-rebate', label: '出口退税' });
  });

  it('does not tag a whole domain beside its concepts', () => {
    const all = topicsOf(
      transcriptOf('仓单质押', ['风险很多，风险要控制，风险包括信用风险和操作风险，信用风险最大。']),
    );
    expect(all.map(({ label }) => label)).not.toContain('风险');
  });

  it.each([
    [
      '跨境支付',
      ['跨境支付很快，支付要牌照，支付要备案，支付要对账。', '跨境支付靠收单机构，支付有风险。'],
      '支付',
    ],
    [
      '贷款展期',
      ['贷款展期要签协议，贷款逾期了才办，贷款合同要改。', '贷款展期以后，贷款的利息照算。'],
      '贷款',
    ],
  ])('puts %s first and no bare head beside it', (title, lines, bare) => {
    const labels = topicsOf(transcriptOf(title, lines)).map(({ label }) => label);
    expect(labels[0]).toBe(title);
    expect(labels).not.toContain(bare);
  });

  it('keeps a general topic that the title names', () => {
    const labels = topicsOf(
      transcriptOf('信用风险和风险管理', ['信用风险最大，风险管理要做，信用风险要控制，风险管理分三步。']),
    ).map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['信用风险', '风险管理']));
  });

  it('gives synonyms one label', () => {
    const found = topicsOf(transcriptOf('', ['反洗钱很重要，AML 系统要建，反洗钱要报送，AML 要培训。']));
    expect(found.filter(({ id }) => id === 'anti-money-laundering')).toHaveLength(1);
    expect(found.map(({ label }) => label)).not.toContain('AML');
  });

  it('finds nothing where nothing is said', () => {
    expect(topicsOf(transcriptOf('', ['[鼓掌]', 'https://example.org/tax-refund']))).toEqual([]);
  });

  it('quotes verbatim and gives the same each time', () => {
    const piece = fc.constantFrom(
      '信用风险',
      '仓单',
      '退稅',
      '的',
      '，',
      '😀',
      '\ud800',
      ' ',
      '\n',
      'POS',
      '浮动盘点机',
      '&#160;',
    );
    fc.assert(
      fc.property(fc.array(fc.array(piece, { maxLength: 8 }), { maxLength: 4 }), (lines) => {
        const make = () =>
          transcriptOf(
            '仓单质押',
            lines.map((parts) => parts.join('')),
          );
        const transcript = make();
        const tagged = topicsOf(transcript);
        for (const { evidence, score } of tagged) {
          expect(evidence.length).toBeGreaterThan(0);
          expect(score).toBe(Math.round(score * 1000) / 1000);
          for (const { message, start, end, text } of evidence) {
            expect(transcript.children[message]!.text.slice(start, end)).toBe(text);
          }
        }
        expect(topicsOf(make())).toEqual(tagged);
      }),
      { numRuns: 40 },
    );
  });
});

describe('phrasesOf', () => {
  const phrases = (text: string) =>
    phrasesOf(text, { alone: new Set(['系统']), first: new Set(['浅谈']) }).map(({ start, end }) =>
      text.slice(start, end),
    );

  it('joins nouns that stand side by side', () => {
    expect(phrases('账户系统')).toEqual(['账户', '账户系统']);
  });

  it.each(['浅谈', '系统', '我们的', '，', '很', '1'])('finds nothing in %s', (text) =>
    expect(phrases(text)).toEqual([]),
  );
});

describe('subjectsOf', () => {
  it.each([
    ['浅谈仓单质押', ['仓单质押']],
    ['仓储系统设计方案', ['仓储系统']],
    ['仓单质押，库存管理', ['仓单质押', '库存管理']],
    ['运费的计算和支付', ['运费', '计算', '支付']],
    ['一', []],
  ])('takes %s apart', (title, expected) => {
    expect(subjectsOf(title, lexicon.subjects).map(({ start, end }) => title.slice(start, end))).toEqual(
      expected,
    );
  });
});
