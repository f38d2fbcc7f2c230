/** A text that holds no longer text in memory, as slices of one do: for what outlives the text that it is a part of. */
export const own = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');
