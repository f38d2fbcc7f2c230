import { contentOf, contentPointer } from '../note/content.js';
import { isChatter } from '../note.js';
import type { NoteFile } from '../output/notes.js';
import type { Ledger } from '../schema/ledger.js';
import type { Note } from '../schema/note.js';
import type { Role, Transcript } from '../transcript.js';
import type { Report } from './fault.js';

/** Roles of messages that a note lists under `lecture`, or under `discussion`. */
const content: Record<Note['kind'], ReadonlySet<Role>> = {
  talk: new Set(['opening', 'lecture', 'closing', 'restriction']),
  discussion: new Set(['discussion', 'question', 'answer']),
};

function checkRuns({ runs, notes, source }: Ledger, report: Report): void {
  let next = 0;
  runs.forEach(({ first, last, note }, index) => {
    if (first !== next || last < first)
      report('runs', `/runs/${index}`, `${first} to ${last}, expected to begin at ${next}`);
    if (note !== undefined && !notes.includes(note)) report('notes', `/runs/${index}/note`);
    next = last + 1;
  });
  if (next !== source.messages)
    report('runs', '/runs', `they end before ${next} of ${source.messages} messages`);
}

/** Checks a ledger against its log. */
export function checkLedger(ledger: Ledger, transcript: Transcript, report: Report): void {
  for (const key of ['path', 'format', 'group', 'messages'] as const) {
    const expected = transcript.source[key];
    if (ledger.source[key] !== expected)
      report('source', `/source/${key}`, `expected ${JSON.stringify(expected)}`);
  }
  const { history } = transcript.source;
  if (JSON.stringify(ledger.source.history) !== JSON.stringify(history))
    report('source', '/source/history', `expected ${JSON.stringify(history)}`);
  if (ledger.source.encoding !== transcript.encoding)
    report('source', '/source/encoding', `expected ${transcript.encoding}`);
  if (ledger.date !== transcript.date) report('source', '/date', `expected ${transcript.date}`);
  checkRuns(ledger, report);
}

/** Checks a ledger against the notes that stand beside it. */
export function checkListed(
  { notes, runs, source }: Ledger,
  files: readonly NoteFile[],
  report: Report,
): void {
  const there = new Set(files.map(({ id }) => id));
  notes.forEach((id, index) => {
    if (!there.has(id)) report('notes', `/notes/${index}`, `${id} is not there`);
    if (!runs.some(({ note }) => note === id))
      report('runs', `/notes/${index}`, 'no run belongs to the note');
  });
  const sameLog = files.filter((file) => file.source === source.path).map(({ id }) => id);
  for (const id of new Set(sameLog))
    if (!notes.includes(id)) report('notes', '/notes', `${id} is there but not listed`);
}

/** Checks a note against the ledger of its log. */
export function checkAgainst(note: Note, ledger: Ledger, report: Report): void {
  const counts: Record<string, number> = {};
  const roles = new Map<number, string>();
  for (const { role, first, last, note: of } of ledger.runs) {
    if (isChatter(role)) counts[role] = (counts[role] ?? 0) + last - first + 1;
    if (content[note.kind].has(role) && of === note.id)
      for (let id = first; id <= last; id++) roles.set(id, role);
  }
  contentOf(note).forEach((id, index) => {
    if (!roles.has(id))
      report('lecture', `${contentPointer(note)}/${index}`, `message ${id} has another role`);
  });
  const listed = new Set(contentOf(note));
  for (const [id, role] of roles) {
    if ((role === 'lecture' || note.kind === 'discussion') && !listed.has(id))
      report('lecture', contentPointer(note), `message ${id} is missing`);
  }
  for (const role of new Set([...Object.keys(counts), ...Object.keys(note.chatter)])) {
    const { [role]: count = 0 } = counts;
    if (note.chatter[role] !== count) report('chatter', `/chatter/${role}`, `expected ${count}`);
  }
}
