import { type Article, readArticle } from '../align/article.js';

/** A turn of a page's questions: `- 问 · NICK：` or `- A · NICK: `. */
const turn = /^\s{0,6}[-*] (问|問|答|Q|A) · [^：:\n]{0,80}[：:]/u;

/**
 * Reads the page that jianglu renders of a note as if it were an article: without the facts above the first part,
 * each turn as editors mark it. Outline, topics, glossary and review, which repeat the talk, become asides.
 */
export function readPage(markdown: string): Article {
  const lines = markdown.split('\n');
  const end = lines.indexOf('---', 1);
  const first = lines.findIndex((line, at) => at > end && line.startsWith('## '));
  const body = (first < 0 ? [] : lines.slice(first)).map((line) =>
    line.replace(turn, (_, side: string) => (/[答A]/u.test(side) ? 'A：' : 'Q：')),
  );
  return readArticle([...lines.slice(0, end + 1), ...body].join('\n'));
}
