import { simplify } from '../../../language/fold.js';
import type { Features } from '../features.js';
import type { Knowledge } from '../knowledge.js';
import type { Term } from '../terms.js';
import { most, yes } from './setting.js';

/** No definition is read further. */
const READ = 300;

/** Whether what is told of the term sounds like a definition. */
export function tellingFeatures({ key, best }: Term, { phrases }: Knowledge): Features {
  const whole = best.definition.map((span) => span.text).join('');
  const told = simplify(whole.slice(0, READ));
  const at = told.indexOf(best.clause.plain.slice(best.start, best.end));
  const rest = at < 0 ? told : told.slice(at + best.end - best.start);
  const says = (list: string[]) => yes(list.some((word) => rest.includes(word)));
  const first = rest.replace(/^[\s\p{P}\p{S}]{1,20}/u, '').split(/[。；;！!]/u, 1)[0]!;
  const tail = simplify(key.slice(-2));
  const digits = rest.match(/\d/gu)?.length ?? 0;
  return {
    example: says(phrases.telling.example),
    narrates: says(phrases.telling.narrative),
    purpose: says(phrases.telling.purpose),
    genus: yes(phrases.telling.genus.some((word) => first.slice(-8).includes(word))),
    echo: yes(tail.length > 1 && first.toLowerCase().slice(1).includes(tail)),
    closesOf: yes(/的[^的，。,、]{1,8}$/u.test(first.slice(-10))),
    digits: most(digits / (rest.length + 1), 0.2),
  };
}
