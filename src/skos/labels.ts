import type { Concept } from '../schema/taxonomy.js';
import type { Thing } from './statement.js';

/** The languages that the lexicon has names in. */
export type Language = 'zh-Hans' | 'zh-Hant' | 'en';

/** Characters of a label, at most, as the schema has it. */
const longest = 60;

/** A label that the lexicon can hold. */
export interface Label {
  text: string;
  /** Undefined where the vocabulary does not say. */
  language: Language | undefined;
}

/** Labels that it can hold, and why others are none: a language, or that they are too long. */
export interface Labels {
  fit: Label[];
  unfit: string[];
}

function languageOf(tag: string): Language | 'other' | undefined {
  if (tag === '') return undefined;
  if (/^en(?:-|$)/u.test(tag)) return 'en';
  if (/^zh-(?:hant|tw|hk|mo)(?:-|$)|^zh-[\w-]{1,20}-hant$/u.test(tag)) return 'zh-Hant';
  return /^(?:zh|cmn)(?:-|$)/u.test(tag) ? 'zh-Hans' : 'other';
}

/** One line, without what cannot be seen. */
const tidy = (text: string) =>
  text
    .replace(/[\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069\ufeff]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

/** Sorts labels by whether the lexicon can hold them. */
export function labelsAmong(things: readonly Thing[]): Labels {
  const labels: Labels = { fit: [], unfit: [] };
  for (const thing of things) {
    if ('iri' in thing) continue;
    const language = languageOf(thing.language);
    const text = tidy(thing.text);
    if (language === 'other') labels.unfit.push(`labels in ${thing.language}`);
    else if (text === '' || [...text].length > longest)
      labels.unfit.push('labels that are empty or too long');
    else labels.fit.push({ text, language });
  }
  return labels;
}

const order: readonly Label['language'][] = ['zh-Hans', 'zh-Hant', undefined, 'en'];

/** The label that a concept goes by: simplified Chinese before traditional, and English last. */
export const bestOf = (labels: readonly Label[]): Label | undefined =>
  order
    .map((language) => labels.find((label) => label.language === language))
    .find((label) => label !== undefined);

/** All other labels by language, each once; one without a language is told by its script. */
export function altLabelOf(best: Label, labels: readonly Label[]): Concept['altLabel'] {
  const named = ({ text, language }: Label): Language =>
    language ?? (/\p{Script=Han}/u.test(text) ? 'zh-Hans' : 'en');
  const found: NonNullable<Concept['altLabel']> = {};
  for (const language of ['zh-Hans', 'zh-Hant', 'en'] as const) {
    const texts = labels.filter((label) => named(label) === language).map(({ text }) => text);
    const others = [...new Set(texts)].filter((text) => text !== best.text || language !== named(best));
    if (others.length) found[language] = others;
  }
  return Object.keys(found).length ? found : undefined;
}
