import { tag } from '../../../language/segmenter.js';
import type { Features } from '../features.js';
import type { Term } from '../terms.js';
import { most, yes } from './setting.js';

/** How the lecture defines the term: by which shapes, and what stands around it. */
export function shapeFeatures({ places, best }: Term): Features {
  const shapes = new Set(places.map(({ shape }) => shape));
  const found: Features = {};
  for (const shape of shapes) found[`shape.${shape}`] = 1;
  const { clause } = best;
  const rest = clause.plain.slice(best.end, clause.end).replace(/^[\s\p{P}\p{S}]{1,20}/u, '');
  const told = rest.length < 6 && best.definition.length ? best.definition.at(-1)!.text : rest;
  const verb = /^(?:v|p|d)/u.test(tag(told.slice(0, 12))[0]?.tag ?? '');
  const length = best.definition.reduce((sum, span) => sum + span.text.length, 0);
  const holds = best.definition.some(
    ({ message, start, end }) => message === best.message && start <= best.start && best.end <= end,
  );
  const said = length - (holds ? best.end - best.start : 0);
  return {
    ...found,
    shapes: most(shapes.size - 1, 3),
    places: most(places.length - 1, 4),
    said: most(said, 60),
    curt: yes(said < 12),
    inline: most(rest.length, 40),
    alone: yes(rest.length < 6),
    apart: yes(rest.length < 6 && best.definition.at(-1)?.message !== best.message),
    verbNext: yes(verb),
    sentence: yes(/[。；;]$/u.test(told)),
    marked: yes(clause.marked),
    opens: yes(clause.opens),
    asks: yes(/[？?]$/u.test(clause.plain.slice(clause.start, clause.end))),
  };
}
