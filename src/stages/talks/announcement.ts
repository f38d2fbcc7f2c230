import { numeral } from '../../language/numerals.js';
import type { Lexicon } from '../../lexicon.js';
import { type Message, type Span, spanOf } from '../../transcript.js';
import { firstOf } from './first-of.js';
import { titleIn } from './title.js';

/** What one message announces; spans lie in that message. */
export interface Announcement {
  message: number;
  by: string;
  /** The announced nick as typed, null where none is named. */
  name: string | null;
  /** The nicks of a panel, the first among them; absent where one person is announced. */
  panel?: string[];
  title: Span | null;
  time: Span | null;
}

/** Longest announcement read: beyond that a message is a schedule, a set of rules or an article. */
const longest = 900;
/** More mentions than this make a schedule of many talks. */
const mostMentions = 2;

const has = (text: string, phrases: string[]) => phrases.some((phrase) => text.includes(phrase));

function nameIn(text: string, words: Lexicon['talks']): string | null {
  let at = text.indexOf('@');
  while (at >= 0 && words.everybody.some((name) => text.startsWith(name, at + 1)))
    at = text.indexOf('@', at + 1);
  if (at < 0) return null;
  const end = firstOf(text, words.nameEnds, at + 1);
  const raw = text.slice(at + 1, Math.min(end < 0 ? at + 60 : end, at + 60));
  const name = raw.replace(/(?<![\s?？:：\u2005])[\s?？:：\u2005]+$/u, '').trim();
  return name || null;
}

const clock = /([0-9]{1,2}|[一二两三四五六七八九十]{1,3})\s?[:：点](?:\s?([0-9]{2}|半))?/u;

/** Most people of a panel: more mentions make a schedule, or a roll of guests. */
const mostPanel = 5;

/** The nicks behind each `@` that means a person, in order. */
function namesIn(text: string, words: Lexicon['talks']): string[] {
  const ends = [...words.nameEnds, ...words.panel];
  return text
    .split('@')
    .slice(1)
    .flatMap((rest) => {
      if (words.everybody.some((name) => rest.startsWith(name))) return [];
      const end = firstOf(rest, ends, 0);
      const name = rest
        .slice(0, Math.min(end < 0 ? 60 : end, 60))
        .replace(/(?<![\s?？:：、，和与\u2005])[\s?？:：、，和与\u2005]+$/u, '');
      return name.trim() ? [name.trim()] : [];
    });
}

/** Several people under one subject: they are named together, and the words say so. */
function panelIn(message: Message, words: Lexicon['talks']): Announcement | null {
  const { text } = message;
  if (text.length > longest || !has(text, words.panel) || !has(text, words.share)) return null;
  if (has(text, words.cancelled) || words.notAnnouncement.some((phrase) => text.startsWith(phrase)))
    return null;
  if (!has(text, words.today) && has(text, words.otherDay)) return null;
  const panel = [...new Set(namesIn(text, words))];
  const title = titleIn(message, words);
  if (panel.length < 2 || panel.length > mostPanel || !title) return null;
  return {
    message: message.id,
    by: message.sender,
    name: panel[0]!,
    panel,
    title,
    time: timeIn(message, words),
  };
}

/** The time as typed, looked for behind the word for it first; null where none is or could be one. */
function timeIn(message: Message, words: Lexicon['talks']): Span | null {
  const { text } = message;
  const word = Math.max(...words.time.map((one) => text.indexOf(one)), 0);
  for (const [from, length] of [
    [word, 80],
    [0, 300],
  ] as const) {
    const match = clock.exec(text.slice(from, from + length));
    if (!match) continue;
    const minutes = match[2] === undefined || match[2] === '半' ? 30 : Number(match[2]);
    if ((numeral(match[1]!) ?? 99) > 24 || minutes > 59) continue;
    return spanOf(message, from + match.index, from + match.index + match[0].length);
  }
  return null;
}

const shifted = (span: Span | null, by: number): Span | null =>
  span && { ...span, start: span.start + by, end: span.end + by };

/** Two talks in one message (下午 @A 讲《X》，晚上 @B 讲《Y》) are read clause by clause. */
function twoIn(message: Message, words: Lexicon['talks']): Announcement[] {
  const { text } = message;
  const second = text.indexOf('@', text.indexOf('@') + 1);
  const cut = Math.max(
    text.lastIndexOf('，', second),
    text.lastIndexOf('；', second),
    text.lastIndexOf('\n', second),
  );
  if (second < 0 || cut < text.indexOf('@') || text.length > longest) return [];
  const parts: [number, string][] = [
    [0, text.slice(0, cut)],
    [cut + 1, text.slice(cut + 1)],
  ];
  const found = parts.flatMap(([from, part]) => {
    const one = announcementIn({ ...message, text: part }, words);
    return one?.name && one.title
      ? [{ ...one, title: shifted(one.title, from), time: shifted(one.time, from) }]
      : [];
  });
  return found.length === 2 ? found : [];
}

/** The announcements that a message holds: mostly none or one, two where it names two speakers and subjects. */
export function announcementsIn(message: Message, words: Lexicon['talks']): Announcement[] {
  if (!has(message.text, words.share)) return [];
  if (message.text.split('@').length === 3) {
    const two = twoIn(message, words);
    if (two.length) return two;
  }
  const panel = panelIn(message, words);
  if (panel) return [panel];
  const one = announcementIn(message, words);
  return one ? [one] : [];
}

/**
 * Reads a message as the announcement of a talk on the same day, or gives null. Schedules of several talks, talks of
 * other days, thanks and wishes are none.
 */
function announcementIn(message: Message, words: Lexicon['talks']): Announcement | null {
  const { text } = message;
  if (text.length > longest || text.length < 8 || !has(text, words.share)) return null;
  const mentions =
    text.split('@').length - 1 - words.everybody.filter((name) => text.includes(`@${name}`)).length;
  if (mentions > mostMentions) return null;
  if (words.notAnnouncement.some((phrase) => text.startsWith(phrase)) || has(text, words.cancelled))
    return null;
  const invites = has(text, words.invite);
  const today = has(text, words.today);
  if (!today && has(text, words.otherDay)) return null;
  const own = today && has(text, words.self);
  if (!invites && !own && !(today && mentions > 0) && !has(text, words.announces)) return null;
  const title = titleIn(message, words);
  const time = timeIn(message, words);
  const name = nameIn(text, words);
  if (!name && !(title && time)) return null;
  if (!title && !(name && today && (time || invites))) return null;
  return {
    message: message.id,
    by: message.sender,
    name,
    title,
    time,
  };
}
