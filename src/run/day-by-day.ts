import { type Clock, newClock, timed } from '../clock.js';
import { editsIn } from '../edits/files.js';
import { dateIn, editsFilesOf, editsHash } from '../edits/found.js';
import { extractDays } from '../join/chain.js';
import type { Lexicon } from '../lexicon.js';
import { bundlerOf } from '../output/bundle.js';
import { newSpool, type Spool } from '../output/spool.js';
import { peopleOfDays } from '../privacy/pseudonymize.js';
import { type History, transcriptsOf } from '../read/history.js';
import type { Transcript } from '../transcript.js';
import { assertValid } from '../validate.js';
import { hinted } from './hinted.js';
import type { Extracted, Job } from './job.js';
import { countedRoles, printsOf } from './told.js';

/** How a history is extracted: `spool` is the folder for what its days give. */
export type HistoryJob = Omit<Job, 'files' | 'spool'> & { lexicon: Lexicon; spool: string };

/** The edits of a history, looked for once, by day. */
function dailyEdits({ place }: History, folders: readonly string[]) {
  const files = editsFilesOf({ group: place.group }, folders);
  const ofDay = ({ date }: Transcript) => files.filter(({ file }) => file.includes(dateIn(date)));
  return { edits: editsHash(files), ask: (day: Transcript) => editsIn(day, ofDay(day)) };
}

/** How the days of a history are extracted. */
type Days = Pick<HistoryJob, 'config' | 'lexicon' | 'pseudonymize'> & { clock: Clock };

/** The days of a history with all that they give, one after the other; nicks are hidden as those of one log would be. */
function* daysOf(history: History, ask: (day: Transcript) => ReturnType<typeof editsIn>, job: Days) {
  const { config, lexicon, clock, pseudonymize } = job;
  const people = pseudonymize && peopleOfDays(() => transcriptsOf(history));
  const hiding = pseudonymize && { ...pseudonymize, people };
  yield* extractDays(transcriptsOf(history), { config, lexicon, clock, edits: ask, pseudonymize: hiding });
}

async function spooled(history: History, spool: Spool, job: HistoryJob): Promise<Extracted> {
  const { edits: folders = [], formats, hints = {} } = job;
  const clock = newClock();
  const bundle = await bundlerOf(formats);
  const { edits, ask } = dailyEdits(history, folders);
  const { sha256, messages, latest } = history;
  const made: Pick<Extracted, 'prints' | 'roles' | 'warnings'> = { prints: [], roles: {}, warnings: [] };
  for (const { notes: found, ledger, transcript } of daysOf(history, ask, { ...job, clock })) {
    const notes = found.map((note) => hinted(note, hints));
    timed(clock, 'validate', () => assertValid(notes, ledger, history.path));
    timed(clock, 'render', () => spool.add(bundle(notes, ledger), ledger));
    // Copies, as slices would hold the texts of their days in memory.
    made.prints.push(...structuredClone(printsOf(notes, transcript)));
    made.warnings.push(...ledger.warnings);
    countedRoles(ledger, made.roles);
  }
  return {
    bundle: spool.end(),
    sha256,
    messages,
    ...made,
    times: clock.times,
    day: { date: latest, several: true, speakers: [], senders: [] },
    ...(edits !== undefined && { edits }),
  };
}

/** Extracts a history day by day: all goes to the spool, and nothing of a day is held when the talks of it are over. */
export async function extractHistory(history: History, job: HistoryJob): Promise<Extracted> {
  const spool = newSpool(job.spool);
  try {
    return await spooled(history, spool, job);
  } finally {
    spool.drop();
  }
}
