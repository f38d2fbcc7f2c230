import type { Ask, Candidate, Field } from '../store.js';
import { filterParts, type Part } from './filter.js';
import { type Condition, conditionOf, type Look } from './match.js';
import type { Sql } from './statements.js';

/** Fields of each index, in the order of its columns: the running text first, as the first column costs least. */
const columns = { grams: ['body', 'definition', 'heading', 'term'], sounds: ['heading', 'term'] } as const;

const even: Readonly<Record<Field, number>> = { term: 1, heading: 1, definition: 1, body: 1 };

const lookPart = ({ table, match }: Look): Part => ({
  sql: `SELECT rowid FROM ${table} WHERE ${table} MATCH ?`,
  values: [match],
});

/** The numbers of all entries that meet a condition, as a select. */
function setOf(condition: Condition): Part {
  if ('look' in condition) return lookPart(condition.look);
  const [parts, word] =
    'and' in condition
      ? [condition.and, 'INTERSECT']
      : 'or' in condition
        ? [condition.or, 'UNION']
        : [[condition.condition, condition.without], 'EXCEPT'];
  const sets = parts.map(setOf);
  return {
    sql: sets.map(({ sql }) => `SELECT rowid FROM (${sql})`).join(` ${word} `),
    values: sets.flatMap(({ values }) => values),
  };
}

/** A look that leads, and what the entries found by it must meet besides. */
interface Plan {
  look: Look;
  also: Part[];
}

const within = (number: string, part: Part, not = ''): Part => ({
  sql: `${number} ${not}IN (${part.sql})`,
  values: part.values,
});

/** The look that leads: into grams or sounds, which rank, where there is one that all entries meet; else any. */
function planOf(condition: Condition): Plan | undefined {
  if ('look' in condition) return { look: condition.look, also: [] };
  if ('or' in condition) return undefined;
  if ('condition' in condition) {
    const plan = planOf(condition.condition);
    if (!plan) return undefined;
    const number = `${plan.look.table}.rowid`;
    return { ...plan, also: [...plan.also, within(number, setOf(condition.without), 'NOT ')] };
  }
  const looks = condition.and.flatMap((one) => ('look' in one ? [one] : []));
  const leader = looks.find(({ look }) => look.table !== 'characters') ?? looks[0];
  if (!leader) return undefined;
  const rest = condition.and.filter((one) => one !== leader);
  const number = `${leader.look.table}.rowid`;
  return { look: leader.look, also: rest.map((one) => within(number, setOf(one))) };
}

function statement(select: string, parts: readonly Part[], end: Part): Part {
  const where = parts.map(({ sql }) => sql).join(' AND ');
  return {
    sql: `${select} WHERE ${where} ${end.sql}`,
    values: [...parts.flatMap(({ values }) => values), ...end.values],
  };
}

/** Which entries come first, and how many: in what order they are counted does not matter. */
type Cut = { limit: number; order: 'newest' | 'none' };

const cutBy = (number: string, { limit, order }: Cut): Part => ({
  sql: order === 'newest' ? `ORDER BY ${number} DESC LIMIT ?` : 'LIMIT ?',
  values: [limit],
});

const newest = (limit: number): Cut => ({ limit, order: 'newest' });

/** The numbers that a look finds. */
function looked({ look: { table, match }, also }: Plan, filter: Ask['filter'], cut: Cut): Part {
  const parts = [
    { sql: `${table} MATCH ?`, values: [match] },
    ...filterParts(filter, `${table}.rowid`),
    ...also,
  ];
  return statement(`SELECT rowid AS number, 0 AS score FROM ${table}`, parts, cutBy('rowid', cut));
}

function best({ look, also }: Plan & { look: { table: 'grams' | 'sounds' } }, ask: Ask): Part {
  const { table, match } = look;
  const weights = columns[table].map((field) => (ask.weights ?? even)[field]);
  const parts = [
    { sql: `${table} MATCH ?`, values: [match] },
    { sql: 'rank MATCH ?', values: [`bm25(${weights.map((one) => one.toFixed(4)).join(', ')})`] },
    ...filterParts(ask.filter, `${table}.rowid`),
    ...also,
  ];
  const end = { sql: 'ORDER BY rank LIMIT ?', values: [ask.limit] };
  return statement(`SELECT rowid AS number, -rank AS score FROM ${table}`, parts, end);
}

/** The numbers that meet any condition. */
function any(condition: Condition, filter: Ask['filter'], cut: Cut): Part {
  const set = setOf(condition);
  const parts = filterParts(filter, 'found.rowid');
  const select = `SELECT found.rowid AS number, 0 AS score FROM (${set.sql}) AS found`;
  const all = parts.length ? parts : [{ sql: '1', values: [] }];
  const { sql, values } = statement(select, all, cutBy('found.rowid', cut));
  return { sql, values: [...set.values, ...values] };
}

const run = (sql: Sql, { sql: text, values }: Part): Candidate[] =>
  sql.of(text).all(...values) as Candidate[];

const isRanked = (plan: Plan): plan is Plan & { look: { table: 'grams' | 'sounds' } } =>
  plan.look.table !== 'characters';

/** One character: BM25 says nothing of it, so entries come by the weightiest field that has it, then newest first. */
function bestCharacters(sql: Sql, plan: Plan, each: ReadonlyMap<Field, string>, ask: Ask): Candidate[] {
  const weights = ask.weights ?? even;
  const found = new Map<number, Candidate>();
  for (const [field, match] of [...each].sort(([a], [b]) => weights[b] - weights[a])) {
    const more = looked({ ...plan, look: { table: 'characters', match } }, ask.filter, newest(ask.limit));
    for (const { number } of run(sql, more))
      if (!found.has(number)) found.set(number, { number, score: weights[field] });
    if (found.size >= ask.limit) break;
  }
  return [...found.values()].slice(0, ask.limit);
}

/** All entries that a filter lets through. */
function all(filter: Ask['filter'], cut: Cut): Part {
  const parts = [{ sql: '1', values: [] }, ...filterParts(filter, 'entries.number')];
  return statement('SELECT number, 0 AS score FROM entries', parts, cutBy('number', cut));
}

/** What meets a clause and a filter, in the order asked for. */
export function candidates(sql: Sql, ask: Ask): Candidate[] {
  const { clause, filter } = ask;
  const cut = newest(ask.limit);
  if (!clause) return run(sql, all(filter, cut));
  const condition = conditionOf(clause, ask.index);
  if (!condition) return [];
  const plan = planOf(condition);
  if (!plan) return run(sql, any(condition, filter, cut));
  if (ask.order === 'best' && isRanked(plan)) return run(sql, best(plan, ask));
  const { each } = plan.look;
  if (ask.order === 'best' && each) return bestCharacters(sql, plan, each, ask);
  return run(sql, looked(plan, filter, cut));
}

/** How many candidates there are, up to a limit. */
export function count(
  sql: Sql,
  { clause, index, filter }: Pick<Ask, 'clause' | 'index' | 'filter'>,
  limit: number,
): number {
  const cut: Cut = { limit, order: 'none' };
  const counted = ({ sql: text, values }: Part) =>
    sql
      .of(`SELECT count(*) FROM (${text})`)
      .pluck()
      .get(...values) as number;
  if (!clause) return counted(all(filter, cut));
  const condition = conditionOf(clause, index);
  if (!condition) return 0;
  const plan = planOf(condition);
  return counted(plan ? looked(plan, filter, cut) : any(condition, filter, cut));
}
