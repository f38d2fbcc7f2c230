import type { Term } from '../../schema/labels.js';
import type { Entry } from '../../schema/note.js';
import type { Case } from '../day.js';
import { plain, sameTerm } from '../likeness.js';
import { type Matched, matched } from '../matched.js';

const match = (wanted: readonly Term[], had: readonly Entry[]): Matched<Term, Entry> =>
  matched(
    wanted,
    had,
    (entry, want) => plain(entry.term) === plain(want.term),
    (entry, want) => sameTerm(entry.term, want.term),
  );

/** Terms of the glossary, whatever their kind. */
export const glossaryOf = ({ label, note }: Case): Matched<Term, Entry> =>
  match(label.glossary, note?.glossary ?? []);

const risky = ({ kind }: { kind: string }) => kind === 'risk';

/** Terms that both call a risk. */
export const risksOf = ({ label, note }: Case): Matched<Term, Entry> =>
  match(label.glossary.filter(risky), (note?.glossary ?? []).filter(risky));
