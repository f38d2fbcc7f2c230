/** What stands before the letters of every pseudonym. */
export const pseudonymStart = '群友';

/** Letters of the two parts of a pseudonym: of the person, and of the nick where it says more than the person's name. */
export const pseudonymLetters = { person: 9, nick: 5 };

/** Without vowels, so that no word comes about, and without `l`, which looks like `I`. */
export const pseudonymAlphabet = 'bcdfghjkmnpqrstvwxyz';

const { person, nick } = pseudonymLetters;
const letters = `[${pseudonymAlphabet}]`;
const shape = new RegExp(
  `^(${pseudonymStart}${letters}{${person}})(?![a-z])(?:-${letters}{${nick}}(?![a-z]))?`,
  'u',
);

/** The part of a pseudonym that all nicks of one personal name share; undefined for a text that begins with none. */
export const pseudonymPerson = (text: string): string | undefined => shape.exec(text)?.[1];
