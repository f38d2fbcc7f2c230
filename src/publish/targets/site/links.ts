import { posix } from 'node:path';
import { addressFrom } from '../../html/address.js';
import { pictureKey } from '../../keys.js';
import type { NameOf } from '../../target.js';
import { aimOf } from './aims.js';
import type { Resolve } from './settled.js';

/** The way from a page to the folder that all pages stand in: nothing, or with a slash at its end. */
export function rootFrom(name: string): string {
  const up = posix.relative(posix.dirname(name), '.');
  return up === '' ? '' : `${up}/`;
}

/** Where the addresses of serve lead on the page of a name. */
export const resolverOf =
  (own: string, nameOf: NameOf): Resolve =>
  (address) => {
    const aim = aimOf(address);
    if (aim === undefined) return undefined;
    if ('look' in aim) return aim.look;
    const to = nameOf(aim.key);
    if (to === undefined) return undefined;
    return to === own && aim.hash !== '' ? aim.hash : addressFrom(own, to) + aim.hash;
  };

/** The address under which pages of serve show a picture that was fetched; undefined where it was not. */
export const pictureAddress = (url: string, nameOf: NameOf): string | undefined => {
  const key = pictureKey(url);
  return nameOf(key) === undefined ? undefined : `/pictures/${key.replace(/^picture:/u, '')}`;
};
