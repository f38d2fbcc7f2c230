import { inTurn } from '../engine/in-turn.js';
import type { Page } from '../target.js';
import type { Fetched, Refused } from './fetch.js';
import { type PictureName, pageOf } from './page.js';
import type { Failure } from './told.js';

/**
 * What a run takes in, at most: bytes are held until the pages are written. What is left over is fetched by the next run,
 * as those of this one stand by then.
 */
export const most = { pictures: 1000, bytes: 256 * 1024 * 1024 };

/** Pictures that are fetched at the same time. */
const atOnce = 4;

/** Pictures after which a server that is too slow or away is asked for no more of them in this run. */
const patience = 3;

/** Fetches one picture. */
export type FetchPicture = (url: string) => Promise<Fetched | Refused>;

/** Fetches pictures, as many as a run may; for the others says why not, and leaves out those that were too much. */
export async function fetchAll(
  urls: readonly string[],
  fetch: FetchPicture,
  nameOf: PictureName,
  { pictures, bytes: enough } = most,
): Promise<(Page | Failure)[]> {
  const waited = new Map<string, number>();
  let bytes = 0;
  const got = await inTurn(urls.slice(0, pictures), atOnce, async (url) => {
    if (bytes >= enough) return [];
    const host = URL.canParse(url) ? new URL(url).host : '';
    const times = () => waited.get(host) ?? 0;
    const one: Fetched | Refused = times() < patience ? await fetch(url) : { refused: 'given-up' };
    if ('bytes' in one) {
      bytes += one.bytes.length;
      return [pageOf(url, one, nameOf)];
    }
    if (/^(?:too-slow|unreachable)$/u.test(one.refused)) waited.set(host, times() + 1);
    return [{ url, ...one }];
  });
  return got.flat();
}
