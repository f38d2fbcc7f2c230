import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readLog } from '../../src/read/file.js';

const folder = mkdtempSync(join(tmpdir(), 'jianglu-read-'));
const path = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

describe('readLog', () => {
  it('gives the bytes of a file, and of a link to one', async () => {
    writeFileSync(path('a'), '好');
    symlinkSync(path('a'), path('link'));
    expect(Buffer.from(await readLog(path('link'))).toString()).toBe('好');
  });

  it('refuses what is missing, a folder, a device, a circle of links', async () => {
    symlinkSync(path('circle'), path('circle'));
    await expect(readLog(path('none'))).rejects.toMatchObject({ code: 'file-missing', file: path('none') });
    await expect(readLog(join(path('a'), 'b'))).rejects.toMatchObject({ code: 'file-missing' });
    await expect(readLog(folder)).rejects.toMatchObject({ code: 'file-is-folder' });
    await expect(readLog('/dev/zero')).rejects.toMatchObject({ code: 'file-irregular' });
    await expect(readLog(path('circle'))).rejects.toMatchObject({ code: 'file-unreadable' });
    await expect(readLog('a\0b')).rejects.toMatchObject({ code: 'file-missing' });
  });

  it.skipIf(process.platform === 'win32')('does not wait for a pipe', async () => {
    execFileSync('mkfifo', [path('pipe')]);
    await expect(readLog(path('pipe'))).rejects.toMatchObject({ code: 'file-irregular' });
  });

  it('refuses a file over the limit without reading it', async () => {
    writeFileSync(path('big'), '');
    truncateSync(path('big'), 300 * 1024 * 1024);
    await expect(readLog(path('big'))).rejects.toMatchObject({ code: 'file-too-large' });
  });
});
