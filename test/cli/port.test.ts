import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labelCommand } from '../../src/cli/label.js';
import { serveCommand } from '../../src/cli/serve.js';
import { openStore } from '../../src/store/sqlite.js';
import { chat, folder } from './jianglu.js';

const host = '127.0.0.1';
const other = createServer();
let port: number;
beforeAll(async () => {
  await once(other.listen(0, host), 'listening');
  ({ port } = other.address() as AddressInfo);
});
afterAll(() => other.close());

describe('a port that another program listens on', () => {
  const told = { code: 'port-unusable', message: expect.stringContaining('EADDRINUSE') };

  it('is refused by label', async () => {
    const out = folder();
    const log = join(out, 'chat.markdown');
    writeFileSync(log, chat);
    const done = labelCommand(log, { port, open: false, out });
    await expect(done).rejects.toMatchObject(told);
  });

  it('is refused by serve', async () => {
    const store = join(folder(), 'index.sqlite');
    await openStore(store, 'write').close();
    const done = serveCommand({ port, host, store });
    await expect(done).rejects.toMatchObject(told);
  });
});
