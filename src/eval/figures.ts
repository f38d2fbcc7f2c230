import type { Figures, Score } from '../schema/evaluation.js';
import type { Case, Day } from './day.js';
import { glossaryOf, risksOf } from './figures/glossary.js';
import { headingsOf, levelSame, numbered, shareOf, titleSame } from './figures/headings.js';
import { lectureOf } from './figures/lecture.js';
import { questionsOf } from './figures/questions.js';
import { speakerRight } from './figures/speaker.js';
import { talksOf } from './figures/talks.js';
import { titleRight } from './figures/title.js';
import { topicsOf } from './figures/topics.js';
import type { Matched } from './matched.js';
import { rates, ratio, type Tally, total } from './tally.js';

const percent = (share: number) => Number((100 * share).toFixed(1));

function scoreOf(tally: Tally): Score {
  const { p, r, f1 } = rates(tally);
  return { p: percent(p), r: percent(r), f1: percent(f1), ...tally };
}

const tallyOf = ({ same, missed, extra }: Matched<unknown, unknown>): Tally => ({
  same: same.length,
  extra: extra.length,
  missed: missed.length,
});

/** All figures of some labelled logs. */
export function figuresOf(days: readonly Day[]): Figures {
  const cases = days.flatMap((day) => day.cases);
  const counted = (figure: (one: Case) => Matched<unknown, unknown>) =>
    scoreOf(total(cases.map((one) => tallyOf(figure(one)))));
  const right = (answers: (boolean | undefined)[]) => {
    const known = answers.filter((answer) => answer !== undefined);
    return percent(ratio(known.filter(Boolean).length, known.length));
  };
  const quiet = days.filter((day) => day.cases.length === 0);
  const lectures = cases.map((one) => rates(tallyOf(lectureOf(one))).f1);
  const headings = cases.map(headingsOf);
  const found = headings.flatMap(({ same }) => same);
  return {
    logs: days.length,
    labelledTalks: cases.length,
    quietDays: quiet.length,
    alarms: quiet.filter(({ spare }) => spare.length > 0).length,
    talks: scoreOf(total(days.map(talksOf))),
    speaker: right(cases.map(speakerRight)),
    title: right(cases.map(titleRight)),
    lecture: counted(lectureOf),
    lectureMacro: percent(
      ratio(
        lectures.reduce((all, one) => all + one, 0),
        lectures.length,
      ),
    ),
    headings: scoreOf(total(headings.map(tallyOf))),
    numbered: scoreOf(total(headings.map(numbered))),
    headingTitle: percent(shareOf(found, titleSame)),
    headingLevel: percent(shareOf(found, levelSame)),
    qa: counted(questionsOf),
    topics: counted(topicsOf),
    glossary: counted(glossaryOf),
    risks: counted(risksOf),
  };
}
