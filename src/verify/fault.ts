/** What `verify` can find, with what it means. */
export const faultCodes = {
  unreadable: 'the file cannot be read, or is no JSON',
  kind: 'the file is neither a note nor a ledger',
  nothing: 'there is neither a note nor a ledger',
  schema: 'the schema does not allow it',
  'log-missing': 'the log was not found',
  'log-unreadable': 'the log cannot be read',
  'log-changed': 'the log is not the one that was read',
  source: 'the log gives another value',
  'span-range': 'the span lies outside its message',
  'span-surrogate': 'the span begins or ends inside a character',
  'span-text': 'the span is not verbatim',
  derived: 'the derived text differs when derived again',
  marker: 'the marker is not in the message',
  identity: 'the value does not follow from group, date, key and title',
  lecture: 'the lecture is not in order, or not in the lecture runs of the ledger',
  sender: 'the messages are sent by somebody else',
  schedule: 'the time is not that of the message',
  chatter: 'the count is not that of the ledger',
  'ledger-missing': 'no ledger lists the note',
  edits: 'the note does not follow its edits: extract the log again',
  'edits-missing': 'the edits of an edited note were not found',
  'edits-unreadable': 'the edits cannot be read',
  runs: 'the runs leave a gap, overlap, or end elsewhere than the log',
  notes: 'the notes listed are not those on disk',
  lexicon: 'the lexicon gives the concept another label',
  certainty: 'what the note says of its certainty does not fit it',
  'key-missing': 'nicks were replaced: only with the key can this be held against the log',
  'key-other': 'nicks were replaced by another key',
  kept: 'a nick that was kept writes nothing in the log',
  page: 'the page beside the note is not what the note gives',
} as const;

/** Name of a kind of fault. */
export type FaultCode = keyof typeof faultCodes;

/** One thing that is wrong in a note or ledger. */
export interface Fault {
  file: string;
  /** JSON pointer into the file. */
  pointer: string;
  code: FaultCode;
  message: string;
}

/** Takes faults of one file; `detail` adds to the code's meaning. */
export type Report = (code: FaultCode, pointer: string, detail?: string) => void;

/** A `Report` that gathers into a list. */
export function reporter(file: string, faults: Fault[]): Report {
  return (code, pointer, detail) => {
    faults.push({
      file,
      pointer,
      code,
      message: detail ? `${faultCodes[code]}: ${detail}` : faultCodes[code],
    });
  };
}
