import type { Message } from '../transcript.js';
import { chatMarkdownScanner, detectChatMarkdown, isHeader } from './chat-markdown.js';
import type { Line } from './lines.js';
import type { RawMessage } from './messages.js';
import type { Warning } from './warnings.js';

/** What a scanner is given. It keeps no message that has ended, so that a log of any length can be read. */
export interface ScanOptions {
  /** Named in errors. */
  file?: string;
  /** Called with each message, in the order of the log, as soon as its end is known. */
  emit: (message: Message) => void;
  /** Makes a message, right before it is emitted; without, as `messageMaker` does. */
  make?: (raw: RawMessage) => Message;
  /** By so many seconds at most is a quoted message earlier than the one that quotes it; half a day if not given. */
  quotedFall?: number;
}

/** Takes the lines of one log, in order and each once; then `end`. */
export interface LogScanner {
  push(line: Line): void;
  end(): void;
  /** Complete once the first message came; undefined if the log has none. */
  readonly frontMatter: Record<string, string> | undefined;
  /** Complete after `end`. */
  readonly warnings: Warning[];
}

/** A log format: how to recognise it, and how to read it line by line. */
export interface Format {
  /** Stands in the note's `sources[].format`. */
  name: string;
  /** Tells by the beginning of the decoded text (the first 64 Ki UTF-16 units, or all of it). */
  detect(head: string): boolean;
  /** Tells a line that looks like the beginning of a message: a day's front matter within a long log stands above one. */
  isHeader(text: string): boolean;
  scanner(options: ScanOptions): LogScanner;
}

/** All formats that are read, one line each; the first that recognises a log reads it. */
export const formats: Format[] = [
  { name: 'chat-markdown', detect: detectChatMarkdown, isHeader, scanner: chatMarkdownScanner },
];
