import type { Words } from './words.js';

/** What can be wrong with a request. */
export type Wrong = keyof Words['error'];

/** Why a request is not answered; thrown by pages and routes. */
export class Refusal extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 405 | 414 | 500,
    readonly wrong: Wrong,
    /** What exactly, for whoever wrote the request; never a stack. */
    readonly detail?: string,
  ) {
    super(wrong);
  }
}
