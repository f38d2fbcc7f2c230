import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/pipeline.js';
import { type Print, printOf, twinHint, twinsOf } from '../../src/run/twins.js';
import { lexicon } from '../stages/chat.js';

function printed(path: string): Print[] {
  const file = `test/fixtures/logs/${path}-chat.markdown`;
  const { notes, transcript } = extract(readFileSync(file), { path: file, lexicon });
  return notes.map((note) => printOf(note, transcript.children));
}

const pair = (prints: Print[]) =>
  [...twinsOf(prints, lexicon.people)].map(([id, others]) => [id, others.map((one) => one.id)]);

const print = (id: string, change: Partial<Print> = {}): Print => ({
  id,
  path: `${id}.markdown`,
  title: '分账产品的边界',
  speakers: ['姜牧野-拾光科技-产品-杭州'],
  texts: ['1', '2', '3', '4', '5', '6'],
  ...change,
});

describe('同一场讲座讲了两遍', () => {
  it('两个群里的同一场：各自指出另一份', () => {
    const [one, other] = [...printed('payclub/2024-07-22'), ...printed('techroom/2024-07-22')];
    expect(pair([one!, other!])).toEqual([
      [one!.id, [other!.id]],
      [other!.id, [one!.id]],
    ]);
    expect(twinHint(other!).phrases![0]!.values).toMatchObject({ id: other!.id });
  });

  it.each<[string, Partial<Print>, boolean]>([
    ['文字相同，题目和昵称都不同', { title: '', speakers: ['牧野'] }, true],
    ['题目和讲者相同，文字重打过', { texts: ['7', '8', '9', '10'] }, true],
    ['昵称长短不同', { speakers: ['姜牧野'], texts: [] }, true],
    ['只有题目相同', { speakers: ['孟春山-青螺物流-海运-厦门'], texts: ['7', '8', '9', '10'] }, false],
    ['只有讲者相同', { title: '对账产品的边界', texts: ['7', '8', '9', '10'] }, false],
    ['相同的文字太少', { title: '', speakers: ['牧野'], texts: ['1', '2', '7', '8', '9', '10'] }, false],
    ['同一份日志里的两场', { path: 'a.markdown' }, false],
    ['都没有题目', { title: '', texts: [] }, false],
  ])('%s：%#', (_, change, expected) => {
    const first = print(
      'a',
      change.title === '' && change.texts?.length === 0 ? { title: '', texts: [] } : {},
    );
    expect(pair([first, print('b', change)]).length > 0).toBe(expected);
  });

  it('笔记的次序不要紧', () => {
    const three = ['a', 'b', 'c'].map((id) => print(id));
    expect(new Map(pair([...three].reverse()) as [string, string[]][])).toEqual(
      new Map(pair(three) as [string, string[]][]),
    );
  });
});
