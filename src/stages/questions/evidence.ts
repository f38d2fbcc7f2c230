import { quotationIn } from '../../language/quotation.js';
import { bare } from '../../language/text.js';
import type { CueKind, Message } from '../../transcript.js';
import { scoreOf } from '../cues.js';
import { type GramNumbers, type Grams, gramsOf } from './grams.js';
import type { Wordings } from './model.js';
import { type People, withoutMentions } from './people.js';
import { type Phrasing, phrasesOf, phrasingOf } from './phrasing.js';

const chatterKinds: CueKind[] = [
  'signIn',
  'applause',
  'redPacket',
  'greeting',
  'logistics',
  'system',
  'advert',
  'thanks',
];
const picture = /^!\[[^\]\n]{0,200}\]\([^)\n]{1,2000}\)$/u;
const address = /https?:\/\/\S+/gu;

/** What the decoder sees of a message, taken once. */
export interface View {
  id: number;
  clock: number;
  person: number;
  /** As written; a person may write under several. */
  nick: string;
  /** Without quotations, mentions, addresses, emoji, punctuation and white space. */
  plain: string;
  /** Distinct character pairs of `plain`. */
  grams: Grams;
  mentions: number[];
  /** Names behind an `@` that are nobody's nick. */
  strange: string[];
  /** Plain text of the quoted message, empty without a quotation. */
  quote: string;
  mark: boolean;
  ask: boolean;
  word: boolean;
  particle: boolean;
  yesNo: boolean;
  confirm: boolean;
  understood: boolean;
  followUp: boolean;
  restate: boolean;
  deflect: boolean;
  address: boolean;
  group: boolean;
  chatter: number;
  picture: boolean;
  /** How much the words sound like asking, and like answering from where the person stands; 0 says nothing. */
  asks: number;
  answers: number;
  /** Ends as if more were to come. */
  open: boolean;
  /** Begins with the number of a list. */
  listed: boolean;
}

/** Looks at one message; `people` resolves its mentions, `numbers` are those of character pairs. */
export function viewOf(
  message: Message,
  people: People,
  wordings: Wordings,
  phrasing: Phrasing,
  numbers: GramNumbers = new Map(),
): View {
  const quote = quotationIn(message.text);
  const own = quote ? message.text.slice(quote.end) : message.text;
  const isPicture = picture.test(own.trim());
  const words = isPicture ? '' : withoutMentions(own).replace(address, ' ');
  const plain = bare(words);
  const phrases = phrasesOf(plain);
  const rules = new Set(message.cues.filter((cue) => cue.kind === 'question').map((cue) => cue.rule));
  const person = people.of(message.sender);
  const starts = (list: string[]) => list.some((phrase) => plain.startsWith(phrase));
  const holds = (list: string[]) => list.some((phrase) => plain.includes(phrase));
  return {
    id: message.id,
    clock: message.clock,
    person,
    nick: message.sender,
    plain,
    grams: gramsOf(plain, numbers),
    mentions: people.mentioned(own),
    strange: people.strange(own),
    quote: quote ? bare(withoutMentions(quote.text)) : '',
    mark: /[?？]/u.test(words),
    ask: rules.has('question.ask'),
    word: rules.has('question.word'),
    particle: rules.has('question.particle'),
    yesNo: wordings.yesNo.ends.some((phrase) => plain.endsWith(phrase)),
    confirm: starts(wordings.confirm.starts),
    understood: starts(wordings.understood.starts),
    followUp: starts(wordings.followUp.starts),
    restate: starts(wordings.restate.starts),
    deflect: holds(wordings.deflect.anywhere),
    address: holds(wordings.address.anywhere),
    group: holds(wordings.group.anywhere),
    chatter: chatterKinds.reduce((best, kind) => Math.max(best, scoreOf(message, kind)), 0),
    picture: isPicture,
    asks: phrasingOf(plain, phrasing.asks, phrases),
    answers: phrasingOf(plain, person === 0 ? phrasing.speaker : phrasing.member, phrases),
    open: /[:：,，、;；]$/u.test(own),
    listed: /^\s*[(（]?[0-9①-⑩一二三四五六七八九][、.．)）]/u.test(words),
  };
}
