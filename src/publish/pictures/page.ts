import { fail } from '../../errors.js';
import { headsOf } from '../engine/names.js';
import type { Row } from '../engine/state.js';
import { hashOf, pictureKey } from '../keys.js';
import type { Content, Page, Target, Upstream } from '../target.js';
import { type Ending, endings, kindOf } from './kind.js';

/** Bytes of pictures that are read again, at most: they are held until all pages are written. */
const most = 256 * 1024 * 1024;

/** By the address, not by the bytes: so no two pictures ask for one name, and a run without a state finds them again. */
const fileOf = (url: string, ending: Ending) => `${pictureKey(url).replace(/^.*:/u, '')}.${ending}`;

/** What a target calls the file of a picture. */
export type PictureName = NonNullable<Target['picturesBeside']>;

/** Where pictures stand in folders of pages. */
export const inPictures: PictureName = (file) => `pictures/${file}`;

/** The page of a picture that is there. */
export function pageOf(
  url: string,
  { bytes, ending }: { bytes: Uint8Array; ending: Ending },
  nameOf: PictureName,
): Page {
  const stamp = hashOf(bytes);
  return {
    key: pictureKey(url),
    kind: 'file',
    title: url,
    name: nameOf(fileOf(url, ending)),
    stamp,
    isThis: (content) => typeof content !== 'string' && hashOf(content) === stamp,
    render: () => bytes,
  };
}

/** The page of a picture that a former run left; as long as it stands nobody asks for its content. */
export const asLeft = ({ key, kind, title, wanted, stamp }: Row): Page => ({
  key,
  kind,
  title,
  name: wanted,
  stamp,
  render: () => {
    throw fail('file-missing', { file: wanted });
  },
});

/** Pictures that stand under the names which they would get: a run before the state was lost has fetched them. */
export async function foundAgain(
  urls: readonly string[],
  upstream: Upstream,
  nameOf: PictureName,
): Promise<Page[]> {
  const names = urls.flatMap((url) =>
    endings.map((ending) => ({ url, ending, name: nameOf(fileOf(url, ending)) })),
  );
  const heads = await headsOf(
    upstream,
    names.map(({ name }) => name),
  );
  const pages = new Map<string, Page>();
  let bytes = 0;
  for (const { url, ending, name } of names) {
    if (!heads.has(name) || pages.has(url) || bytes >= most) continue;
    const content: Content = (await upstream.read(name))?.content ?? '';
    if (typeof content === 'string' || kindOf(content) !== ending) continue;
    bytes += content.length;
    pages.set(url, pageOf(url, { bytes: content, ending }, nameOf));
  }
  return [...pages.values()];
}

/** Rows of pictures that stand, and keys of those that do not. */
export async function standingOf(rows: readonly Row[], upstream: Upstream) {
  const heads = await headsOf(
    upstream,
    rows.map(({ name }) => name),
  );
  const gone = rows.filter(({ name }) => !heads.has(name)).map(({ key }) => key);
  return { standing: rows.filter(({ name }) => heads.has(name)), deleted: new Set(gone) };
}
