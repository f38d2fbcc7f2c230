import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureOf } from '../../src/eval/classes.js';
import { dayOf } from '../../src/eval/day.js';
import { errorsOf } from '../../src/eval/errors.js';
import { evidenceOf } from '../../src/eval/evidence.js';
import { figuresOf } from '../../src/eval/figures.js';
import { annotate } from '../../src/pipeline.js';
import { schemaFaults } from '../../src/validate.js';
import { chat, evening, lexicon } from '../stages/chat.js';
import { entry, heading, label, measured, qa, section, term, topic } from './case.js';

const evidence = evidenceOf(
  annotate(chat(evening('今晚请到@沈砚秋 给大家分享，主题是“仓单质押的几道关口”')), lexicon),
  lexicon,
);

const ids = fc.uniqueArray(fc.nat({ max: 12 }), { maxLength: 8 }).map((list) => list.sort((a, b) => a - b));
const some = fc.uniqueArray(fc.nat({ max: 12 }), { minLength: 1, maxLength: 3 });
const pairs = fc.array(fc.record({ q: some, a: some }), { maxLength: 4 });
const word = fc.constantFrom('仓单', '电子仓单', '质押', '监管仓', '提货', '风险');
const words = fc.array(word, { maxLength: 4 });
const heads = fc.array(
  fc.record({
    msg: fc.nat({ max: 12 }),
    title: word,
    level: fc.integer({ min: 1, max: 2 }),
    marker: fc.constantFrom('', '一、', '1）'),
    maybe: fc.boolean(),
  }),
  { maxLength: 4 },
);
const terms = fc.array(
  fc.record({
    name: word,
    at: fc.nat({ max: 12 }),
    kind: fc.constantFrom('risk' as const, 'concept' as const),
  }),
  { maxLength: 4 },
);

const talk = fc
  .record({ title: word, lecture: ids, headings: heads, qa: pairs, topics: words, terms })
  .map(({ headings, terms: some, ...rest }) =>
    label({
      ...rest,
      headings: headings.map(({ msg, title, ...more }) => heading(msg, title, more)),
      glossary: some.map(({ name, at, kind }) => term(name, at, kind)),
    }),
  );
const note = fc
  .record({ title: word, lecture: ids, headings: heads, qa: pairs, topics: words, terms })
  .map(({ title, lecture, headings, qa: had, topics, terms: some }) =>
    measured({
      title,
      lecture: { messages: lecture },
      sections: headings.map(({ msg, title: head, ...more }) => section(msg, head, more)),
      qa: had.map(qa),
      topics: topics.map((name) => topic(name)),
      glossary: some.map(({ name, at, kind }) => entry(name, at, kind)),
    }),
  );

describe('分歧与指标', () => {
  it('各类加起来就是指标里多的和漏的，每一处都合乎约定', () => {
    fc.assert(
      fc.property(fc.array(talk, { maxLength: 2 }), fc.array(note, { maxLength: 2 }), (talks, notes) => {
        const day = dayOf({ log: 'demo/2024-05-06', talks }, notes);
        const errors = errorsOf(day, evidence);
        const figures = figuresOf([day]);
        for (const figure of ['talks', 'lecture', 'headings', 'qa', 'topics', 'glossary'] as const) {
          const own = errors.filter((error) => figureOf(error.class) === figure);
          const { missed, extra } = figures[figure];
          expect([figure, own.reduce((all, one) => all + one.missed, 0)]).toEqual([figure, missed]);
          expect([figure, own.reduce((all, one) => all + one.extra, 0)]).toEqual([figure, extra]);
        }
        const evaluation = {
          kind: 'evaluation',
          version: 1,
          figures,
          errors: errors.map((one) => one.full()),
        };
        expect(schemaFaults('evaluation', evaluation)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
