import { foldedText } from '../../language/fold.js';
import { isHan, nameKey } from '../../language/grams.js';
import { kept } from '../../memory/remembered.js';
import type { Named, Suggestion } from '../../store/store.js';
import type { Held, HeldConcept } from './held.js';
import { initialsOf, type Sounding } from './sounds.js';

/** Gives the concepts that bear names, those that go by them first. */
export function namedIn(concepts: readonly HeldConcept[]): (names: readonly string[]) => Named[] {
  const bearing = new Map<string, { concept: HeldConcept; place: number }[]>();
  for (const concept of concepts) {
    for (const [place, label] of concept.labels.entries()) {
      const bearers = kept(bearing, nameKey(label), () => []);
      if (bearers.at(-1)?.concept !== concept) bearers.push({ concept, place });
    }
  }
  const byPlace = (a: { place: number }, b: { place: number }) => Number(a.place > 0) - Number(b.place > 0);
  return (names) =>
    names.flatMap((name) =>
      [...(bearing.get(name) ?? [])]
        .sort(byPlace)
        .map(({ concept }) => ({ name, concept: concept.key, labels: [...concept.labels] })),
    );
}

interface Name extends Suggestion {
  bare: string;
  /** Its pinyin without blanks, and its initials. */
  spelled: readonly string[];
}

const part = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

/** How a name is spelled with Latin letters, whole and by initials. */
function spelledBy(name: string, sounding: Sounding): string[] {
  const runs = sounding.split('|');
  const parts = (foldedText(name).match(part) ?? []).map((one) => (isHan(one) ? (runs.shift() ?? '') : one));
  return [
    parts.join('').replaceAll(' ', ''),
    parts.map((one) => (one.includes(' ') ? initialsOf(one) : one)).join(''),
  ];
}

function* namesOf({ entries, sounds }: Held): Generator<Name> {
  for (const { number, kind, concept, talk, term, heading } of entries) {
    if (kind !== 'concept' && kind !== 'talk') continue;
    const names = kind === 'concept' ? term.split('\n') : [heading];
    const soundings = sounds[number]!.split('\n');
    for (const [place, text] of names.entries())
      yield {
        text,
        kind,
        id: concept ?? talk ?? '',
        ...(place > 0 && { label: names[0]! }),
        bare: nameKey(text),
        spelled: spelledBy(text, soundings[place] ?? ''),
      };
  }
}

const byLength = (a: Name, b: Name) => a.bare.length - b.bare.length || (a.bare < b.bare ? -1 : 1);

/** Completes names as a store does: those that begin so, then those whose pinyin or initials do, each thing once. */
export function suggesting(held: Held): (typed: string, limit: number) => Suggestion[] {
  let names: Name[] | undefined;
  return (typed, limit) => {
    names ??= [...namesOf(held)].filter(({ bare }) => bare !== '').sort(byLength);
    const start = nameKey(typed);
    if (start === '') return [];
    const written = names.filter(({ bare }) => bare.startsWith(start));
    const spoken = [0, 1].flatMap((way) => names!.filter(({ spelled }) => spelled[way]!.startsWith(start)));
    const found = new Map<string, Suggestion>();
    for (const { bare, spelled, ...one } of [...written, ...spoken]) {
      const thing = `${one.kind} ${one.id}`;
      if (!found.has(thing)) found.set(thing, one);
      if (found.size >= limit) break;
    }
    return [...found.values()];
  };
}
