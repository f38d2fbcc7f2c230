// Preloaded into a run (`node --import`): makes one call of the file system go wrong, or kills the process there.
//
//   JIANGLU_DRILL='{"call":"renameSync","nth":3,"do":"EIO"}'     "do": an error's code, or SIGKILL
//
// Counts the calls of the main thread that write; with "call":"any" all of them. At the end it says on file descriptor 3,
// if that is open, how many there were, and whether something went wrong.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';

/** The calls by which `jianglu extract` changes a folder. */
export const calls = [
  'mkdirSync',
  'openSync',
  'writeSync',
  'fsyncSync',
  'renameSync',
  'rmSync',
  'writeFileSync',
];

const { call, nth, do: action } = JSON.parse(process.env.JIANGLU_DRILL ?? '{}');
const counts = Object.fromEntries(calls.map((name) => [name, 0]));
let all = 0;
let struck = false;

/** Whether a call only reads. */
const reads = (name, args) => name === 'openSync' && !/[wxa+]/u.test(String(args[1] ?? 'r'));

function strike(name, path) {
  struck = true;
  if (action === 'SIGKILL') process.kill(process.pid, 'SIGKILL');
  throw Object.assign(new Error(`${action}: drill, ${name}`), {
    code: action,
    syscall: name.replace('Sync', ''),
    path,
  });
}

if (isMainThread && process.env.JIANGLU_DRILL) {
  for (const name of calls) {
    const original = fs[name];
    fs[name] = (...args) => {
      if (!reads(name, args)) {
        counts[name]++;
        all++;
        if ((call === name && counts[name] === nth) || (call === 'any' && all === nth)) strike(name, args[0]);
      }
      return original(...args);
    };
  }
  syncBuiltinESMExports();
  const { writeSync } = fs;
  process.on('exit', () => {
    try {
      writeSync(3, JSON.stringify({ ...counts, any: all, struck }));
    } catch {
      // Nobody asked.
    }
  });
}
