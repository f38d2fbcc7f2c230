import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import type { Message, Transcript } from '../transcript.js';

const header = /^> (\d\d):(\d\d):(\d\d) {2}(.*)$/;

/** TEMPORARY minimal reader: the reader's author replaces it, keeping this function. */
export function readTranscript(bytes: Uint8Array, path: string): Transcript {
  const text = new TextDecoder('utf-8').decode(bytes);
  const lines = text.split(/\r?\n/);
  const children: Message[] = [];
  let body: string[] = [];
  let current: Message | undefined;
  const close = () => {
    if (!current) return;
    current.text = body.join('\n').trim();
    current.key = createHash('sha256').update(`${current.time}\n${current.sender}\n${current.text}`).digest('hex').slice(0, 16);
    children.push(current);
  };
  lines.forEach((line, index) => {
    const match = header.exec(line);
    if (match) {
      close();
      body = [];
      const point = { line: index + 1, column: 1, offset: 0 };
      current = {
        type: 'message', id: children.length, key: '', time: `${match[1]}:${match[2]}:${match[3]}`,
        clock: Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3]),
        sender: match[4]!.trim(), text: '', position: { start: point, end: point }, body: { line: index + 3, column: 1 }, cues: [],
      };
    } else body.push(line);
  });
  close();
  const parts = dirname(path).split('/').filter((part) => part !== '_posts');
  const group = parts.at(-1) ?? '';
  const date = /\d{4}-\d\d-\d\d/.exec(basename(path))?.[0] ?? null;
  return {
    type: 'transcript', children, encoding: 'utf-8', date, frontMatter: {}, warnings: [], talks: [],
    source: { path: `${group}/${basename(path)}`, format: 'chat-markdown', group, sha256: createHash('sha256').update(bytes).digest('hex'), messages: children.length },
  };
}
