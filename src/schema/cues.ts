/** Generated from schemas/cues.schema.json by `npm run types`: change the schema, not this file. */

/**
 * Exactly one of the ways to match is set.
 */
export type Rule = {
  id: string;
  score: number;
  whole?: Texts;
  starts?: Texts;
  ends?: Texts;
  phrases?: Texts;
  /**
   * a regular expression, flag u
   */
  pattern?: string;
  /**
   * the message is made of emoji of this list of lexicon/emoji.json
   */
  emoji?: string;
  min?: number;
  max?: number;
} & Rule1;
/**
 * @minItems 1
 */
export type Texts = string[];
export type Rule1 =
  | {
      whole: unknown;
    }
  | {
      starts: unknown;
    }
  | {
      ends: unknown;
    }
  | {
      phrases: unknown;
    }
  | {
      pattern: unknown;
    }
  | {
      emoji: unknown;
    };

/**
 * Rules that find one kind of evidence in a message (lexicon/cues/*.json).
 */
export interface Cues {
  kind:
    | 'signIn'
    | 'applause'
    | 'redPacket'
    | 'greeting'
    | 'logistics'
    | 'system'
    | 'advert'
    | 'question'
    | 'announcement'
    | 'opening'
    | 'closing'
    | 'heading'
    | 'mention'
    | 'restriction'
    | 'media'
    | 'thanks';
  rules: Rule[];
}
