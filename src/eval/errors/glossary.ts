import { reason } from '../../reasons/reason.js';
import type { RankedTerm } from '../../reasons/terms.js';
import type { Term } from '../../schema/labels.js';
import type { Entry } from '../../schema/note.js';
import type { ErrorClass } from '../classes.js';
import type { Draft, Found } from '../draft.js';
import { glossaryOf } from '../figures/glossary.js';
import { plain, sameTerm } from '../likeness.js';

const told = ({ term, kind }: Pick<Term, 'term' | 'kind'>) => `${term} (${kind})`;

/** Whether one term holds the other: the same place with other bounds. */
const holds = (one: string, other: string) => {
  const [a, b] = [plain(one), plain(other)];
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a));
};

function missedClass({ note }: Found, { msg }: Term, seen: RankedTerm | undefined): ErrorClass {
  if (!note.lecture.messages.includes(msg)) return 'glossary.missed-outside';
  if (!seen) return 'glossary.missed-unseen';
  return seen.likely ? 'glossary.missed-crowded' : 'glossary.missed-below';
}

function extraClass({ label }: Found, { term }: Entry, seen: RankedTerm | undefined): ErrorClass {
  if (label.headings.some(({ title }) => plain(title) === plain(term))) return 'glossary.extra-heading';
  return (seen?.score ?? 0) >= 0.5 ? 'glossary.extra-likely' : 'glossary.extra-doubtful';
}

/** Terms missed, too many, and found with another kind, place or other bounds. */
export function glossaryErrors(one: Found): Draft[] {
  const { note, evidence } = one;
  const { same, missed, extra } = glossaryOf(one);
  const talk = evidence.talkOf(note);
  const ranking = talk ? evidence.terms(talk) : [];
  const seenAs = (name: string) =>
    ranking.find(({ text }) => plain(text) === plain(name)) ??
    ranking.find(({ text }) => sameTerm(text, name));
  const why = (name: string) => () => {
    const seen = seenAs(name);
    return seen ? [reason(`${seen.text} is defined in #${seen.message}`, seen.score, seen.shares())] : [];
  };
  const spare = [...extra];
  const lost = missed.map((want): Draft => {
    const at = spare.findIndex(({ term, message }) => message === want.msg && holds(term, want.term));
    const [have] = at < 0 ? [] : spare.splice(at, 1);
    return {
      class: have ? 'glossary.bounds' : missedClass(one, want, seenAs(want.term)),
      missed: 1,
      extra: have ? 1 : 0,
      wanted: told(want),
      found: have && told(have),
      messages: [want.msg],
      reasons: why(have?.term ?? want.term),
    };
  });
  const invented = spare.map(
    (have): Draft => ({
      class: extraClass(one, have, seenAs(have.term)),
      extra: 1,
      found: told(have),
      messages: [have.message],
      reasons: why(have.term),
    }),
  );
  const differing = same.flatMap(([want, have]): Draft[] => {
    const draft = (name: ErrorClass): Draft => ({
      class: name,
      wanted: told(want),
      found: told(have),
      messages: [...new Set([want.msg, have.message])].sort((a, b) => a - b),
      reasons: why(have.term),
    });
    return [
      ...(want.kind === have.kind ? [] : [draft('glossary.kind')]),
      ...(want.msg === have.message ? [] : [draft('glossary.message')]),
    ];
  });
  return [...lost, ...invented, ...differing];
}
