import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { breakLine, newLine, segmenterAt } from '../../../src/language/segmenter/line.js';

let thread: Worker | undefined;
afterEach(() => thread?.terminate());

/** A segmenter at the other end of a line: code that is given `port`, `state` and each question's `text`. */
function lineTo(answer: string): ReturnType<typeof newLine>['asking'] {
  const { asking, serving } = newLine();
  thread = new Worker(
    `const { workerData: { port, state } } = require('node:worker_threads');
     port.on('message', ([, text]) => { ${answer} });`,
    { eval: true, workerData: serving, transferList: [serving.port] },
  );
  return asking;
}

const answers = 'port.postMessage([text]); Atomics.store(state, 0, 1); Atomics.notify(state, 0);';

describe('a line to the segmenter of another thread', () => {
  it('gives each question its own answer', () => {
    const { cut } = segmenterAt(lineTo(answers));
    expect(['信用证', '', '退税'].map(cut)).toEqual([['信用证'], [''], ['退税']]);
  });

  it('waits for the answer, whoever wakes it before', () => {
    const late = `Atomics.notify(state, 0); setTimeout(() => { ${answers} }, 50);`;
    const { cut } = segmenterAt(lineTo(late));
    expect(['信用证', '退税'].map(cut)).toEqual([['信用证'], ['退税']]);
  });

  it('fails when it is broken: while it waits, and from then on', () => {
    const line = lineTo('Atomics.store(state, 0, 2); Atomics.notify(state, 0);');
    const { cut } = segmenterAt(line);
    expect(() => cut('信用证')).toThrow(expect.objectContaining({ code: 'worker-died' }));
    breakLine(line);
    expect(() => cut('退税')).toThrow(expect.objectContaining({ code: 'worker-died' }));
  });
});
