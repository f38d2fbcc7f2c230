import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { besideCode } from '../place.js';

/** A file that pages load. */
export interface Asset {
  type: string;
  body: Buffer;
  packed: Buffer;
}

/** Files that pages load, by name, and the hash of all: it stands in their addresses, so that browsers may keep them. */
export interface Assets {
  files: Map<string, Asset>;
  version: string;
}

const styles = besideCode('pages/style/');
const scripts = besideCode('pages/client/');

function named(folder: URL, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort();
}

const asset = (type: string, body: Buffer): Asset => ({ type, body, packed: gzipSync(body, { level: 9 }) });

/** Reads the files that pages load: all style sheets as one, the scripts as they are. */
export function readAssets(): Assets {
  const files = new Map<string, Asset>();
  const sheet = named(styles, '.css').map((name) => readFileSync(new URL(name, styles), 'utf8'));
  files.set('style.css', asset('text/css; charset=utf-8', Buffer.from(sheet.join('\n'))));
  for (const name of named(scripts, '.js'))
    files.set(name, asset('text/javascript; charset=utf-8', readFileSync(new URL(name, scripts))));
  files.set('icon.svg', asset('image/svg+xml', readFileSync(new URL('icon.svg', styles))));
  const sum = createHash('sha256');
  for (const [name, { body }] of files) sum.update(name).update(body);
  return { files, version: sum.digest('hex').slice(0, 12) };
}
