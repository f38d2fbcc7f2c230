import { foldedText } from '../language/fold.js';
import { plainNick } from '../readable/text.js';

/**
 * What a page is known by from run to run, whatever it is called: `talk:ID` of the note, `speaker:` and the folded nick,
 * `topic:` and `concept:` with the id of the taxonomy, else a name that the target gives.
 */
export type PageKey = string;

/** The key of a talk's page, by the note's id. */
export const talkKey = (id: string): PageKey => `talk:${id}`;
/** The key of a speaker's page, by the nick. */
export const speakerKey = (name: string): PageKey => `speaker:${foldedText(plainNick(name))}`;
/** The key of a topic's page, by the id that the note gives the topic. */
export const topicKey = (id: string): PageKey => `topic:${id}`;
/** The key of a concept's page: of the taxonomy's id, else `term:` and the folded term. */
export const conceptKey = (id: string): PageKey => `concept:${id}`;
