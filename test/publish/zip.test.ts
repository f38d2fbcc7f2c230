import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textIn, withoutTimes } from '../../src/publish/zip.js';

describe('archives', () => {
  it('whatever the bytes are, nothing breaks', () => {
    const damaged = fc.uint8Array({ maxLength: 200 }).map((bytes) => {
      const end = Buffer.alloc(22);
      end.writeUInt32LE(0x06054b50, 0);
      return Buffer.concat([Buffer.from('PK\u0001\u0002'), bytes, end]);
    });
    fc.assert(
      fc.property(damaged, (bytes) => {
        expect(textIn(bytes, 'a')).toBeUndefined();
        expect(withoutTimes(bytes)).toHaveLength(bytes.length);
      }),
    );
  });
});
