import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { besideCode, shippedAt } from '../place.js';
import { fingerprintOf } from '../privacy/key.js';
import type { Pseudonymization } from '../privacy/pseudonymize.js';
import type { Config } from '../schema/config.js';
import { packageVersion } from '../version.js';

/** What counts for every log of a run. */
export interface Settings {
  config: Config;
  formats: readonly string[];
  encoding?: string;
  pseudonymize?: Pseudonymization;
}

const lexicon = shippedAt('lexicon/');
/** Written by the build: the hash of its own code. */
const build = besideCode('build-id');

function buildId(): string {
  try {
    return readFileSync(build, 'utf8');
  } catch {
    return '';
  }
}

/**
 * The hash of all that decides a note beside its log and edits: version and build, shipped lexicon, configuration with
 * the overlays that it names, formats, encoding, and by what key nicks are replaced (its fingerprint).
 */
export function settingsHash({ config, formats, encoding, pseudonymize }: Settings): string {
  const { out: _, lexicon: overlays = {}, format: __, ...rest } = config;
  const sum = createHash('sha256');
  const hidden = pseudonymize ? [fingerprintOf(pseudonymize.key), pseudonymize.keepSpeaker ?? false] : null;
  sum.update(JSON.stringify([packageVersion(), buildId(), rest, formats, encoding ?? null, hidden]));
  const shipped = readdirSync(lexicon, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.\w+$/u.test(name),
  );
  const files: (string | URL)[] = [
    ...shipped.sort().map((name) => new URL(name, lexicon)),
    ...(overlays.cues ?? []),
    ...(overlays.topics ?? []),
  ];
  for (const file of files) sum.update('\n').update(readFileSync(file));
  return sum.digest('hex').slice(0, 16);
}
