import { fail } from '../errors.js';
import type { Lexicon } from '../lexicon.js';
import { annotate } from '../pipeline.js';
import { readTranscript } from '../read/chatlog.js';
import type { Labels } from '../schema/labels.js';
import type { Source } from '../schema/note.js';
import { type FindLog, logFinder } from '../verify/logs.js';
import { dayOf } from './day.js';
import { errorsOf, type Open } from './errors.js';
import { type Evidence, evidenceOf } from './evidence.js';
import { logOf, type Notes } from './notes.js';

/** Where a labelled log is told of: in its ledger, else in a note. */
function sourceOf(
  { notes, ledgers }: Notes,
  log: string,
): { source: Source; encoding?: string; file: string } | undefined {
  const listed = ledgers.find(({ ledger }) => logOf(ledger.source.path) === log);
  if (listed) {
    const { encoding, ...source } = listed.ledger.source;
    return { source, encoding, file: listed.file };
  }
  const note = notes.get(log)?.[0];
  return note && { source: note.source, file: note.file };
}

function evidenceFor(notes: Notes, log: string, find: FindLog, lexicon: Lexicon): Evidence | undefined {
  const told = sourceOf(notes, log);
  if (!told) return undefined;
  const found = find(told.source, told.file);
  if (!found) throw fail('log-missing', { file: told.file, reason: told.source.path });
  const tree = readTranscript(found.bytes, found.path, { encoding: told.encoding });
  return evidenceOf(annotate(tree, lexicon), lexicon);
}

/**
 * All disagreements of some labels with notes. Each log is annotated once more, by this version and lexicon, to see what
 * decided; a log of which there is neither note nor ledger gives a missed talk without context.
 */
export function disagreements(
  labels: readonly Labels[],
  notes: Notes,
  { logs, lexicon }: { logs: readonly string[]; lexicon: Lexicon },
): Open[] {
  const find = logFinder(logs);
  return labels.flatMap((label) => {
    const day = dayOf(label, notes.notes.get(label.log) ?? []);
    return errorsOf(day, evidenceFor(notes, label.log, find, lexicon));
  });
}
