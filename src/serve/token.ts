import { randomBytes } from 'node:crypto';
import { fail } from '../errors.js';
import { readText } from '../json.js';

/** Fewest characters of a token: nobody guesses 16 of them over a network. */
const shortest = 16;

/** Variable of the environment that may hold the token. */
export const tokenVariable = 'JIANGLU_TOKEN';

/** A token, and whether it was made just now, so that it must be told. */
export interface Token {
  token: string;
  made: boolean;
}

/**
 * The token that a file or the environment holds, else a new one.
 *
 * @throws JiangluError `token-weak`, and those of reading a file
 */
export function tokenFrom(file: string | undefined, environment: string | undefined): Token {
  const given = (file === undefined ? environment : readText(file))?.trim();
  if (given === undefined || (given === '' && file === undefined))
    return { token: randomBytes(24).toString('base64url'), made: true };
  if (given.length < shortest || !/^[\w.~+/=-]+$/u.test(given))
    throw fail('token-weak', { file, limit: shortest });
  return { token: given, made: false };
}
