import type { PageKey } from '../../markdown/keys.js';
import { goneKey } from '../keys.js';
import type { Head, NameOf, Page, Target, Upstream } from '../target.js';
import type { Row } from './state.js';

/** Other names that are tried where a name is taken, at most. */
const tries = 99;

/** Names that some file systems and wikis do not tell apart. */
const folded = (name: string) => name.normalize('NFC').toLowerCase();

/** A name with something before its extension: `a/b.md` becomes `a/b 2.md`, but `SWIFT 2.0` ends in none. */
export const beside = (name: string, what: string): string =>
  name.replace(/(?:(?<=[^/.])\.[a-z][a-z0-9]{0,7})?$/iu, (end) => ` ${what}${end}`);

const candidate = (name: string, turn: number) => (turn === 1 ? name : beside(name, String(turn)));

/** Whether a page bears the name that it was given, so that nobody has moved it. */
export function isAsGiven({ wanted, name }: Pick<Row, 'wanted' | 'name'>): boolean {
  for (let turn = 1; turn <= tries; turn++) if (candidate(wanted, turn) === name) return true;
  return false;
}

/** Whether a page is not made where somebody has one of its name. */
export const mayBeMissing = ({ kind, yields }: Page): boolean => kind === 'redirect' || yields === true;

/** Where all pages stand, and are to stand. */
export interface Settled {
  nameOf: NameOf;
  /** Where a page that former runs wrote stands now; missing where people deleted it. */
  standsAt: Map<PageKey, string>;
  heads: Map<string, Head>;
}

/** Asks for heads in as few calls as upstream allows. */
export async function headsOf(upstream: Upstream, names: readonly string[]): Promise<Map<string, Head>> {
  const heads = new Map<string, Head>();
  for (let at = 0; at < names.length; at += upstream.batch)
    for (const [name, head] of await upstream.heads(names.slice(at, at + upstream.batch)))
      heads.set(name, head);
  return heads;
}

/** Asks for heads and puts them to those that are known. */
async function addHeads(
  heads: Map<string, Head>,
  upstream: Upstream,
  names: Iterable<string>,
): Promise<void> {
  for (const [name, head] of await headsOf(upstream, [...names])) heads.set(name, head);
}

/** Where the pages of former runs stand now: where they were, or where people moved them. */
async function standing(
  rows: ReadonlyMap<PageKey, Row>,
  upstream: Upstream,
  heads: Map<string, Head>,
): Promise<Map<PageKey, string>> {
  const standsAt = new Map<PageKey, string>();
  const lost = new Map<PageKey, string>();
  for (const { key, name, kind } of rows.values()) {
    const head = heads.get(name);
    if (head && (!head.leads || kind === 'redirect')) standsAt.set(key, name);
    else lost.set(key, name);
  }
  if (lost.size === 0) return standsAt;
  const found = await upstream.locate(lost, new Set(standsAt.values()));
  await addHeads(heads, upstream, found.values());
  for (const [key, name] of found) if (heads.has(name)) standsAt.set(key, name);
  return standsAt;
}

/** Pages of ours that stand though nothing is known of former runs: the state was lost. */
async function searched(
  pages: readonly Page[],
  upstream: Upstream,
  heads: Map<string, Head>,
): Promise<Map<PageKey, string>> {
  const found = await upstream.locate(new Map(pages.map(({ key, name }) => [key, name])), new Set());
  await addHeads(heads, upstream, found.values());
  return found;
}

/** What looking for free names needs. */
interface Looking {
  target: Target;
  upstream: Upstream;
  heads: Map<string, Head>;
  standsAt: ReadonlyMap<PageKey, string>;
}

/** Whether a name that is to be given is free: nothing stands there, or this very page, or what was left when it went away. */
async function isFree(
  name: string,
  { key, isThis }: Page,
  { target, upstream, heads, standsAt }: Looking,
): Promise<boolean> {
  const head = heads.get(name);
  if (!head) return true;
  const at = standsAt.get(key);
  if (head.leads && at !== undefined)
    return !head.firm && (await upstream.locate(new Map([[key, name]]), new Set())).get(key) === at;
  const found = await upstream.read(name);
  if (!found) return false;
  const own = target.keyOf(found.content);
  return own === key || own === goneKey(key) || isThis?.(found.content) === true;
}

/**
 * Settles what every page is called. A page keeps its name as long as the target asks for the same one, or people have
 * moved it; a new name that something else bears gets a number, the same in every run.
 */
export async function settleNames(
  pages: readonly Page[],
  { rows, target, upstream }: { rows: ReadonlyMap<PageKey, Row>; target: Target; upstream: Upstream },
): Promise<Settled> {
  const heads = await headsOf(
    upstream,
    [...rows.values()].map(({ name }) => name),
  );
  const standsAt = await standing(rows, upstream, heads);
  const unknown = rows.size === 0 && upstream.scans ? await searched(pages, upstream, heads) : new Map();
  const names = new Map<PageKey, string>();
  const used = new Set<string>();
  const give = (key: PageKey, name: string) => {
    names.set(key, name);
    used.add(folded(name));
  };
  const asking: Page[] = [];
  for (const page of pages) {
    const row = rows.get(page.key);
    const at = standsAt.get(page.key) ?? row?.name ?? unknown.get(page.key);
    const moved = row && at !== undefined && !isAsGiven({ wanted: row.wanted, name: at });
    if (at !== undefined && (!row || row.wanted === page.name || moved)) give(page.key, at);
    else asking.push(page);
  }
  const wanted = asking.map(({ name }) => name).filter((name) => !heads.has(name));
  await addHeads(heads, upstream, new Set(wanted));
  for (const page of asking) {
    const most = mayBeMissing(page) ? 1 : tries;
    for (let turn = 1; turn <= most; turn++) {
      const name = candidate(page.name, turn);
      if (used.has(folded(name))) continue;
      if (turn > 1 && !heads.has(name)) await addHeads(heads, upstream, [name]);
      if (!(await isFree(name, page, { target, upstream, heads, standsAt }))) continue;
      give(page.key, name);
      break;
    }
  }
  return { nameOf: (key) => names.get(key), standsAt, heads };
}
