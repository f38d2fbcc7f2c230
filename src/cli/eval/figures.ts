import type { Figures, Score } from '../../schema/evaluation.js';
import { print } from '../terminal.js';

const number = (value: number) => value.toFixed(1).padStart(6);

const row = (name: string, { p, r, f1, same, extra, missed }: Score) =>
  print(
    `${name.padEnd(18)}${number(f1)}${number(p)}${number(r)}${[same, extra, missed].map((n) => String(n).padStart(8)).join('')}`,
  );

const right = (name: string, value: number) => print(`${name.padEnd(18)}${number(value)}`);

/** The figures as a table. */
export function showFigures(figures: Figures): void {
  const { logs, labelledTalks, quietDays, alarms } = figures;
  print(
    `${logs} labelled logs: ${labelledTalks} talks; ${quietDays} days without one, ${alarms} given a note`,
  );
  print(`${' '.repeat(18)}    F1     P     R    same   extra  missed`);
  row('talks', figures.talks);
  row('lecture', figures.lecture);
  row('headings', figures.headings);
  row('numbered headings', figures.numbered);
  row('qa', figures.qa);
  row('topics', figures.topics);
  row('glossary', figures.glossary);
  row('risks', figures.risks);
  print(`${' '.repeat(18)} right`);
  right('speaker', figures.speaker);
  right('title', figures.title);
  right('heading titles', figures.headingTitle);
  right('heading levels', figures.headingLevel);
  right('lecture, macro F1', figures.lectureMacro);
}
