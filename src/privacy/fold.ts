import { append, type Folded, simplify } from '../language/fold.js';

/** White space within a line, and what is not seen: neither makes another nick. */
const unseen = /^[^\S\n\r]$|^\p{Default_Ignorable_Code_Point}$/u;

/** The usual Chinese characters, and what of ASCII has but one form: the most part of texts. */
const plain = (code: number) => (code >= 0x4e00 && code <= 0x9fff) || (code > 0x20 && code < 0x41);

function foldOf(character: string): string {
  if (plain(character.charCodeAt(0))) return character;
  return unseen.test(character) ? '' : character.normalize('NFKC').toLowerCase();
}

/**
 * NFKC, lower case, simplified characters, without white space, character by character whatever stands beside it: so
 * a text that holds a nick exactly as typed holds its fold too, at the same place. (The fold of the matcher looks at
 * neighbours, and would overlook a nick before a combining mark.)
 */
export function foldCharacters(text: string): Folded {
  const out: Folded = { text: '', starts: [], ends: [] };
  for (let start = 0; start < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(start)!);
    const end = start + character.length;
    append(out, foldOf(character), start, end);
    start = end;
  }
  out.text = simplify(out.text);
  return out;
}
