import { clip } from '../slug.js';

/**
 * What no name of a file may hold somewhere, or what acts in links: the reserved characters of Windows, controls, marks
 * of writing direction, and `# ^ [ ] |` and `%`, which Obsidian and addresses read in their own way.
 */
const illegal = /[<>:"/\\|?*#^[\]%\p{Cc}\p{Cf}\p{Surrogate}]+/gu;
/** Names of devices, whatever follows a dot. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=$|[. ])/iu;
/** Bytes of UTF-8 that a name has at most, without extension and number; systems take 255, paths get long. */
const limit = 120;

/** A text as the name of a file, without extension, that is legal everywhere; `fallback` where nothing is left. */
export function legalName(text: string, fallback: string): string {
  const name = clip(text.normalize('NFC').replace(illegal, ' ').replace(/\s+/gu, ' ').trim(), limit)
    .replace(/^[. ]+|[. ]+$/gu, '')
    .replace(device, '_$&');
  return name === '' ? fallback : name;
}
