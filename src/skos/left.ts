/** What an import could not take over, counted. */
export class Left {
  readonly #counts = new Map<string, number>();

  add(what: string, count = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + count);
  }

  /** Most first, a line each. */
  lines(): string[] {
    return [...this.#counts]
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .map(([what, count]) => `${count} × ${what}`);
  }
}
