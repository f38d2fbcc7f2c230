import { tag } from '../../language/segmenter.js';
import type { Talk } from '../../transcript.js';
import type { Clause } from './clauses.js';
import { allSections } from './headings.js';
import type { DefinitionPhrases } from './phrases.js';
import { termKey } from './term.js';
import type { Term } from './terms.js';

/** What speaks for or against a term, by name, mostly between 0 and 1. */
export type Features = Record<string, number>;

/** What the features of a term are measured against. */
export interface Setting {
  text: string;
  titles: string[];
  title: string;
  terms: Term[];
  last: number;
  phrases: DefinitionPhrases;
}

/** Gathers once what all terms of a talk are measured against. */
export function settingOf(talk: Talk, clauses: Clause[], terms: Term[], phrases: DefinitionPhrases): Setting {
  const text = clauses
    .map((clause) => clause.plain.slice(clause.start, clause.end))
    .join('\n')
    .normalize('NFKC')
    .toLowerCase();
  const titles = allSections(talk.sections).map((section) => termKey(section.title));
  return { text, titles, title: termKey(talk.title), terms, last: Math.max(1, clauses.length), phrases };
}

const most = (value: number, limit: number) => Math.min(1, value / limit);
const yes = (value: boolean) => (value ? 1 : 0);

/** The features of one term. */
export function featuresOf(term: Term, setting: Setting): Features {
  const own = {
    ...shapeFeatures(term),
    ...wordFeatures(term, setting),
    ...lectureFeatures(term, setting),
    ...kinFeatures(term, setting),
  };
  return { ...own, ...crossed(own) };
}

function shapeFeatures({ places, best }: Term): Features {
  const shapes = new Set(places.map(({ shape }) => shape));
  const found: Features = {};
  for (const shape of shapes) found[`shape.${shape}`] = 1;
  const { clause } = best;
  const rest = clause.plain.slice(best.end, clause.end).replace(/^[\s\p{P}\p{S}]{1,20}/u, '');
  const told = rest.length < 6 && best.definition.length ? best.definition.at(-1)!.text : rest;
  const verb = /^(?:v|p|d)/u.test(tag(told.slice(0, 12))[0]?.tag ?? '');
  const length = best.definition.reduce((sum, span) => sum + span.text.length, 0);
  const holds = best.definition.some(
    ({ message, start, end }) => message === best.message && start <= best.start && best.end <= end,
  );
  const said = length - (holds ? best.end - best.start : 0);
  return {
    ...found,
    shapes: most(shapes.size - 1, 3),
    places: most(places.length - 1, 4),
    said: most(said, 60),
    curt: yes(said < 12),
    inline: most(rest.length, 40),
    alone: yes(rest.length < 6),
    apart: yes(rest.length < 6 && best.definition.at(-1)?.message !== best.message),
    verbNext: yes(verb),
    sentence: yes(/[。；;]$/u.test(told)),
    marked: yes(clause.marked),
    opens: yes(clause.opens),
    asks: yes(/[？?]$/u.test(clause.plain.slice(clause.start, clause.end))),
  };
}

/** What holds of labels and of told definitions only: both together say more than each alone. */
const companions = [
  'head',
  'once',
  'said',
  'kin',
  'times',
  'titled',
  'opens',
  'single',
  'marked',
  'inline',
  'alone',
  'apart',
  'verbNext',
  'sentence',
  'row',
  'risk',
];
const families: Record<string, string[]> = {
  told: ['refers', 'soCalled', 'equals', 'kindOf', 'aka', 'naming'],
  labelled: ['colon', 'dash', 'bracket', 'comma', 'line', 'runIn', 'heading'],
};

function crossed(own: Features): Features {
  const found: Features = {};
  for (const [family, shapes] of Object.entries(families)) {
    if (!shapes.some((shape) => own[`shape.${shape}`])) continue;
    found[family] = 1;
    for (const name of companions) found[`${family}*${name}`] = own[name]!;
  }
  return found;
}

function wordFeatures({ text }: Term, { phrases }: Setting): Features {
  const words = tag(text);
  const first = words[0]?.tag ?? 'x';
  const last = words.at(-1)?.tag ?? 'x';
  return {
    length: most(text.length, 10),
    two: yes(text.length === 2),
    long: yes(text.length > 9),
    latin: yes(/^[\p{Script=Latin}\d\s\-_.+]{1,40}$/u.test(text)),
    mixed: yes(/[A-Za-z]/u.test(text)),
    single: yes(words.length === 1),
    many: yes(words.length > 3),
    verbFirst: yes(/^v/u.test(first) && first !== 'vn'),
    verbLast: yes(/^(?:v|d|p|c|u)/u.test(last) && last !== 'vn'),
    nounLast: yes(/^(?:n|vn|eng|l|j)/u.test(last)),
    adverb: yes(words.some((word) => /^[dcpry]/u.test(word.tag))),
    number: yes(words.some((word) => word.tag === 'm')),
    of: yes(text.includes('的')),
    list: yes(/[、/和与及]/u.test(text)),
    verbs: most(words.filter((word) => word.tag === 'v').length, 2),
    head: yes(phrases.heads.some((head) => text.endsWith(head) && text.length > head.length)),
    risk: yes(phrases.risk.some((word) => text.endsWith(word))),
  };
}

function lectureFeatures(
  { key, text, best }: Term,
  { text: all, titles, title, last, terms }: Setting,
): Features {
  const times = all.split(text.normalize('NFKC').toLowerCase()).length - 1;
  return {
    times: most(Math.log2(Math.max(1, times)), 4),
    once: yes(times < 2),
    titled: yes(titles.includes(key)),
    often: yes(titles.filter((one) => one === key).length > 1),
    inTitle: yes(titles.some((one) => one !== key && one.includes(key))),
    subject: yes(title.includes(key)),
    early: yes(best.message === terms[0]?.best.message),
    crowd: most(Math.log2(1 + terms.length), 7),
    lecture: most(Math.log2(1 + last), 8),
  };
}

/** Terms of one row are labels alike in one message or in a run of messages. */
const rowOf = ({ best }: Pick<Term, 'best'>) =>
  `${best.shape} ${best.clause.end - best.end > 8} ${best.clause.marked}`;

function kinFeatures({ key, best }: Term, { terms }: Setting): Features {
  const tail = key.slice(-2);
  const kin = terms.filter(
    (other) => other.key !== key && other.key.endsWith(tail) && other.key !== tail,
  ).length;
  const like = terms.filter((other) => other.key !== key && other.best.shape === best.shape);
  const beside = like.filter((other) => Math.abs(other.best.message - best.message) <= 2).length;
  const row = like.filter(
    (other) => Math.abs(other.best.message - best.message) <= 2 && rowOf(other) === rowOf({ best }),
  ).length;
  const within = terms.some((other) => other.key.length > key.length && other.key.includes(key));
  const holds = terms.some((other) => other.key.length < key.length && key.includes(other.key));
  return {
    kin: most(kin, 3),
    beside: most(beside, 4),
    row: most(row, 4),
    within: yes(within),
    holds: yes(holds),
  };
}
