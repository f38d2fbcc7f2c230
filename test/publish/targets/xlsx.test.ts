import readExcel from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { xlsx } from '../../../src/publish/targets/xlsx.js';
import { textIn } from '../../../src/publish/zip.js';
import type { Note } from '../../../src/schema/note.js';
import { note, span } from '../../note.js';
import { collected, rendered } from '../collection.js';

const bytesOf = async (fields: Partial<Note> = {}) => {
  const pages = await rendered(xlsx, collected([note(fields)]));
  return Buffer.from(pages.get('jianglu.xlsx')!.content as Uint8Array);
};
const sheets = async (fields: Partial<Note> = {}) => {
  const read = await readExcel(await bytesOf(fields));
  return new Map(read.map(({ sheet, data }) => [sheet, data]));
};
const asked = (text: string): Partial<Note> => ({
  qa: [
    {
      question: { by: '青竹', messages: [4], spans: [span('怎么贴现？', 4)] },
      answers: [{ by: '木棉', messages: [5], spans: [span(text, 5)] }],
    },
  ],
});
const answer = async (text: string) => (await sheets(asked(text))).get('问答')![1]![4];

describe('the workbook', () => {
  it('has the tables as sheets in the language of the talks', async () => {
    const read = await sheets(asked('先背书'));
    expect([...read.keys()]).toEqual(['术语', '问答', '大纲']);
    expect(read.get('问答')).toEqual([
      [
        ...['问题', '提问', '问题的消息', '问题的记录', '回答', '答者'],
        ...['分享标识', '分享', '日期', '讲者', '消息', '聊天记录'],
      ],
      [
        ...['怎么贴现？', '青竹', 4, 'club/2024-03-15-chat.markdown', '先背书', '木棉'],
        ...['club-2024-03-15-0123abcd', '票据', '2024-03-15', '木棉', 5, 'club/2024-03-15-chat.markdown'],
      ],
    ]);
    expect([...(await sheets({ language: 'en' })).keys()]).toEqual(['Glossary', 'Questions', 'Outlines']);
  });

  it.each(['=1+1', '＝1', '-5', '0123', '<b>&"', 'a_x0041_b', '2024-03-15', 'TRUE', '一\n二'])(
    'shows %j as it was typed',
    async (text) => {
      expect(await answer(text)).toBe(text);
    },
  );

  it('holds no formula, and links nothing', async () => {
    const bytes = await bytesOf(asked('=HYPERLINK("https://a.example") https://b.example'));
    for (const sheet of [1, 2, 3]) {
      const xml = textIn(bytes, `xl/worksheets/sheet${sheet}.xml`)!;
      expect(xml).not.toMatch(/<f>|hyperlink/iu);
    }
    expect(textIn(bytes, '_rels/.rels')).not.toContain('TargetMode="External"');
  });

  it('cuts what no cell holds, and says so', async () => {
    const cut = (await answer('票'.repeat(40_000))) as string;
    expect(cut).toHaveLength(32_767);
    expect(cut).toMatch(/票……（单元格放不下，已截断）$/u);
  });

  it('comes out in the same bytes, whenever it is made', async () => {
    const first = await bytesOf(asked('先背书'));
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect((await bytesOf(asked('先背书'))).equals(first)).toBe(true);
  });

  it('tells which page it is', async () => {
    expect(xlsx.keyOf(await bytesOf())).toBe('index:workbook');
    expect(xlsx.keyOf(new Uint8Array([80, 75, 3, 4]))).toBeUndefined();
  });
});
