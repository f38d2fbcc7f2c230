import { basename } from 'node:path';
import type { Observer } from '../run.js';
import { printable } from './terminal.js';

/** Columns that the file's name may take. */
const nameWidth = 32;

function shown(file: string): string {
  const name = printable(basename(file));
  return name.length > nameWidth ? `…${name.slice(1 - nameWidth)}` : name;
}

/** Time as people say it: `42 s`, `3 min 05 s`, `2 h 10 min`. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const two = (number: number) => String(number).padStart(2, '0');
  if (hours) return `${hours} h ${two(minutes)} min`;
  return minutes ? `${minutes} min ${two(whole % 60)} s` : `${whole} s`;
}

/** What the bar shows beside itself: rate, and time that is left at that rate. */
export function pace(done: number, total: number, seconds: number): { rate: string; left: string } {
  if (!done || seconds <= 0) return { rate: '…', left: '…' };
  const rate = done / seconds;
  return { rate: `${rate.toFixed(rate < 10 ? 1 : 0)}/s`, left: duration((total - done) / rate) };
}

/**
 * A progress bar on standard error, with rate, remaining time and the file that was done last; `undefined` unless that
 * is a terminal. There is none for a single log.
 */
export async function observerOf(): Promise<Observer | undefined> {
  if (!process.stderr.isTTY) return undefined;
  const { default: cliProgress } = await import('cli-progress');
  const bar = new cliProgress.SingleBar({
    format: '{bar} {value}/{total} · {rate} · {left} left · {file}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    clearOnComplete: true,
    hideCursor: true,
    gracefulExit: false,
    stream: process.stderr,
  });
  let total = 0;
  let done = 0;
  let begun = 0;
  return {
    begin(count) {
      total = count;
      begun = performance.now();
      if (total > 1) bar.start(total, 0, { ...pace(0, total, 0), file: '' });
    },
    step(file) {
      done++;
      if (total > 1)
        bar.update(done, { ...pace(done, total, (performance.now() - begun) / 1000), file: shown(file) });
    },
    end() {
      if (total > 1) bar.stop();
    },
  };
}
