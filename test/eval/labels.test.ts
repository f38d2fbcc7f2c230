import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { JiangluError } from '../../src/errors.js';
import { readLabels } from '../../src/eval/labels.js';
import { readNotes } from '../../src/eval/notes.js';
import { labelText } from '../../src/label/labels.js';
import { schemaFaults } from '../../src/validate.js';
import { folder } from '../cli/jianglu.js';
import { ledger, note } from '../note.js';
import { label } from './case.js';

const fixtures = fileURLToPath(new URL('../fixtures/labels', import.meta.url));
const good = { log: 'demo/2024-05-06', talks: [label({ lecture: [1, [2, 4]] })] };

/** A folder of one JSON file. */
function holding(value: unknown, name = 'demo.json'): string {
  const path = folder();
  mkdirSync(join(path, 'below'));
  writeFileSync(join(path, 'below', name), JSON.stringify(value));
  return path;
}

/** What reading throws. */
function thrown(read: () => unknown): unknown {
  try {
    read();
  } catch (error) {
    if (error instanceof JiangluError) return [error.code, error.pointer];
  }
  return undefined;
}

describe('标注文件', () => {
  it.each(readdirSync(fixtures))('%s 合乎约定', (name) =>
    expect(schemaFaults('labels', JSON.parse(readFileSync(join(fixtures, name), 'utf8')))).toEqual([]),
  );

  it('`jianglu label` 写的合乎约定', () => {
    const text = labelText({ group: 'club', date: '2024-03-15' }, [note({ host: null })], {
      topics: {},
      none: [],
      doubts: '',
    });
    expect(schemaFaults('labels', JSON.parse(text))).toEqual([]);
  });

  it('下层文件夹里的也读', () => expect(readLabels(holding(good))).toEqual([good]));

  it.each<[string, unknown, string]>([
    ['没有日志名', { talks: [] }, ''],
    ['日志名没有日期', { log: 'demo', talks: [] }, '/log'],
    ['没有讲者', { ...good, talks: [label({ speakers: [] })] }, '/talks/0/speakers'],
    ['编号为负', { ...good, talks: [label({ lecture: [-1] })] }, '/talks/0/lecture/0'],
    ['范围缺一端', { ...good, talks: [label({ lecture: [[1]] })] }, '/talks/0/lecture/0'],
    [
      '种类不认识',
      { ...good, talks: [label({ glossary: [{ term: '仓单', kind: 'word' as never, msg: 1 }] })] },
      '/talks/0/glossary/0/kind',
    ],
    ['多出的字段', { ...good, extra: 1 }, '/extra'],
  ])('%s：说出文件和位置', (_, value, pointer) =>
    expect(thrown(() => readLabels(holding(value)))).toEqual(['labels-invalid', pointer]),
  );

  it('没有 JSON 文件', () => {
    expect(thrown(() => readLabels(folder()))).toEqual(['folder-without-json', undefined]);
    expect(thrown(() => readLabels(join(folder(), 'none')))).toEqual(['file-missing', undefined]);
  });
});

describe('笔记的文件夹', () => {
  it('笔记按日志，账本在一边，别的不看', () => {
    const path = holding(note());
    writeFileSync(join(path, 'a.ledger.json'), JSON.stringify(ledger()));
    writeFileSync(join(path, 'b.edits.json'), JSON.stringify({ kind: 'edits', version: 1, note: 'x' }));
    writeFileSync(join(path, 'c.json'), 'null');
    const { notes, ledgers } = readNotes(path);
    expect([...notes.keys()]).toEqual(['club/2024-03-15']);
    expect(notes.get('club/2024-03-15')).toMatchObject([{ id: note().id, title: '票据' }]);
    expect(ledgers.map(({ ledger: one }) => one.source.path)).toEqual(['club/2024-03-15-chat.markdown']);
  });

  it('只有一部分字段的笔记也算', () => {
    const { sources, lecture } = note();
    const [one] = readNotes(holding({ sources, lecture })).notes.get('club/2024-03-15')!;
    expect(one).toMatchObject({
      id: null,
      title: '',
      speakers: [],
      qa: [],
      topics: [],
      glossary: [],
      sections: [],
    });
  });
});
