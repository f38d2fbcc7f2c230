/** Set by `assets/search.js`: what is searched. */
declare var jiangluIndex: unknown;

/** Set by `assets/find.js`: makes the search of what the other file holds. */
declare var jiangluFinder:
  | ((file: unknown, lang: string) => { results(given: URLSearchParams, root: string): Promise<string> })
  | undefined;
