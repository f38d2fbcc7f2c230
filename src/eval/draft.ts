import type { Reason } from '../schema/evaluation.js';
import type { ErrorClass } from './classes.js';
import type { Case } from './day.js';
import type { Evidence } from './evidence.js';

/** A disagreement before its context is added. */
export interface Draft {
  class: ErrorClass;
  missed?: number;
  extra?: number;
  wanted?: string;
  found?: string;
  /** Messages that it is about. */
  messages: number[];
  /** What decided, worked out for those that are shown. */
  reasons?: () => Reason[];
}

/** A labelled talk that has a note, with the evidence of its log. */
export interface Found extends Case {
  note: NonNullable<Case['note']>;
  evidence: Evidence;
}
