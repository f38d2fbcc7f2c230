import type { Features } from '../features.js';
import type { Term } from '../terms.js';
import { most, type Setting, yes } from './setting.js';

/** Terms of one row are labels alike in one message or in a run of messages. */
const rowOf = ({ best }: Term) => `${best.shape} ${best.clause.end - best.end > 8} ${best.clause.marked}`;

/** Which other terms look like this one or stand beside it. */
export function kinFeatures(term: Term, { terms }: Setting): Features {
  const { key, best } = term;
  const tail = key.slice(-2);
  const others = terms.filter((other) => other.key !== key);
  const kin = others.filter((other) => other.key.endsWith(tail) && other.key !== tail).length;
  const like = others.filter(
    (other) => other.best.shape === best.shape && Math.abs(other.best.message - best.message) <= 2,
  );
  const row = like.filter((other) => rowOf(other) === rowOf(term)).length;
  return {
    kin: most(kin, 3),
    beside: most(like.length, 4),
    row: most(row, 4),
    within: yes(others.some((other) => other.key.length > key.length && other.key.includes(key))),
    holds: yes(others.some((other) => other.key.length < key.length && key.includes(other.key))),
  };
}
