import { shipped } from '../shipped.js';

/** What a text is dropped as: the names of its placeholders. */
export type IdentifierKind = 'phone' | 'email' | 'wechat' | 'qq' | 'card' | 'identity' | 'secret';

/** `lexicon/privacy.json`: the words of pseudonymization. */
export const words = shipped<{
  /** What stands in the place of an identifier. */
  placeholders: Record<IdentifierKind, string>;
  /** Words before an account; after a weak one only what looks like no word is an account. */
  cues: Record<'wechat' | 'wechatWeak' | 'qq' | 'identity', string[]>;
  /** What may stand between a cue and its account. */
  links: string[];
  /** Area codes of three digits; those of four begin with 03 to 09. */
  areaCodes: string[];
  countryCodes: string[];
  /** First digits of the numbers of bank cards. */
  cardPrefixes: string[];
  /** Names of URL parameters whose value belongs to one person. */
  secretParameters: string[];
  /** Where a mention ends, beside white space. */
  mentionEnds: string;
  /** What joins the parts of a nick. */
  nickJoins: string;
}>('privacy.json');
