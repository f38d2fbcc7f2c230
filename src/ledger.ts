import { idOf } from './note.js';
import type { Ledger } from './schema/ledger.js';
import type { Message, Transcript } from './transcript.js';

type Run = Ledger['runs'][number];

function runsOf(messages: readonly Message[], notes: readonly string[]): Run[] {
  const runs: Run[] = [];
  for (const { id, role } of messages) {
    if (!role) throw new Error(`message ${id} has no role: the roles stage did not run`);
    const note = role.talk === undefined ? undefined : notes[role.talk];
    const open = runs.at(-1);
    if (open && open.role === role.role && open.note === note) open.last = id;
    else runs.push({ role: role.role, first: id, last: id, ...(note !== undefined && { note }) });
  }
  return runs;
}

/** Accounts for every message of a log, also when it holds no talk. */
export function ledgerOf(transcript: Transcript): Ledger {
  const { path, format, group, sha256, messages, history, kept } = transcript.source;
  const { pseudonymized, encoding } = transcript;
  const notes = transcript.talks.map((talk) => idOf(transcript, talk));
  return {
    kind: 'ledger',
    version: 1,
    ...(pseudonymized && { pseudonymized }),
    source: {
      path,
      format,
      group,
      sha256,
      messages,
      encoding,
      ...(history && { history }),
      ...(kept && { kept }),
    },
    date: transcript.date,
    notes,
    runs: runsOf(transcript.children, notes),
    warnings: transcript.warnings,
  };
}
