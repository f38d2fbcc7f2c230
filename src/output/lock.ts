import { hash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fail, systemError } from '../errors.js';

/** `.jianglu-lock-HOST-PID-START`: who works in a folder. Names are never used twice, so a dead one may be removed by anybody. */
const ticketName = /^\.jianglu-lock-([0-9a-f]{8})-(\d{1,10})-(\d{1,20})$/u;
const ownHost = hash('sha256', hostname(), 'hex').slice(0, 8);

/** So often two that came at once step back before one is refused, and so long at most each time, in ms. */
const patience = { times: 6, most: 60 };
/** How often a run that waits looks again, in ms. */
const again = 200;

/** A lock that is held. */
export interface Lock {
  /** Whether a process that is dead had left its lock here: what it was writing may lie about half-written. */
  tookOver: boolean;
  release(): void;
}

/** When a process began, in the kernel's ticks, so that a number given out again is told apart; 0 where nothing says so. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '0';
  } catch {
    return '0';
  }
}

/** Whether a process of this machine is there. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

interface Ticket {
  name: string;
  host: string;
  pid: number;
  start: string;
}

function ticketsIn(folder: string, own: string): Ticket[] {
  return readdirSync(folder).flatMap((name) => {
    const match = name === own ? null : ticketName.exec(name);
    return match ? [{ name, host: match[1]!, pid: Number(match[2]), start: match[3]! }] : [];
  });
}

/** Nothing is known of the processes of another machine: they count as alive. */
const isDead = ({ host, pid, start }: Ticket) =>
  host === ownHost && (!isAlive(pid) || (start !== '0' && startOf(pid) !== start));

/** Lays the own ticket, then looks for others': of two that come at once, at least one sees the other. */
function attempt(folder: string, own: string): { other?: Ticket; tookOver: boolean } {
  writeFileSync(join(folder, own), '', { flag: 'wx' });
  const others = ticketsIn(folder, own);
  const dead = others.filter(isDead);
  for (const { name } of dead) rmSync(join(folder, name), { force: true });
  const other = others.find((one) => !dead.includes(one));
  if (other) rmSync(join(folder, own), { force: true });
  return { other, tookOver: dead.length > 0 };
}

const refusal = (folder: string, { pid, host, name }: Ticket) =>
  fail('output-locked', {
    file: join(folder, name),
    reason: host === ownHost ? `process ${pid}` : `process ${pid} of another machine`,
  });

/** How to take a lock. */
export interface Locking {
  /** Whether to wait for the other as long as it takes. */
  wait?: boolean;
  /** Told once, when waiting begins. */
  onWait?: (pid: number) => void;
}

/**
 * Takes the lock of a folder, so that one process at a time writes there; that of a dead process is taken over. The
 * lock is a file, no lock of the kernel: it also holds on network disks, where a lock of another machine has to be
 * removed by hand when that machine died.
 *
 * @throws JiangluError `output-locked`, `output-unwritable`
 */
export async function takeLock(folder: string, { wait = false, onWait }: Locking = {}): Promise<Lock> {
  const own = `.jianglu-lock-${ownHost}-${process.pid}-${startOf(process.pid)}`;
  let tookOver = false;
  for (let tried = 0; ; tried++) {
    let found: ReturnType<typeof attempt>;
    try {
      found = attempt(folder, own);
    } catch (error) {
      throw systemError(error, folder, 'write');
    }
    tookOver ||= found.tookOver;
    if (!found.other) return { tookOver, release: () => rmSync(join(folder, own), { force: true }) };
    if (!wait && tried >= patience.times) throw refusal(folder, found.other);
    if (wait && tried === patience.times) onWait?.(found.other.pid);
    await pause(tried < patience.times ? 1 + Math.random() * patience.most : again);
  }
}
