import { expect, test } from 'vitest';
import { conceptPath, talkPath, withQuery } from '../../../../src/pages/address.js';
import { aimOf, domainPath } from '../../../../src/publish/targets/site/aims.js';

test.each([
  ['/', 'index:search', ''],
  [withQuery('/', { q: '风险' }), 'index:search', ''],
  ['/talks', 'index:talks', ''],
  [withQuery('/talks', { offset: 200 }), 'index:talks-2', ''],
  [withQuery('/talks', { speaker: '木棉-青禾银行' }), 'speaker:木棉-青禾银行', ''],
  [withQuery('/talks', { topic: 'text:a b&c' }), 'topic:text:a b&c', ''],
  [talkPath('club/一-2024-05-01-0123abcd'), 'talk:club/一-2024-05-01-0123abcd', ''],
  [talkPath('a', { message: 12, source: 1 }), 'talk:a', '#s1m12'],
  [talkPath('a', { pointer: '/qa/0' }), 'talk:a', '#p-qa-0'],
  [conceptPath('term:100%'), 'concept:term:100%', ''],
  ['/glossary', 'index:glossary', ''],
  [domainPath('risk'), 'index:taxonomy-risk', ''],
  ['/glossary?kind=risk', 'index:glossary', ''],
  ['/glossary?kind=concept', 'index:glossary-concept', ''],
  [withQuery('/glossary', { letter: 'X', offset: 400 }), 'index:glossary-letter-x-3', ''],
  [withQuery('/glossary', { letter: '#' }), 'index:glossary-letter-other', ''],
  ['/timeline?offset=200', 'index:timeline-2', ''],
  ['/speakers', 'index:speakers', ''],
  ['/assets/style.css', 'file:style.css', ''],
  ['/pictures/0123', 'picture:0123', ''],
])('%s 是 %s', (address, key, hash) => {
  expect(aimOf(address)).toEqual({ key, hash });
});

test.each([
  withQuery('/talks', { group: '群' }),
  withQuery('/talks', { since: '2024-05-01', until: '2024-05-31' }),
  '/api/v1/talks',
  '/nowhere',
])('%s 没有页', (address) => {
  expect(aimOf(address)).toBeUndefined();
});

test('换外观留在原页', () => {
  expect(aimOf('/?theme=dark')).toEqual({ look: '?theme=dark' });
});
