import { afterEach, describe, expect, it, vi } from 'vitest';
import { mediawiki } from '../../../src/publish/targets/mediawiki.js';

const options = {
  destination: 'https://wiki.example.invalid/w/api.php',
  pictures: 'link',
  concurrency: 1,
  push: false,
  dryRun: false,
  allowHttp: false,
} as const;

afterEach(() => vi.unstubAllEnvs());

describe('a wiki', () => {
  it.each([
    ['nobody', {}, ''],
    ['an account without its password', { user: '讲录@bot' }, ''],
    ['a password without its account', {}, 'secret'],
  ])('is not asked anything for %s', async (_, who, password) => {
    vi.stubEnv('JIANGLU_WIKI_PASSWORD', password);
    vi.stubEnv('JIANGLU_WIKI_TOKEN', '');
    await expect(mediawiki.open({ ...options, ...who })).rejects.toMatchObject({ code: 'wiki-credentials' });
  });
});
