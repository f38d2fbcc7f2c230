import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftsOf, linksOf } from '../../src/stages/questions/link.js';
import {
  draftScore,
  linkScore,
  loadModel,
  loadPhrasing,
  loadWordings,
  weightsFor,
} from '../../src/stages/questions/model.js';
import { optionsOf } from '../../src/stages/questions/options.js';
import { type Place, placesOf } from '../../src/stages/questions/place.js';
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
  look: (place: Place, state: State) => void,
): State[] {
  let states = choices.map(() => emptyState);
  places.forEach((place, at) => {
    states = states.map((before, reading) => {
      const state = lately(before, place.view);
      look(place, state);
      const options = optionsOf(place, state, model);
      const choice = choices[reading]![at % choices[reading]!.length]!;
      return take(options[choice % options.length]!.step, place, state);
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

describe('links whose rows the readings of a talk share', () => {
  it('score as they do when nothing is shared', () => {
    fc.assert(
      fc.property(chat, choices, (rows, some) => {
        const alone = placesFor(rows);
        const places = placesFor(rows);
        readingsBy(places, some, (place, state) => {
          const threads = answerable(place.view, state);
          const weights = weightsFor(place.view.person, model);
          const fresh = { ...alone[places.indexOf(place)]!, drafts: { on: new Map(), apart: new Map() } };
          const links = linksOf({ ...fresh, rows: new Map() }, threads, state);
          const drafts = draftsOf(place, threads, state);
          expect(drafts.map(({ row }) => row)).toEqual(links.map(({ row }) => row));
          drafts.forEach((draft, i) => {
            expect(draftScore(draft, weights)).toBeCloseTo(linkScore(links[i]!, weights), 9);
          });
        });
      }),
      { numRuns: 40 },
    );
  });

  it('are left as they were by the next state', () => {
    fc.assert(
      fc.property(chat, choices, (rows, some) => {
        const kept: [links: unknown, copy: unknown][] = [];
        readingsBy(placesFor(rows), some, (place, state) => {
          const links = linksOf(place, answerable(place.view, state), state);
          kept.push([links, structuredClone(links)]);
        });
        for (const [links, copy] of kept) expect(links).toEqual(copy);
      }),
      { numRuns: 20 },
    );
  });
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
    const before = take({ does: 'open' }, asked!, emptyState);
    const after = take({ does: 'answer', thread: before.open[0]! }, answer!, before);
    expect(after.open[0]!.addressed).toBe(addressed);
  });
});
