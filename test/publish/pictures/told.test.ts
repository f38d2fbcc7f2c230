import { expect, test } from 'vitest';
import type { Failure } from '../../../src/publish/pictures/told.js';
import { toldOf } from '../../../src/publish/pictures/told.js';

const nothing = { failures: [], left: 0, deleted: 0, ahead: 0 };
const failure = (url: string): Failure => ({ url, refused: 'unreachable', detail: 'ECONNREFUSED' });

test('没有什么可说的，就不说', () => {
  expect(toldOf(nothing)).toEqual([]);
});

test('失败的一张一行，太多就只报数', () => {
  const failures = Array.from({ length: 25 }, (_, index) => failure(`http://a.example/${index}.png`));
  const told = toldOf({ ...nothing, failures });
  expect(told[0]).toBe(
    'http://a.example/0.png stays a link: the server cannot be reached (ECONNREFUSED) [unreachable]',
  );
  expect(told.slice(20)).toEqual(['5 more pictures stay links']);
});

test.each([
  ['https://u:secret@a.example/1.png', 'https://a.example/1.png'],
  ['https://a.example/图\u001b[2J.png', 'https://a.example/%E5%9B%BE%1B[2J.png'],
  ['http://[\u202e', 'http://[%E2%80%AE'],
])('说出来的地址没有密码，也打不乱终端：%j', (url, said) => {
  expect(toldOf({ ...nothing, failures: [failure(url)] })[0]).toContain(`${said} stays a link`);
});

test.each([
  [{ left: 1 }, '1 picture is left for the next run'],
  [{ left: 7 }, '7 pictures are left for the next run: these were enough for one'],
  [{ deleted: 2 }, '2 pictures that people deleted stay links; --restore fetches them again'],
  [{ ahead: 3 }, '3 pictures would be fetched'],
])('%j', (some, line) => {
  expect(toldOf({ ...nothing, ...some })).toEqual([line]);
});
