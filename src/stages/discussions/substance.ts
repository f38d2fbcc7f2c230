import { conceptsOf } from '../../language/concepts.js';
import { withoutQuotations } from '../../language/quotation.js';
import { tag } from '../../language/segmenter.js';
import { bare } from '../../language/text.js';
import type { Lexicon } from '../../lexicon.js';
import type { Message, Transcript } from '../../transcript.js';
import { scoreOf } from '../cues.js';
import { isChatter } from '../message.js';

/** A message that may carry a discussion. */
export interface Substance {
  message: Message;
  person: number;
  /** Rarity of each term that it names: ids of concepts, and words that are rare. */
  terms: Map<string, number>;
  /** Ids of the concepts among them. */
  concepts: string[];
}

const noise = /https?:\/\/\S{1,2000}|!?\[[^\][\n]{0,300}\]\([^)\n]{1,800}\)|[@＠][^\s?？@]{1,60}/gu;
/** So much of a message is read for terms, in UTF-16 units. */
const read = 600;

/** What the sender himself says. */
const own = (text: string) => withoutQuotations(text.slice(0, 4000)).replace(noise, ' ');

const isIdle = (message: Message) =>
  isChatter(message) ||
  scoreOf(message, 'advert') >= 0.6 ||
  scoreOf(message, 'announcement') >= 0.8 ||
  scoreOf(message, 'logistics') >= 0.7;

/** Finds the messages of a log that say something, and what about; `person` numbers the senders. */
export function substancesOf(tree: Transcript, lexicon: Lexicon): Substance[] {
  const { characters, rare } = lexicon.discussions;
  const { find } = conceptsOf(lexicon);
  const { words, concepts: rarities, unknown } = lexicon.idf;
  const people = new Map<string, number>();
  return tree.children.flatMap((message) => {
    if (!people.has(message.sender)) people.set(message.sender, people.size);
    const text = own(message.text);
    if (message.duplicateOf !== undefined || isIdle(message) || bare(text).length < characters) return [];
    const terms = new Map<string, number>();
    const concepts = find(text.slice(0, read)).map(({ values }) => values[0]!.id);
    for (const id of concepts) terms.set(id, rarities[id] ?? unknown);
    for (const { word, tag: part } of tag(text.slice(0, read))) {
      const rarity = words[word.toLowerCase()] ?? 0;
      if (rarity >= rare && word.length >= 2 && /^(?:n|v|l|j|i|eng)/u.test(part)) terms.set(word, rarity);
    }
    return [{ message, person: people.get(message.sender)!, terms, concepts: [...new Set(concepts)] }];
  });
}
