import { existsSync } from 'node:fs';
import type { Config } from '../config.js';
import { fail } from '../errors.js';
import { findKey, makeKey, newKey } from '../privacy/key.js';
import type { Pseudonymization } from '../privacy/pseudonymize.js';
import { printable, warn } from './terminal.js';

/** Options of `extract` that concern nicks. */
interface PrivacyOptions {
  pseudonymize?: boolean;
  pseudonymizeKey?: string;
  keepSpeaker?: boolean;
  /** No key is made. */
  dryRun?: boolean;
}

/**
 * What options and configuration say of nicks; undefined where they stay. Who names a key, or wants only speakers kept,
 * wants pseudonyms: to leave nicks in by mistake is worse than to replace them.
 */
export function pseudonymizationOf(
  { pseudonymize, pseudonymizeKey: file, keepSpeaker, dryRun }: PrivacyOptions,
  config: Config,
): Pseudonymization | undefined {
  const wanted = pseudonymize ?? (file !== undefined || keepSpeaker || config.pseudonymize);
  if (!wanted) return undefined;
  const keep = keepSpeaker ?? config.keepSpeaker ?? false;
  if (dryRun && file !== undefined && !existsSync(file)) return { key: newKey(), keepSpeaker: keep };
  if (file !== undefined && makeKey(file))
    warn(
      `made a key: ${printable(file)}\n  keep it, and keep it secret: who has it can link pseudonyms to nicks, and without it nothing can be proved`,
    );
  const key = findKey(file);
  if (key === undefined) throw fail('key-missing');
  return { key, keepSpeaker: keep };
}
