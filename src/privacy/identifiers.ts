import { accountsIn } from './identifiers/accounts.js';
import { emailsIn } from './identifiers/email.js';
import { numbersIn } from './identifiers/numbers.js';
import { secretsIn } from './identifiers/secrets.js';
import { plainView, type Replacement } from './place.js';

/** Ways to find what reaches or identifies a person, one a file: a new one is one line here. */
const finders: readonly ((view: string) => Replacement[])[] = [emailsIn, numbersIn, accountsIn, secretsIn];

/** What may be an identifier has a digit, an `@` or a letter behind a word for accounts. */
const possible = /[0-9@a-z]/u;

/** Phone numbers, addresses, accounts and numbers of cards in a text; they may overlap. */
export function identifiersIn(text: string): Replacement[] {
  const view = plainView(text);
  return possible.test(view) ? finders.flatMap((find) => find(view)) : [];
}
