import { type Language, type Words, wordsOf } from '../../../pages/words.js';
import type { Note } from '../../../schema/note.js';

/** What pages of a site say otherwise than those of serve: they show citations, and pictures lie elsewhere. */
const own: Record<Language, Pick<Words['talk'], 'log' | 'noPicture'>> = {
  zh: { log: '所引原话', noPicture: '图片在别处，可打开原链接' },
  en: { log: 'Messages cited', noPicture: 'The picture lies elsewhere: open its link' },
};

/** Texts, and what functions give, in traditional characters. */
function converted<T>(value: T, convert: (text: string) => string): T {
  if (typeof value === 'string') return convert(value) as T;
  if (typeof value === 'function') return ((...args: unknown[]) => convert(value(...args))) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, child]) => [key, converted(child, convert)]);
  return Object.fromEntries(entries) as T;
}

async function traditional(words: Words): Promise<Words> {
  const { Converter } = await import('opencc-js/cn2t');
  return { ...converted(words, Converter({ from: 'cn', to: 'tw' })), lang: 'zh-Hant' };
}

/** The words of a site's pages, in the language that most of its talks are in. */
export async function siteWords(language: Note['language']): Promise<Words> {
  const name: Language = language === 'en' ? 'en' : 'zh';
  const words = wordsOf(name);
  const spoken = { ...words, talk: { ...words.talk, ...own[name] } };
  return language === 'zh-Hant' ? await traditional(spoken) : spoken;
}
