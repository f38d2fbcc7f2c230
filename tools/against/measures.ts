import type { Article, Unit } from '../align/article.js';
import { candidates } from '../align/candidates.js';
import { type Log, prepare } from '../align/log.js';
import { align } from '../align/path.js';
import { grams, likeness, share } from '../align/text.js';

/** How many of how many. */
export interface Count {
  hits: number;
  of: number;
}

/** A note's page beside the article on the same talk. */
export interface Agreement {
  /** Sentences of the article that the note holds: of the talk, and of the questions. */
  talk: Count;
  questions: Count;
  /** Sentences of the note that the article lacks. */
  lacking: Count;
  /** Pairs of the article's sentences that the note has in the same order. */
  order: Count;
  headings: { same: number; note: number; article: number };
}

/** Shorter sentences say nothing by themselves: `好的`, `是的`. */
const shortest = 6;
/** A sentence is held where its characters' pairs are found to this share; editors change a word here and there. */
const leastHeld = 0.75;
/** Titles so alike are the same, a word dropped or added: the score script's bound. */
const sameTitle = 0.5;

const told = (units: readonly Unit[]) =>
  units.filter(
    ({ kind, part, norm }) =>
      kind === 'text' && (part === 'lecture' || part === 'qa') && norm.length >= shortest,
  );

/** The lines of an article as messages, headings among them, since one's heading may be the other's sentence. */
function lines(article: Article): Log {
  const texts = new Map<number, string>();
  for (const { kind, part, line, text } of article.units)
    if (kind !== 'image' && (part === 'lecture' || part === 'qa'))
      texts.set(line, `${texts.get(line) ?? ''}${text} `);
  return prepare([...texts.values()].map((text, id) => ({ id, sender: `${id}`, text })));
}

/** Whether a sentence stands in a line or the lines beside it: either side may have cut it in two. */
function holds(log: Log, unit: Unit): boolean {
  const own = grams(unit.norm);
  return candidates(unit, log).some(({ message }) => {
    const near = log.messages.slice(Math.max(0, message - 1), message + 2);
    return share(own, new Set(near.flatMap((line) => [...line.grams]))) >= leastHeld;
  });
}

function count(units: readonly Unit[], log: Log): Count {
  return { hits: units.filter((unit) => holds(log, unit)).length, of: units.length };
}

/** Pairs of places that do not run backwards, of all pairs. Quadratic, in an article's few hundred sentences. */
export function monotone(places: readonly number[]): Count {
  let hits = 0;
  for (let a = 0; a < places.length; a++)
    for (let b = a + 1; b < places.length; b++) if (places[a]! <= places[b]!) hits++;
  return { hits, of: (places.length * (places.length - 1)) / 2 };
}

/** Titles of one list that another has, one to one, the most alike first. */
export function sameTitles(a: readonly string[], b: readonly string[]): number {
  const alike = a.flatMap((x, i) => b.map((y, j) => ({ i, j, like: likeness(x, y) })));
  const used = new Set<string>();
  let same = 0;
  for (const { i, j, like } of alike.sort((x, y) => y.like - x.like || x.i - y.i || x.j - y.j)) {
    if (like < sameTitle || used.has(`a${i}`) || used.has(`b${j}`)) continue;
    used.add(`a${i}`).add(`b${j}`);
    same++;
  }
  return same;
}

/** A heading that runs into its text is a label, and no heading that a reader sees. */
const titles = (article: Article) =>
  article.units
    .filter(({ kind, part, shape }) => kind === 'heading' && part === 'lecture' && shape !== 'boldRunIn')
    .map(({ text }) => text);

/** Measures a note's page against the article on its talk. */
export function agreement(article: Article, note: Article): Agreement {
  const [ours, theirs] = [lines(note), lines(article)];
  const wanted = told(article.units);
  const places = align(wanted, ours).flatMap((place) => (place ? [place.message] : []));
  const mine = told(note.units);
  const shared = count(mine, theirs);
  const [noted, edited] = [titles(note), titles(article)];
  return {
    talk: count(
      wanted.filter(({ part }) => part === 'lecture'),
      ours,
    ),
    questions: count(
      wanted.filter(({ part }) => part === 'qa'),
      ours,
    ),
    lacking: { hits: mine.length - shared.hits, of: mine.length },
    order: monotone(places),
    headings: { same: sameTitles(noted, edited), note: noted.length, article: edited.length },
  };
}
