import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Article, readArticle } from './article.js';
import { leastOverlap } from './labels.js';
import { daysAround, overlap, within } from './locate.js';
import { type Log, type LogMessage, prepare } from './log.js';

/** The articles and day logs of a corpus, logs read when first asked for. */
export interface Corpus {
  articles: { file: string; article: Article }[];
  /** Names of the logs, GROUP/DATE, sorted. */
  names: string[];
  path(name: string): string;
  log(name: string): Log;
  /** The logs that hold the article's talk, the best first. */
  logsOf(article: Article): { name: string; overlap: number }[];
}

/** Opens SHARED/corpus; `read` gives a log's messages from its bytes and path. */
export function openCorpus(
  shared: string,
  read: (bytes: Uint8Array, path: string) => readonly LogMessage[],
): Corpus {
  const edited = join(shared, 'corpus/edited');
  const articles = readdirSync(edited)
    .sort()
    .map((file) => ({ file, article: readArticle(readFileSync(join(edited, file), 'utf8')) }));
  const folder = join(shared, 'corpus/logs');
  const names = readdirSync(folder)
    .flatMap((group) => readdirSync(join(folder, group)).map((file) => `${group}/${file.slice(0, 10)}`))
    .sort();
  const known = new Map<string, Log>();
  const path = (name: string) => join(folder, `${name}-chat.markdown`);
  const log = (name: string) => {
    const ready = known.get(name) ?? prepare(read(readFileSync(path(name)), path(name)));
    known.set(name, ready);
    return ready;
  };
  const logsOf = (article: Article) =>
    names
      .filter((name) => within(name.slice(-10), article.date, daysAround))
      .map((name) => ({ name, overlap: overlap(article, log(name)) }))
      .filter((found) => found.overlap >= leastOverlap)
      .sort((a, b) => b.overlap - a.overlap || (a.name < b.name ? -1 : 1));
  return { articles, names, path, log, logsOf };
}
