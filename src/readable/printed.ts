/** Control characters (but line feed and tab, which code and paths may hold), marks that turn the direction of writing, halves of characters. */
const unseen = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

/** A text of which nothing else is altered, without what cannot be printed. */
export const printed = (text: string): string => text.replace(unseen, ' ');
