/** The first place in `text` from `from` where one of the phrases stands, or -1. */
export function firstOf(text: string, phrases: string[], from: number): number {
  let best = -1;
  for (const phrase of phrases) {
    const at = text.indexOf(phrase, from);
    if (at >= 0 && (best < 0 || at < best)) best = at;
  }
  return best;
}
