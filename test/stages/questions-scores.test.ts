import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Desk, deskFor, roomFor } from '../../src/stages/questions/desk.js';
import { linksOf } from '../../src/stages/questions/link.js';
import {
  linkScore,
  loadModel,
  loadPhrasing,
  loadWordings,
  weightsFor,
} from '../../src/stages/questions/model.js';
import { optionsOf } from '../../src/stages/questions/options.js';
import { type Place, placesOf } from '../../src/stages/questions/place.js';
import { score } from '../../src/stages/questions/scores.js';
import { momentOf } from '../../src/stages/questions/standing.js';
import { answerable, lately, take } from '../../src/stages/questions/steps.js';
import { emptyState, type State, type Thread, threadsOf } from '../../src/stages/questions/thread.js';
import { contextOf } from '../../src/stages/questions.js';
import { type Row, speaker } from './chat.js';
import { talkThen } from './questions-dialogue.js';

const model = loadModel();

function placesFor(rows: Row[]): Place[] {
  const tree = talkThen(rows);
  const talk = tree.talks[0]!;
  return [...placesOf(contextOf(tree, talk, loadWordings(), loadPhrasing()), new Set(talk.lecture))];
}

const clock = (second: number) =>
  `20:${String(5 + Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}`;
const said = [
  '请问校验码一共有多少位？',
  '校验码二十位',
  '那重复报销怎么发现的',
  '系统会拦下来',
  '@芦苇 可以的',
  '@白云 不行',
  '是的',
  '明白了，谢谢',
  '「 芦苇: 请问校验码一共有多少位？ 」\n- - - - - - - -\n二十位',
];
const chat = fc
  .array(
    fc.tuple(
      fc.constantFrom('芦苇', '半夏', '空山', speaker),
      fc.constantFrom(...said),
      fc.integer({ min: 1, max: 40 }),
    ),
    { maxLength: 14 },
  )
  .map((turns) => {
    let second = 0;
    return turns.map(([nick, text, gap]): Row => {
      second += gap;
      return [clock(second), nick, text];
    });
  });

/** Some readings of the same places, each by choices of its own; `look` sees each state before its step. */
function readingsBy(
  places: readonly Place[],
  choices: number[][],
  look: (desk: Desk, state: State) => void,
): State[] {
  const states = choices.map(emptyState);
  const room = places[0] && roomFor(places[0], model);
  places.forEach((place, at) => {
    const desk = deskFor(place, room!);
    states.forEach((state, reading) => {
      lately(state, place.view);
      look(desk, state);
      const options = optionsOf(desk, state);
      const choice = choices[reading]![at % choices[reading]!.length]!;
      take(options[choice % options.length]!.step, place, state);
    });
  });
  return states;
}
const choices = fc.array(fc.array(fc.nat({ max: 20 }), { minLength: 5, maxLength: 9 }), {
  minLength: 2,
  maxLength: 5,
});
const partsOf = ({ views, replies, closed }: Thread) =>
  JSON.stringify([views.map(({ id }) => id), [...replies].map(([who, { ids }]) => [who, ids]), closed]);

/** The scores of links whose share of all is above a bound, by the features of each link alone. */
function scoresByFeatures(
  { place }: Desk,
  threads: readonly Thread[],
  state: State,
  least: number,
): number[] {
  const links = linksOf(place, threads, state);
  const scores = links.map((link) => linkScore(link, weightsFor(place.view.person, model)));
  const all = Math.log(scores.reduce((sum, score) => sum + Math.exp(score), 1));
  return scores.map((score) => (score - all >= least ? score : Number.NEGATIVE_INFINITY));
}

describe('links that the readings of a talk share', () => {
  it.each([-0.5, -4, Number.NEGATIVE_INFINITY])(
    'score as each of them does alone, those with a share above %d',
    (least) => {
      fc.assert(
        fc.property(chat, choices, (rows, some) => {
          readingsBy(placesFor(rows), some, (desk, state) => {
            const threads = answerable(desk.place.view, state);
            const all = score(desk, momentOf(desk.place, threads, state), least);
            const found = threads.map((_, i) => desk.scores[i]!);
            const likely = found.map((one) => (one - all >= least ? one : Number.NEGATIVE_INFINITY));
            const wanted = scoresByFeatures(desk, threads, state, least);
            expect(likely.map((one) => one.toFixed(9))).toEqual(wanted.map((one) => one.toFixed(9)));
          });
        }),
        { numRuns: 40 },
      );
    },
  );
});

describe('threads of the same messages', () => {
  it('are the same object in all readings', () => {
    fc.assert(
      fc.property(chat, choices, (rows, some) => {
        const found = new Map<string, Thread>();
        for (const thread of readingsBy(placesFor(rows), some, () => {}).flatMap(threadsOf)) {
          const known = found.get(partsOf(thread)) ?? thread;
          expect(thread).toBe(known);
          found.set(partsOf(thread), known);
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['@芦苇 二十位', true],
    ['「 芦苇: 请问校验码一共有多少位？ 」\n- - - - - - - -\n二十位', true],
    ['「 芦苇: 请问重复报销怎么发现的？ 」\n- - - - - - - -\n二十位', false],
    ['二十位', false],
  ])('are addressed by %s: %s', (text, addressed) => {
    const [asked, answer] = placesFor([
      ['20:05:00', '芦苇', '请问校验码一共有多少位？'],
      ['20:05:40', speaker, text],
    ]);
    const state = emptyState();
    take({ does: 'open' }, asked!, state);
    take({ does: 'answer', thread: state.open[0]! }, answer!, state);
    expect(state.open[0]!.addressed).toBe(addressed);
  });
});
