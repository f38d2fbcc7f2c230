import { findConfig } from '../config.js';
import { dayOf } from '../eval/day.js';
import { countsOf } from '../eval/errors.js';
import { figuresOf } from '../eval/figures.js';
import { readLabels } from '../eval/labels.js';
import { readNotes } from '../eval/notes.js';
import { disagreements } from '../eval/run.js';
import { jsonText } from '../json.js';
import { lexiconOf } from '../overlay.js';
import type { Evaluation } from '../schema/evaluation.js';
import { showCounts, showErrors } from './eval/errors.js';
import { showFigures } from './eval/figures.js';

/** Options of `jianglu eval`. */
export interface EvalOptions {
  errors?: boolean;
  /** Only disagreements of this class or figure. */
  class?: string;
  logs?: string[];
  json?: boolean;
  config?: string;
}

/** `jianglu eval NOTES LABELS`: the figures, and with `--errors` or `--class` every disagreement. */
export function evalCommand(
  notesFolder: string,
  labelsFolder: string,
  { errors: all, class: wanted, logs = [], json, config }: EvalOptions,
): void {
  const notes = readNotes(notesFolder);
  const labels = readLabels(labelsFolder);
  const figures = figuresOf(labels.map((label) => dayOf(label, notes.notes.get(label.log) ?? [])));
  if (!all && wanted === undefined) {
    if (json) print({ kind: 'evaluation', version: 1, figures });
    else showFigures(figures);
    return;
  }
  const lexicon = lexiconOf(findConfig(config, process.cwd()));
  const found = disagreements(labels, notes, { logs, lexicon }).filter(
    ({ class: name }) => wanted === undefined || name === wanted || name.startsWith(`${wanted}.`),
  );
  const classes = countsOf(found);
  if (json) {
    print({ kind: 'evaluation', version: 1, figures, classes, errors: found.map((error) => error.full()) });
    return;
  }
  showFigures(figures);
  showErrors(classes, found);
  showCounts(classes);
}

const print = (evaluation: Evaluation) => process.stdout.write(jsonText(evaluation));
