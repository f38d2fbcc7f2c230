import { readTranscript } from '../read/chatlog.js';
import { readLog } from '../read/file.js';
import type { Transcript } from '../transcript.js';
import type { Job } from './job.js';

/**
 * UTF-16 units that somebody typed who may have given a talk. Of real logs below 16 KiB all 16 with a talk reach it, and
 * 13 of 290 without one (2026-12-01).
 */
const enough = 900;

function isTalkative({ children }: Pick<Transcript, 'children'>): boolean {
  const typed = new Map<string, number>();
  for (const { sender, text } of children) typed.set(sender, (typed.get(sender) ?? 0) + text.length);
  return Math.max(0, ...typed.values()) >= enough;
}

async function isTalkativeLog(file: string, encoding: Job['encoding']): Promise<boolean> {
  try {
    return isTalkative(readTranscript(await readLog(file), file, { encoding }));
  } catch {
    // Whoever reads it in earnest tells why it cannot be read.
    return false;
  }
}

/** Whether some log of these jobs likely has a talk: the logs are read for it, so they should be few and small. */
export async function hasTalkative(jobs: readonly Pick<Job, 'files' | 'encoding'>[]): Promise<boolean> {
  for (const { files, encoding } of jobs)
    for (const file of files) if (await isTalkativeLog(file, encoding)) return true;
  return false;
}
