import type { Transcript } from '../transcript.js';

/** What a reader noticed and read on: stable code, the message, and the line (from 1) where there is one. */
export type Warning = Transcript['warnings'][number];

const reasons = {
  'log-empty': 'the file is empty',
  'log-without-messages': 'the log has front matter, but no message',
  'character-cut': 'the file ends in the middle of a character; its bytes were left out',
  'header-cut': 'the file ends in the middle of a message header; the rest of the line was left out',
  'message-cut': 'the file ends right after a message header; the message is empty',
  'text-before-messages': 'there is text before the first message header; it belongs to no message',
  'nul-characters': 'NUL characters stand in the text; they were kept',
  'front-matter-ignored': 'this line of the front matter is no plain "key: value"; it was ignored',
  'date-invalid': 'the date of the front matter is no date of the calendar; it was ignored',
  'date-counted':
    'nothing states the days of this log from here on; they were counted by its midnights, so that days without a message are missed',
  'date-differs': 'file name and front matter give different dates; the file name counts',
} as const;

/** Stable name of a warning. */
export type WarningCode = keyof typeof reasons;

/** Makes the warning of a code; `line` counts from 1. */
export function warning(code: WarningCode, line?: number): Warning {
  return line === undefined ? { code, reason: reasons[code] } : { code, reason: reasons[code], line };
}
