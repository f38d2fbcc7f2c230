import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/pipeline.js';
import { readTranscript } from '../../src/read/chatlog.js';
import { messageReasons } from '../../src/reasons/messages.js';
import { questionDecisions } from '../../src/reasons/questions.js';
import { reason, reasonText } from '../../src/reasons/reason.js';
import { sharesOf, weightiest } from '../../src/reasons/shares.js';
import { termRanking } from '../../src/reasons/terms.js';
import { topicRanking } from '../../src/reasons/topics.js';
import { logs } from '../cli/jianglu.js';
import { lexicon } from '../stages/chat.js';

const path = join(logs, 'riskroom/2024-05-28-chat.markdown');
const tree = annotate(readTranscript(readFileSync(path), path), lexicon);
const talk = tree.talks[0]!;
const sum = (shares: { share: number }[]) => shares.reduce((all, { share }) => all + share, 0);
const logOdds = (p: number) => Math.log(p / (1 - p));

describe('特征的份额', () => {
  it('最重的在前，为零的不列', () =>
    expect(sharesOf({ like: 2, gap: 1, none: 0, odd: 5 }, { like: 0.25, gap: -2, none: 9 }, 0.1)).toEqual([
      { feature: 'gap', share: -2 },
      { feature: 'like', share: 0.5 },
      { feature: 'bias', share: 0.1 },
    ]));

  it('一样重的按名字', () =>
    expect(
      weightiest([
        ['b', -1],
        ['a', 1],
      ]).map(({ feature }) => feature),
    ).toEqual(['a', 'b']));

  it('写成一行', () => {
    expect(
      reasonText(
        reason('#5 answers #4', 1.25, [
          { feature: 'like', share: 2 },
          { feature: 'gap', share: -0.5 },
        ]),
      ),
    ).toBe('#5 answers #4 1.25: like +2.00, gap -0.50');
    expect(reasonText(reason('#5 is lecture', null))).toBe('#5 is lecture');
  });
});

describe('决定的理由', () => {
  it('问答：取了的与笔记一致，份额加起来就是分数', () => {
    const decisions = questionDecisions(tree, talk);
    expect(talk.qa.length).toBeGreaterThan(0);
    for (const { question, answers } of talk.qa)
      for (const id of answers.flatMap(({ messages }) => messages))
        expect(decisions.get(id)?.taken?.question).toEqual(question.messages);
    for (const { weighed } of decisions.values())
      for (const { score, shares } of weighed) expect(sum(shares())).toBeCloseTo(score, 1);
  });

  it('主题：选中的就是笔记的，份额加起来就是对数几率', () => {
    const ranking = topicRanking(tree, talk, lexicon);
    expect(ranking.filter(({ chosen }) => chosen).map(({ label }) => label)).toEqual(
      talk.topics.map(({ label }) => label),
    );
    expect(ranking.map(({ rank }) => rank)).toEqual(ranking.map((_, i) => i + 1));
    for (const { score, shares } of ranking.slice(0, 20))
      expect(sum(shares())).toBeCloseTo(logOdds(score), 1);
  });

  it('术语：选中的都在笔记里，份额加起来就是对数几率', () => {
    const ranking = termRanking(tree, talk, lexicon);
    const terms = talk.glossary.flatMap(({ term, aliases }) => [term, ...aliases.map(({ text }) => text)]);
    const chosen = ranking.filter((one) => one.chosen);
    expect(chosen.length).toBeGreaterThan(0);
    for (const { text } of chosen) expect(terms).toContain(text);
    for (const { score, shares } of chosen) expect(sum(shares())).toBeCloseTo(logOdds(score), 1);
  });

  it('按消息：每个答都说答的是哪一问', () => {
    const reasons = messageReasons(tree, lexicon);
    for (const { question, answers } of talk.qa) {
      const answered = question.messages.map((id) => `#${id}`).join(' ');
      for (const id of answers.flatMap(({ messages }) => messages))
        expect(reasons.get(id)!.map(({ decision }) => decision)).toContain(`answers ${answered}`);
    }
    const { term, message } = talk.glossary[0]!;
    expect(reasons.get(message)!.map(({ decision }) => decision)).toContain(`defines ${term}`);
  });
});
