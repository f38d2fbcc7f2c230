import type { Mention } from './mentions.js';

/** The line of dashes that WeChat puts under what it quotes. */
const underline = /- - - - -/u;
/** The nick in front of a quotation: behind its opening bracket, before a colon. */
const quoted = /「( {0,3})([^「」\n:：]{1,48})[:：]/gu;

/** Nicks of those whom a message quotes, as WeChat writes it: `「NICK：their words」` above a line of dashes. */
export function quotedIn(text: string): Mention[] {
  if (!text.includes('「') || !underline.test(text)) return [];
  return [...text.matchAll(quoted)].flatMap((match) => {
    const name = match[2]!.trimEnd();
    const start = match.index + 1 + match[1]!.length;
    return name === '' ? [] : [{ start, end: start + name.length, name }];
  });
}
