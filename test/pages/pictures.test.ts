import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { picturesIn } from '../../src/pages/pictures.js';
import { folder } from '../cli/jianglu.js';

describe('pictures', () => {
  it('are those on this machine, told by the last two parts of their address', () => {
    const logs = folder();
    mkdirSync(join(logs, 'riskroom/img/202405'), { recursive: true });
    for (const name of ['a.png', 'b.svg']) writeFileSync(join(logs, 'riskroom/img/202405', name), 'x');
    const pictures = picturesIn([logs]);
    const at = pictures.at('http://static.example.org/some/202405/a.png?size=2');
    expect(at).toMatch(/^\/pictures\/[0-9a-f]{16}\.png$/u);
    expect(pictures.named(at!.split('/')[2]!)).toMatchObject({ type: 'image/png' });
    for (const other of [
      'http://x.example/202406/a.png',
      'http://x.example/202405/b.svg',
      'a.png',
      'http://x/%zz',
    ])
      expect(pictures.at(other)).toBeUndefined();
    expect(pictures.named('../../etc/passwd')).toBeUndefined();
  });
});
