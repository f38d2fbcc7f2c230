import { expect, test } from 'vitest';
import { stillNamed } from '../../../src/publish/engine/withheld.js';

const withheld = new Map([
  ['talk:甲', '保理内幕（上）'],
  ['talk:乙', ''],
  ['talk:丙', '保理'],
]);

test.each<[string, string, string | undefined, string, string[]]>([
  ['人改过的一行还写着它', '- 保理内幕（上），必读', '- 保理内幕（上）', '- 信用证', ['talk:甲']],
  ['写法不同，字一样', '- [保理内幕\\(上\\)](a.md)', '- 保理内幕（上）', '', ['talk:甲']],
  ['已经不提了', '- 信用证，必读', '- 保理内幕（上）', '- 信用证', []],
  ['人自己写的，不是生成的', '- 保理内幕（上）', '- 信用证', '- 信用证', []],
  ['不知道生成过什么', '- 保理内幕（上）', undefined, '- 信用证', ['talk:甲']],
  ['别的分享里也有这几个字', '- 保理内幕（上）', '- 保理内幕（上）', '- 保理内幕（上）', []],
  ['没有题目，或题目太短', '保理', '保理', '', []],
])('%s', (_, stands, before, now, keys) => {
  expect(stillNamed(withheld, { stands, before, now })).toEqual(keys);
});
