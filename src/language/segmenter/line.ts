import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import { fail } from '../../errors.js';
import type { Segmenter } from './here.js';

/** What leads from one thread to the segmenter of another: an end of a channel, and whether an answer waits there. */
export interface Line {
  port: MessagePort;
  /** One number in shared memory, one of `states`. */
  state: Int32Array;
}

const states = { asked: 0, answered: 1, dead: 2 } as const;

type Question = readonly [way: keyof Segmenter, text: string];

/** A line's two ends: the one to be transferred to the asking thread, the one to be served. */
export function newLine(): { asking: Line; serving: Line } {
  const state = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const { port1, port2 } = new MessageChannel();
  return { asking: { port: port1, state }, serving: { port: port2, state } };
}

/** Wakes whoever waits at a line for a segmenter that will never answer. */
export function breakLine({ state }: Line): void {
  Atomics.store(state, 0, states.dead);
  Atomics.notify(state, 0);
}

/**
 * The segmenter at the other end of a line. A call waits for its answer as if the work were done in this thread, but a
 * thread that waits can be ended at any moment; one inside nodejieba would take the process with it (it throws where
 * Node no longer takes exceptions).
 *
 * @throws JiangluError `worker-died` if the other end did
 */
export function segmenterAt({ port, state }: Line): Segmenter {
  function ask(...question: Question) {
    if (Atomics.compareExchange(state, 0, states.answered, states.asked) !== states.dead) {
      port.postMessage(question);
      // The waking call for the last answer may come only now: it must not pass for this one's.
      while (Atomics.load(state, 0) === states.asked) Atomics.wait(state, 0, states.asked);
    }
    const answer = receiveMessageOnPort(port);
    if (!answer) throw fail('worker-died', { reason: 'the thread that cuts texts into words ended' });
    return answer.message;
  }
  return { tag: (text) => ask('tag', text), cut: (text) => ask('cut', text) };
}

/** Answers what is asked at a line until the other end closes. */
export function serve(segmenter: Segmenter, { port, state }: Line): void {
  port.on('message', ([way, text]: Question) => {
    port.postMessage(segmenter[way](text));
    Atomics.store(state, 0, states.answered);
    Atomics.notify(state, 0);
  });
}
