import { expect, test } from 'vitest';
import { type FetchPicture, fetchAll } from '../../../src/publish/pictures/fetch-all.js';
import { inPictures } from '../../../src/publish/pictures/page.js';
import { beginnings } from './server.js';

const { png } = beginnings;
const urls = Array.from({ length: 20 }, (_, index) => `https://a.example/${index}.png`);

test('一个总不应答的服务器：几次以后就不再问它，别的服务器照问', async () => {
  const asked: string[] = [];
  const fetch: FetchPicture = async (url) => {
    asked.push(url);
    return url.includes('//b.') ? { bytes: png, ending: 'png' } : { refused: 'too-slow' };
  };
  const came = await fetchAll([...urls, 'https://b.example/1.png'], fetch, inPictures);
  expect(asked.length).toBeLessThan(8);
  expect(came).toHaveLength(21);
  expect(came.at(-1)).toMatchObject({ title: 'https://b.example/1.png' });
  expect(came.at(-2)).toMatchObject({ refused: 'given-up' });
});

test.each([
  ['张数', { pictures: 5, bytes: 1e6 }, 5],
  ['字节', { pictures: 100, bytes: 3 * png.length }, 6],
])('一次运行取的有限：%s', async (_, bounds, most) => {
  const came = await fetchAll(urls, async () => ({ bytes: png, ending: 'png' }), inPictures, bounds);
  expect(came.length).toBeGreaterThan(2);
  expect(came.length).toBeLessThanOrEqual(most);
});
