/** Endings of the pictures that are taken; no SVG, which is more than a picture. */
export const endings = ['png', 'jpg', 'gif', 'webp', 'avif'] as const;
/** One of `endings`. */
export type Ending = (typeof endings)[number];

/** So many bytes tell what a picture is: a file of AVIF may list other brands before its own. */
export const enough = 128;

/** Whether the box that opens a file of the family of MP4 names AVIF among its brands. */
function isAvif(head: Buffer): boolean {
  if (head.length < 16 || head.toString('latin1', 4, 8) !== 'ftyp') return false;
  const brands = head.toString('latin1', 8, Math.min(head.readUInt32BE(0), head.length));
  return (brands.match(/.{4}/gsu) ?? []).some((brand, at) => at !== 1 && /^avi[fs]$/u.test(brand));
}

const marks: readonly [Ending, (head: Buffer) => boolean][] = [
  ['png', (head) => head.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n'],
  ['jpg', (head) => head.toString('latin1', 0, 3) === '\xff\xd8\xff'],
  ['gif', (head) => /^GIF8[79]a/u.test(head.toString('latin1', 0, 6))],
  ['webp', (head) => /^RIFF.{4}WEBP/su.test(head.toString('latin1', 0, 12))],
  ['avif', isAvif],
];

/** What picture it is, by its first bytes, whatever its name or its server say; undefined where it is none. */
export function kindOf(bytes: Uint8Array): Ending | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, enough));
  return marks.find(([, is]) => is(head))?.[0];
}
