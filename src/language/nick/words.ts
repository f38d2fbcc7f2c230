import type { People } from '../../schema/people.js';
import { fold } from '../fold.js';

/** What a word may be within a role such as 高级支付产品经理; only a head or a plain field of work makes one by itself. */
export type TileKind = 'head' | 'plain' | 'field' | 'grade' | 'unit';

/** `lexicon/people.json`, folded and indexed. */
export interface NickWords {
  hard: Set<string>;
  soft: Set<string>;
  cities: Set<string>;
  tiles: Map<string, TileKind>;
  known: Set<string>;
  suffixes: Set<string>;
  endings: Set<string>;
  surnames: Set<string>;
  compounds: Set<string>;
  before: Set<string>;
  after: Set<string>;
  links: Set<string>;
  /** Length of the longest word of each set that is looked up within texts. */
  longest: { tile: number; city: number; known: number; suffix: number };
}

const folded = (words: Iterable<string>) => new Set([...words].map((word) => fold(word).text));
const length = (words: Iterable<string>) => Math.max(0, ...[...words].map((word) => word.length));

function tilesOf(roles: People['roles']): Map<string, TileKind> {
  const tiles = new Map<string, TileKind>();
  const add = (kind: TileKind, words: string[]) => {
    for (const word of folded(words)) if (!tiles.has(word)) tiles.set(word, kind);
  };
  add('head', roles.heads);
  add('plain', roles.plain);
  add('field', roles.fields);
  add('grade', roles.grades);
  add('unit', roles.units);
  return tiles;
}

function compile(people: People): NickWords {
  const { organizations, surnames, address, separators } = people;
  const tiles = tilesOf(people.roles);
  const cities = folded(
    people.cities.flatMap((city) => [city, ...people.citySuffixes.map((suffix) => city + suffix)]),
  );
  const [known, suffixes] = [folded(organizations.known), folded(organizations.suffixes)];
  return {
    hard: new Set(separators.hard),
    soft: new Set(separators.soft),
    cities,
    tiles,
    known,
    suffixes,
    endings: folded(organizations.endings),
    surnames: folded(surnames.single),
    compounds: folded(surnames.compound),
    before: folded(address.before),
    after: folded(address.after),
    links: folded(people.links),
    longest: {
      tile: length(tiles.keys()),
      city: length(cities),
      known: length(known),
      suffix: length(suffixes),
    },
  };
}

const compiled = new WeakMap<People, NickWords>();

/** The words of a lexicon, indexed once. */
export function wordsOf(people: People): NickWords {
  const before = compiled.get(people);
  if (before) return before;
  const words = compile(people);
  compiled.set(people, words);
  return words;
}
