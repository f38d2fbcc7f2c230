import { readTranscript } from '../../src/read/chatlog.js';
import type { Encoding } from '../../src/read/decode.js';
import type { Transcript } from '../../src/transcript.js';

/** The legacy encoders that Node lacks, made of its decoders; built on first use. */
const tables = new Map<string, Map<string, number[]>>();

function tableOf(encoding: 'gb18030' | 'big5'): Map<string, number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding, { fatal: true });
  const add = (bytes: number[]) => {
    try {
      const char = decoder.decode(Uint8Array.from(bytes));
      if ([...char].length === 1 && !table.has(char)) table.set(char, bytes);
    } catch {
      // No character of this encoding.
    }
  };
  for (let code = 0; code < 128; code++) table.set(String.fromCharCode(code), [code]);
  for (let a = 0x81; a < 0xff; a++) for (let b = 0x40; b < 0xff; b++) if (b !== 0x7f) add([a, b]);
  tables.set(encoding, table);
  return table;
}

/** Text to bytes; undefined if the encoding lacks a character. */
export function encode(text: string, encoding: Encoding): Uint8Array | undefined {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const bytes: number[] = [];
  for (const char of text) {
    const code =
      tableOf(encoding).get(char) ?? (encoding === 'gb18030' ? fourBytes(char.codePointAt(0)!) : undefined);
    if (!code) return undefined;
    bytes.push(...code);
  }
  return Uint8Array.from(bytes);
}

/** GB18030 of characters beyond the BMP (emoji). */
function fourBytes(point: number): number[] | undefined {
  if (point < 0x10000) return undefined;
  let rest = point - 0x10000;
  const d = rest % 10;
  rest = Math.floor(rest / 10);
  const c = rest % 126;
  rest = Math.floor(rest / 126);
  return [0x90 + Math.floor(rest / 10), 0x30 + (rest % 10), 0x81 + c, 0x30 + d];
}

/** A message as the community's exporter writes it. */
export function entry(time: string, nick: string, body: string): string {
  return `> ${time}  ${nick}  \n   \n${body}  \n   \n`;
}

/** A log from text, read under a name that has no date. */
export function read(text: string, path = 'demo/chat.markdown'): Transcript {
  return readTranscript(Buffer.from(text), path);
}

/** What a table of expectations shows of a log: time, nick, text. */
export function rows(transcript: Transcript): string[][] {
  return transcript.children.map(({ time, sender, text }) => [time, sender, text]);
}

/** Codes of a transcript's warnings. */
export function codes(transcript: Transcript): string[] {
  return transcript.warnings.map((one) => one.code);
}
