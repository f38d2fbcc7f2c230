import { createHmac, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { fail, systemError } from '../errors.js';

/** The environment variable that may hold the key. */
export const keyVariable = 'JIANGLU_KEY';

/** A shorter key could be found by trying; one that jianglu makes has 256 bits. */
const shortest = 16;

/** Letters of a fingerprint: 64 bits, enough to tell keys apart. */
const shown = 16;

function checked(text: string, file?: string): string {
  const key = text.trim();
  if (Buffer.byteLength(key) < shortest) throw fail('key-weak', { file, limit: shortest });
  return key;
}

/** A keyed hash for one purpose: values of two purposes say nothing of each other. */
export const keyed = (key: string, purpose: string, text: string): Uint8Array =>
  createHmac('sha256', key).update(`jianglu ${purpose}\n${text}`).digest();

/** What names a key without giving it away. */
export const fingerprintOf = (key: string): string =>
  Buffer.from(keyed(key, 'fingerprint', ''))
    .toString('hex')
    .slice(0, shown);

/** The key of a file, or of the environment where no file is named; undefined without either. */
export function findKey(file: string | undefined): string | undefined {
  if (file === undefined) {
    const value = process.env[keyVariable];
    return value === undefined || value === '' ? undefined : checked(value);
  }
  try {
    return checked(readFileSync(file, 'utf8'), file);
  } catch (error) {
    throw systemError(error, file);
  }
}

/** A key that nobody can guess. */
export const newKey = (): string => randomBytes(32).toString('hex');

/** Makes a key in a file that nobody but its owner may read; false where the file is there already. */
export function makeKey(file: string): boolean {
  try {
    const descriptor = openSync(file, 'wx', 0o600);
    try {
      writeSync(descriptor, `${newKey()}\n`);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw systemError(error, file, 'write');
  }
}
