import { plain } from '../readable/text.js';
import type { Entry, Note } from '../schema/note.js';
import { otherNames } from './concepts.js';
import type { FindConcept, Named } from './finder.js';
import type { Definition } from './record.js';
import { oneLine } from './texts.js';

/** The other names that an entry gives, as people read them. */
const aliasesOf = ({ aliases }: Entry): string[] =>
  aliases.map(({ text }) => plain(text)).filter((name) => name !== '');

/** What a note's glossary says, each entry with the concept that it is about. */
export function definitionsOf({ glossary }: Pick<Note, 'glossary'>, find: FindConcept): Definition[] {
  return glossary.map((entry, index) => {
    const { kind, message, source = 0, start, end } = entry;
    const term = plain(entry.term) || entry.term;
    const named: Named = {
      term,
      aliases: otherNames(term, aliasesOf(entry)),
      kind,
      ...(entry.broader && { broader: entry.broader.id }),
    };
    return {
      concept: find(named),
      pointer: `/glossary/${index}`,
      ...named,
      text: oneLine(entry.definition),
      message,
      ...(source > 0 && { source }),
      start,
      end,
    };
  });
}
