import { type ILevelsOptions, type IPropertiesOptions, LevelFormat } from 'docx';
import type { Note } from '../../schema/note.js';

/** Levels of lists that Word has. */
export const deepest = 8;
/** Twentieths of a point by which each level of a list is moved in. */
const step = 420;

const indentAt = (level: number) => ({ left: step * (level + 1), hanging: step });

/** How far text that goes on within an item is moved in. */
export const indentWithin = (level: number) => ({ left: step * (level + 1) });

const levels = (format: 'bullet' | 'decimal', first: number, start = 1): ILevelsOptions[] =>
  Array.from({ length: deepest + 1 }, (_, level) => ({
    level,
    format: format === 'bullet' ? LevelFormat.BULLET : LevelFormat.DECIMAL,
    text: format === 'bullet' ? ['•', '◦', '▪'][level % 3]! : `%${level + 1}.`,
    start: level === first ? start : 1,
    style: { paragraph: { indent: indentAt(level) } },
  }));

/** The list without numbers that all such lists are of. */
export const bullets = { reference: 'bullets', levels: levels('bullet', 0) };

/** A list with numbers of its own. */
export const numbered = (reference: string, level: number, start: number) => ({
  reference,
  levels: levels('decimal', level, start),
});

/** Fonts that Word has for each script, and the languages that its spelling goes by. */
const faces: Record<Note['language'], { eastAsia: string; tag: string }> = {
  'zh-Hans': { eastAsia: 'Microsoft YaHei', tag: 'zh-CN' },
  'zh-Hant': { eastAsia: 'Microsoft JhengHei', tag: 'zh-TW' },
  en: { eastAsia: 'Microsoft YaHei', tag: 'zh-CN' },
};

/** The styles of a document in a language; sizes are half points. */
export function stylesOf(language: Note['language']): NonNullable<IPropertiesOptions['styles']> {
  const { eastAsia, tag } = faces[language];
  const font = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Calibri', eastAsia };
  const heading = (size: number) => ({
    run: { size, bold: true, font, color: '000000' },
    paragraph: { keepNext: true, spacing: { before: 240, after: 80 } },
  });
  return {
    default: {
      document: {
        run: { font, size: 21, language: { value: 'en-US', eastAsia: tag } },
        paragraph: { spacing: { after: 80, line: 320 } },
      },
      title: { run: { size: 36, bold: true, font }, paragraph: { spacing: { after: 200 } } },
      heading1: heading(28),
      heading2: heading(25),
      heading3: heading(23),
      heading4: heading(21),
      heading5: heading(21),
      heading6: heading(21),
    },
    paragraphStyles: [
      {
        id: 'Quote',
        name: 'Quote',
        basedOn: 'Normal',
        paragraph: { indent: { left: step } },
        run: { italics: true },
      },
      {
        id: 'Code',
        name: 'Code',
        basedOn: 'Normal',
        run: { font: { ascii: 'Consolas', hAnsi: 'Consolas', eastAsia } },
      },
    ],
  };
}
