const han = '[一二三四五六七八九十]{1,3}';

/** What numbers a heading, the most telling shape first; deliberately not jianglu's own finder. */
const shapes = [
  /^#{1,6}\s{0,4}/u,
  new RegExp(`^第(?:${han}|[0-9]{1,2})(?:大?部分|大?类|章|节|点|步|种|个)?[、.．，,:：]?`, 'u'),
  new RegExp(`^[（(]\\s?(?:${han}|[0-9]{1,2})\\s?[)）][、.．:：]?`, 'u'),
  new RegExp(`^${han}(?:[、.．，,:：]|(?=\\s))`, 'u'),
  /^[0-9]{1,2}(?:[.．][0-9]{1,2}){1,3}[、.．:：]?(?![0-9%])/u,
  /^[0-9]{1,2}\s?(?:[、.．)）,，:：]|(?=\s))(?![0-9%])/u,
  /^[①-⑳]/u,
  /^[A-Ha-h]\s?[、.)）]/u,
];

export interface Marked {
  /** As typed; empty without a number. */
  marker: string;
  rest: string;
}

/** Parts a line into its number and what follows it. */
export function splitMarker(line: string): Marked {
  const text = line.trim();
  for (const shape of shapes) {
    const found = shape.exec(text)?.[0];
    if (found) return { marker: found.trim(), rest: text.slice(found.length).trim() };
  }
  return { marker: '', rest: text };
}

/** A heading's title without the punctuation that encloses or closes it. */
export function bare(title: string): string {
  return title
    .trim()
    .replace(/^[【《“"\s]{1,8}/u, '')
    .replace(/[。：:；;，,、！!\s】》”"]{1,8}$/u, '');
}

/** The shape of a marker, its number left out: siblings share it. */
export function markerShape(marker: string): string {
  return marker.replace(/[0-9]{1,2}|[一二三四五六七八九十]{1,3}|[①-⑳]|[A-Ha-h]/gu, '#').replace(/\s/gu, '');
}
