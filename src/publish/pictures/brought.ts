import type { PageKey } from '../../markdown/keys.js';
import type { Deed, Outcome } from '../engine/outcome.js';
import { isPictureKey } from '../keys.js';
import type { NameOf } from '../target.js';
import { staysLink, toldSome } from './told.js';

/** Deeds after which a picture that was to be put beside the pages is not there. */
const absent: ReadonlySet<Deed> = new Set(['kept', 'raced', 'refused', 'failed']);

/** What became of the pictures of a run, which are brought before the pages that show them. */
export interface Brought {
  /** Of the pictures that are there. */
  outcomes: Outcome[];
  /** The names of pages, and of the pictures that are there. */
  linkTo: NameOf;
  told: string[];
}

/** Whether a page is a picture's. */
export const isPicture = ({ key }: { key: PageKey }): boolean => isPictureKey(key);

/** What pages may show: a picture that upstream did not take stays a link, and is no failure of the run. */
export function broughtPictures(pictures: readonly Outcome[], linkTo: NameOf): Brought {
  const failed = pictures.filter(({ did }) => absent.has(did));
  const outcomes = pictures.filter(({ did }) => !absent.has(did));
  const gone = new Set(failed.map(({ key }) => key));
  const names = new Map(outcomes.map(({ key, name }) => [key, name]));
  return {
    outcomes,
    linkTo: (key) => {
      const to = gone.has(key) ? undefined : linkTo(key);
      return to === undefined ? undefined : (names.get(key) ?? to);
    },
    told: toldSome(failed.map(({ title, did, detail }) => staysLink(title, detail ?? did, did))),
  };
}
