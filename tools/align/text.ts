/** HTML escapes, once or twice escaped: they survive in logs, and editors keep some of them. */
const escapes = /&(?:amp;){0,3}#?[a-z0-9]{1,8};/giu;

/** The characters that count when texts are compared: no white space, punctuation, symbols or escapes. */
export function normal(text: string): string {
  return text
    .replace(escapes, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}\p{C}]/gu, '');
}

/** The set of pairs of neighbouring characters of a normalised text; of a single character, itself. */
export function grams(text: string): Set<string> {
  const characters = [...text];
  if (characters.length === 1) return new Set(characters);
  const pairs = new Set<string>();
  for (let at = 1; at < characters.length; at++) pairs.add(characters[at - 1]! + characters[at]!);
  return pairs;
}

/** The share of a set that another set holds; 0 for an empty set. */
export function share(part: Set<string>, whole: Set<string>): number {
  let same = 0;
  for (const gram of part) if (whole.has(gram)) same++;
  return part.size ? same / part.size : 0;
}

/** Likeness of two texts from 0 to 1, by Dice's measure over their character pairs. */
export function likeness(a: string, b: string): number {
  const [x, y] = [grams(normal(a)), grams(normal(b))];
  return x.size + y.size ? (2 * share(x, y) * x.size) / (x.size + y.size) : 0;
}

/** The names of the pictures of a text: the last step of each address, without its ending. */
export function pictures(text: string): string[] {
  const found = text.matchAll(/!\[[^\]\n]{0,200}\]\(([^)\s]{1,400})/gu);
  return [...found].map((match) => match[1]!.split('/').at(-1)!.split('.')[0]!);
}

/** The text without Markdown's pictures, link targets, emphasis and quotation marks. */
export function unmarked(line: string): string {
  return line
    .replace(/!\[[^\]\n]{0,200}\]\([^)\n]{0,400}\)/gu, ' ')
    .replace(/\[([^\]\n]{0,200})\]\([^)\n]{0,400}\)/gu, '$1')
    .replace(/^[\s>]{1,20}/u, '')
    .replace(/\*\*|`{1,3}|\[\^[a-z]{0,2}[0-9]{1,6}\]/gu, '')
    .trim();
}

/** Fewest characters of a sentence of its own; shorter ones stay with the one before. */
const shortest = 6;

/** Cuts a line into sentences after their closing marks. */
export function sentences(line: string): string[] {
  const parts: string[] = [];
  let begin = 0;
  for (let at = 0; at < line.length; at++) {
    if (at + 1 < line.length && !'。！？；!?;'.includes(line[at]!)) continue;
    const part = line.slice(begin, at + 1);
    if (parts.length && normal(part).length < shortest) parts[parts.length - 1] += part;
    else parts.push(part);
    begin = at + 1;
  }
  return parts.map((part) => part.trim()).filter((part) => normal(part));
}
