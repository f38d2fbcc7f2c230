import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { type Theme, themes, type View } from '../pages/view.js';
import { type Language, wordsOf } from '../pages/words.js';

const isLanguage = (value: unknown): value is Language => value === 'zh' || value === 'en';
const isTheme = (value: unknown): value is Theme => themes.includes(value as Theme);

/** The first of our languages that a browser names; Chinese where it names none. */
function accepted(header: string): Language {
  const named = header.toLowerCase().match(/\b(?:zh|en)\b/gu) ?? [];
  return isLanguage(named[0]) ? named[0] : 'zh';
}

const cookie = { path: '/', maxAge: 31_536_000, sameSite: 'Lax' } as const;

/** What address, cookies and browser ask for, the earlier before the later; what the address asks for is kept in a cookie. */
export function viewOf(context: Context): View {
  const { lang, theme } = context.req.query();
  const kept = getCookie(context);
  if (isLanguage(lang)) setCookie(context, 'lang', lang, cookie);
  if (isTheme(theme)) setCookie(context, 'theme', theme, cookie);
  const language =
    [lang, kept.lang].find(isLanguage) ?? accepted(context.req.header('accept-language') ?? '');
  const { pathname, search } = new URL(context.req.url);
  return {
    language,
    words: wordsOf(language),
    theme: [theme, kept.theme].find(isTheme) ?? 'auto',
    path: pathname + search,
  };
}
