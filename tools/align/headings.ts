import type { Article, HeadingShape } from './article.js';
import type { Log, Prepared } from './log.js';
import { bare, markerShape, splitMarker } from './marker.js';
import type { Place } from './path.js';
import { likeness, normal } from './text.js';

/** A heading of the article that the speaker typed. */
export interface WeakHeading {
  msg: number;
  level: number;
  /** As typed in the log, not as the editor numbered it. */
  marker: string;
  title: string;
  confidence: number;
  /** How the editor and how the speaker set it. */
  evidence: `${HeadingShape} ${Setting}`;
}

/** Likeness of two titles from which they are the same. */
const alike = 0.75;
/** Messages before and after the neighbouring units' places in which a heading is looked for. */
const slack = 3;
/** Longest line that is a heading as a whole, in characters that count. */
const longest = 40;

/** How a title stands in the log: numbered, alone on its line, or as a label before its text. */
type Setting = 'marked' | 'alone' | 'label';

/** Share that is right of each kind among the articles whose talk is labelled by hand (npm run align prints it). */
const confidences: Record<HeadingShape, Record<Setting, number>> = {
  hash: { marked: 0.95, alone: 0.8, label: 0.7 },
  bold: { marked: 0.9, alone: 0.9, label: 0.3 },
  boldRunIn: { marked: 0.8, alone: 0.5, label: 0.1 },
};
/** What is less sure than this is left out. */
const least = 0.5;

interface Found {
  message: number;
  offset: number;
  setting: Setting;
  marker: string;
  title: string;
}

/** Offsets at which a heading may begin: a log's lines are often joined by spaces. */
function starts(text: string): number[] {
  const found = [0];
  for (let at = 1; at < text.length; at++)
    if (/[\s。；;！!？?，]/u.test(text[at - 1]!) && !/\s/u.test(text[at]!)) found.push(at);
  return found;
}

/** How the text from an offset on states a title: numbered, as a line of its own, or as a label before its text. */
function stated(text: string, offset: number, title: string): Omit<Found, 'message'> | null {
  const end = text.indexOf('\n', offset);
  const line = text.slice(offset, end < 0 ? undefined : end);
  const { marker, rest } = splitMarker(line.slice(0, longest * 8));
  const own = offset === 0 || text[offset - 1] === '\n';
  const wanted = normal(title);
  if ((!own && !marker) || !wanted) return null;
  const whole = own && normal(rest).length <= longest && likeness(rest, title) >= alike;
  const label = whole || wanted.length < 2 ? null : cut(rest, wanted);
  if (!whole && !label) return null;
  const name = bare(label ?? rest);
  if (marker && listed(marker, text.slice(text.indexOf(name, offset) + name.length))) return null;
  return { offset, setting: marker ? 'marked' : label ? 'label' : 'alone', marker, title: name };
}

/** Whether the next number of the same shape follows at once: an agenda, or a list of short items. */
function listed(marker: string, tail: string): boolean {
  const next = splitMarker(tail.replace(/^[\s\p{P}]{1,8}/u, '')).marker;
  return next !== '' && markerShape(next) === markerShape(marker);
}

/** The beginning of a text that says the wanted characters, if a pause follows it. */
function cut(text: string, wanted: string): string | null {
  if (!normal(text).startsWith(wanted)) return null;
  for (let end = 1; end <= text.length; end++)
    if (normal(text.slice(0, end)).length >= wanted.length)
      return /^(?:$|[\s。：:；;，,、—\-（(）)】])/u.test(text.slice(end)) ? text.slice(0, end) : null;
  return null;
}

function inMessage(message: Prepared, title: string, from: number): Found | null {
  for (const offset of starts(message.text)) {
    const found = offset >= from && stated(message.text, offset, title);
    if (found) return { message: message.id, ...found };
  }
  return null;
}

/** The place of the nearest aligned unit in a direction. */
function neighbour(places: readonly Place[], from: number, step: 1 | -1): number | undefined {
  for (let at = from + step; at >= 0 && at < places.length && Math.abs(at - from) <= 8; at += step)
    if (places[at]) return places[at]?.message;
  return undefined;
}

/**
 * The article's headings that stand in the lecture's messages, in the article's order, each with the marker and
 * wording of the log and its level by depth among the found ones. What only the editor wrote is left out.
 */
export function headingsOf(
  article: Article,
  places: readonly Place[],
  members: ReadonlySet<number>,
  log: Log,
): WeakHeading[] {
  const open: number[] = [];
  const after = new Map<number, number>();
  const found: WeakHeading[] = [];
  for (const [at, unit] of article.units.entries()) {
    if (unit.kind !== 'heading' || unit.part !== 'lecture') continue;
    const place = find(unit.text, at, places, members, log, after);
    const shape = unit.shape ?? 'hash';
    const confidence = place ? confidences[shape][place.setting] : 0;
    if (!place || confidence < least) continue;
    after.set(place.message, place.offset + 1);
    const rank = unit.rank ?? 0;
    while (open.length && open.at(-1)! >= rank) open.pop();
    open.push(rank);
    found.push({
      msg: place.message,
      level: open.length,
      marker: place.marker,
      title: place.title,
      confidence,
      evidence: `${shape} ${place.setting}`,
    });
  }
  return found;
}

/** The title nearest before the text that it heads, so that an agenda, which comes earlier, does not win. */
function find(
  title: string,
  at: number,
  places: readonly Place[],
  members: ReadonlySet<number>,
  log: Log,
  taken: ReadonlyMap<number, number>,
): Found | null {
  const before = neighbour(places, at, -1);
  const after = neighbour(places, at, 1);
  const near = [places[at]?.message, before, after].filter((id) => id !== undefined);
  if (!near.length) return null;
  const [low, high] = [Math.min(...near) - slack, Math.max(...near) + slack];
  let best: Found | null = null;
  const distance = (id: number) => Math.abs(id - (after ?? low));
  for (const id of members) {
    if (id < low || id > high || (best && distance(best.message) <= distance(id))) continue;
    best = inMessage(log.messages[id]!, title, taken.get(id) ?? 0) ?? best;
  }
  return best;
}
