import { foldedText } from '../language/fold.js';
import { nameKey } from '../language/grams.js';
import { kept } from '../memory/remembered.js';
import type { Named, Searched } from '../store/store.js';
import { isMistypable } from './mistyped.js';
import { isPlain, type Part, type Piece, partsInRows, textOf } from './query.js';
import { type Reading, readingsOf, type Want, weightOf } from './readings.js';
import { type Atom, atomsOf, divide, isHollow, isLone, possibleNames, type Unit } from './words.js';

async function namesIn(store: Searched, rows: readonly Atom[][]): Promise<Map<string, Named[]>> {
  const names = new Map<string, Named[]>();
  const possible = [...new Set(rows.flatMap(possibleNames))];
  if (possible.length === 0) return names;
  for (const named of await store.named(possible)) {
    kept(names, named.name, () => []).push(named);
  }
  return names;
}

const unitsOf = (text: string, names: ReadonlyMap<string, Named[]>) =>
  divide(atomsOf(foldedText(text)), names);

/** What a unit asks for; a lone character beside words, and a word that only asks, add but are not demanded. */
const wantOf = (unit: Unit, required: boolean): Want => ({
  text: unit.text,
  readings: readingsOf(unit),
  required,
});

/** The wants of words: as the taxonomy and the table of words divide them. */
function wantsOfWords(text: string, names: ReadonlyMap<string, Named[]>): Want[] {
  const units = unitsOf(text, names);
  const telling = units.filter((unit) => !isHollow(unit.text));
  const full = telling.filter((unit) => !isLone(unit));
  const asked = telling.length ? telling : units;
  const demanded = full.length ? full : asked;
  return asked.map((unit) => wantOf(unit, demanded.includes(unit)));
}

/** Readings that keep to fields, where there are any. */
const keptTo = (fields: Reading['fields'], readings: readonly Reading[]): Reading[] =>
  readings.map((reading) => ({ ...reading, ...(fields && { fields }) }));

/** The readings of one piece of an OR, a field or a phrase: the whole of it in a row, by its names too where it is not quoted. */
function readingsOfPiece(piece: Piece, names: ReadonlyMap<string, Named[]>): Reading[] {
  return keptTo(piece.fields, waysOf(piece, names));
}

function waysOf({ text, quoted }: Piece, names: ReadonlyMap<string, Named[]>): Reading[] {
  const folded = foldedText(text).trim().replace(/\s+/gu, ' ');
  if (quoted) return [{ why: 'text', weight: weightOf.text, texts: [folded] }];
  const found = names.get(nameKey(text)) ?? [];
  const readings = readingsOf({ text: folded, names: found });
  const words = found.length
    ? []
    : unitsOf(text, names).filter((unit) => !isHollow(unit.text) && !isLone(unit));
  if (words.length < 2) return readings;
  return [...readings, { why: 'apart', weight: weightOf.apart, texts: words.map((word) => word.text) }];
}

function wantOfPart({ not, pieces }: Part, names: ReadonlyMap<string, Named[]>): Want {
  const texts = not ? pieces.map((piece) => ({ ...piece, quoted: true })) : pieces;
  return {
    text: texts.map(({ text }) => foldedText(text)).join(' or '),
    readings: texts.flatMap((piece) => readingsOfPiece(piece, names)),
    required: !not,
    ...(not && { not }),
  };
}

/** What a query's parts ask for, with the names that concepts bear. */
export async function wantsOf(store: Searched, parts: readonly Part[]): Promise<Want[]> {
  const rows = partsInRows(parts);
  const texts = rows.flatMap((row) =>
    isPlain(row[0]!) ? [textOf(row)] : row.flatMap(({ pieces }) => pieces.map(({ text }) => text)),
  );
  const atoms = texts.map((text) => atomsOf(foldedText(text)));
  const names = await namesIn(store, atoms);
  return rows.flatMap((row) =>
    isPlain(row[0]!) ? wantsOfWords(textOf(row), names) : [wantOfPart(row[0]!, names)],
  );
}

/** What a name that equals the query might be, folded: all its words as typed, or those that are demanded. */
export function wholesOf(parts: readonly Part[], wants: readonly Want[]): string[] {
  const typed = parts
    .filter(({ not }) => !not)
    .flatMap(({ pieces }) => pieces.map(({ text }) => foldedText(text)));
  const demanded = wants.filter(({ required, not }) => required && !not).map(({ text }) => text);
  return [...new Set([typed.join(' '), demanded.join(' '), demanded.join('')])];
}

/** Latin words of a want that may be mistyped. */
const mistypable = ({ text, not }: Want) => (!not && isMistypable(text) ? text : undefined);

/** Adds words of the store that are one slip away to a want that no entry meets. */
export async function withSlips(store: Searched, want: Want): Promise<Want> {
  const word = mistypable(want);
  if (!word) return want;
  const alike = await store.alike(word);
  if (alike.length === 0) return want;
  const names = await namesIn(store, alike.map(atomsOf));
  const meant = alike
    .flatMap((text) => readingsOf({ text, names: names.get(text) ?? [] }))
    .map((one): Reading => ({ ...one, why: 'typo', weight: one.weight * weightOf.typo }));
  return { ...want, readings: [...want.readings, ...keptTo(want.readings[0]?.fields, meant)] };
}
