import { posix } from 'node:path';
import type { PageKey } from '../../../markdown/keys.js';
import { addressFrom } from '../../html/address.js';
import { pictureKey } from '../../keys.js';
import type { NameOf } from '../../target.js';
import { aimOf, type Place } from './aims.js';
import type { Resolve } from './settled.js';

/** The way from a page to the folder that all pages stand in: nothing, or with a slash at its end. */
export function rootFrom(name: string): string {
  const up = posix.relative(posix.dirname(name), '.');
  return up === '' ? '' : `${up}/`;
}

/** Names of pages, and where else something stands that has no page of its own. */
export interface Whereabouts {
  nameOf: NameOf;
  places: ReadonlyMap<PageKey, Place>;
}

/** The name of the page that something stands on, and the place there (`''`, or with `#`); undefined where nowhere. */
export function standingAt(
  { key, hash }: Place,
  { nameOf, places }: Whereabouts,
): { name: string; hash: string } | undefined {
  const own = nameOf(key);
  if (own !== undefined) return { name: own, hash };
  const place = places.get(key);
  const name = place && nameOf(place.key);
  return name === undefined ? undefined : { name, hash: place!.hash };
}

/** Where the addresses of serve lead on the page of a name. */
export const resolverOf =
  (own: string, where: Whereabouts): Resolve =>
  (address) => {
    const aim = aimOf(address);
    if (aim === undefined) return undefined;
    if ('look' in aim) return aim.look;
    const to = standingAt(aim, where);
    if (to === undefined) return undefined;
    return to.name === own && to.hash !== '' ? to.hash : addressFrom(own, to.name) + to.hash;
  };

/** The address under which pages of serve show a picture that was fetched; undefined where it was not. */
export const pictureAddress = (url: string, nameOf: NameOf): string | undefined => {
  const key = pictureKey(url);
  return nameOf(key) === undefined ? undefined : `/pictures/${key.replace(/^picture:/u, '')}`;
};
