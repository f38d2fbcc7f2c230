import type { Odds, Transcript } from '../transcript.js';

/** What is certain of a message, as `explain` tells it. */
export interface Told {
  what: 'lecture' | 'heading' | 'pair';
  /** Whether the note holds it. */
  found: boolean;
  certain: boolean;
  /** That it belongs in the note. */
  probability: number;
  /** Of a heading its title, as typed: a message may hold several. */
  title?: string;
}

const told = (what: Told['what'], { found, stated, probability }: Odds<unknown>): Told => ({
  what,
  found,
  certain: stated,
  probability,
});

/** The decisions of a transcript's talks by the message that they are about: taken, or so likely that they might have been. */
export function toldOf(tree: Transcript): Map<number, Told[]> {
  const all = new Map<number, Told[]>();
  const add = (id: number, one: Told) => all.set(id, [...(all.get(id) ?? []), one]);
  for (const { certainty } of tree.talks) {
    if (!certainty) continue;
    for (const odds of certainty.lecture) add(odds.about, told('lecture', odds));
    for (const odds of certainty.headings) {
      const { message, start, end } = odds.about;
      const title = tree.children[message]!.text.slice(start, end).trim();
      add(message, { ...told('heading', odds), title });
    }
    for (const odds of certainty.pairs) add(odds.about.question[0]!, told('pair', odds));
  }
  return all;
}
