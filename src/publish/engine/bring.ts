import type { PageKey } from '../../markdown/keys.js';
import { copyKey, hashOf, isPictureKey } from '../keys.js';
import type {
  ConflictWay,
  Content,
  Found,
  NameOf,
  Page,
  Standing,
  Target,
  Upstream,
  Written,
} from '../target.js';
import { mergeTexts } from './merge.js';
import { beside, isAsGiven, type Settled } from './names.js';
import { changing, type Outcome } from './outcome.js';
import { patchOf } from './patch.js';
import type { Intent, Row, State } from './state.js';
import { stillNamed, type Withheld } from './withheld.js';

/** What bringing pages needs. */
export interface Bringing {
  target: Target;
  upstream: Upstream;
  state: State;
  rows: ReadonlyMap<PageKey, Row>;
  settled: Settled;
  /** Names of the pages that may be linked. */
  linkTo: NameOf;
  /** Talks that no page may name. */
  withheld: Withheld;
  /** Talks that pages went on naming when they were withheld, by the keys of the pages. */
  named: ReadonlyMap<PageKey, readonly PageKey[]>;
  onConflict: ConflictWay;
  /** Makes pages anew that people deleted. */
  restore: boolean;
  /** Nothing is written; outcomes have patches. */
  dryRun: boolean;
  /** For edit summaries. */
  summary: string;
}

/** So often a page is looked at again that somebody else wrote at the same time. */
const turns = 3;

/** What is to stand, and what is to be remembered of it. */
interface Next {
  part: Content;
  /** The generated content. */
  ours: Content;
  stamp: string;
  did: Outcome['did'];
  conflicts?: number;
}

const asText = (content: Content): string | undefined => (typeof content === 'string' ? content : undefined);

/** What of a page's content is generated; undefined where its marks are damaged. */
export function partOf(
  { part, isIntact }: Pick<Target, 'part' | 'isIntact'>,
  content: Content,
): { content: Content; intact?: boolean } | undefined {
  if (!part || typeof content !== 'string') return { content, intact: isIntact?.(content) ?? false };
  const found: Found | undefined = part.of(content);
  return found && { content: found.generated, intact: found.intact };
}

const whole = ({ part }: Target, key: PageKey, next: Content, page: Content | undefined): Content =>
  part && typeof next === 'string'
    ? part.put(key, next, page === undefined ? undefined : asText(page))
    : next;

/** What became of a page, or of one that a former run wrote. */
export const outcome = (
  { key, kind, title }: Pick<Page, 'key' | 'kind' | 'title'>,
  name: string,
  did: Outcome['did'],
  more: Partial<Outcome> = {},
): Outcome => ({ key, kind, title, name, did, ...more });

/** Tells what is about to be written, writes it, and keeps what came of it. */
async function put(
  page: Page,
  name: string,
  { part, ours, stamp }: Next,
  standing: Standing | undefined,
  { target, upstream, state, summary, restore: again }: Bringing,
): Promise<Written> {
  const { key, kind, title, name: wanted } = page;
  const content = whole(target, key, part, standing?.content);
  const intent: Intent = {
    key,
    kind,
    title,
    wanted,
    name,
    stamp,
    written: hashOf(part),
    base: asText(ours),
  };
  state.intend(intent);
  const same = standing && typeof content === 'string' && content === standing.content;
  const written = same
    ? standing
    : await upstream.write({ key, title, name, content, again, over: standing?.revision, summary });
  if (typeof written === 'object' && 'revision' in written) {
    state.confirm(key, written.revision);
    if ('name' in written && written.name !== undefined) state.amend(key, { name: written.name });
  } else state.drop(key);
  return written;
}

/** The outcome of a write: undefined where somebody wrote at the same time, so that the page is to be looked at again. */
async function done(
  page: Page,
  name: string,
  next: Next,
  standing: Standing | undefined,
  bringing: Bringing,
): Promise<Outcome | undefined> {
  const written = await put(page, name, next, standing, bringing);
  if (written === 'conflict') return undefined;
  if ('refused' in written) return outcome(page, name, 'refused', { detail: written.refused });
  return outcome(
    page,
    written.name ?? name,
    next.did,
    next.conflicts === undefined ? {} : { conflicts: next.conflicts },
  );
}

/** Whether a part is as the generator made it; edits of people that were merged are none of its. */
const isGenerated = (part: Content, base: string | undefined, row: Row | undefined): boolean =>
  base === undefined ? hashOf(part) === row?.written : part === base;

/** What is to stand in place of what stands, or why it stays. */
function decide(
  page: Page,
  ours: { content: Content; stamp: string },
  current: { content: Content; intact?: boolean },
  base: string | undefined,
  { rows, onConflict }: Bringing,
): Next | 'kept' | 'copied' {
  const { content, stamp } = ours;
  const next = (part: Content, did: Next['did'], conflicts = 0): Next => ({
    part,
    ours: content,
    stamp,
    did,
    ...(conflicts > 0 && { conflicts }),
  });
  if (hashOf(current.content) === hashOf(content)) return next(content, 'same');
  const row = rows.get(page.key);
  if (isGenerated(current.content, base, row) || (current.intact && !row)) return next(content, 'updated');
  if (onConflict === 'copy') return 'copied';
  const texts = [base, asText(current.content), asText(content)];
  if (onConflict === 'keep' || texts.includes(undefined)) return 'kept';
  const [from, theirs, mine] = texts as [string, string, string];
  const merged = mergeTexts(from, theirs, mine);
  return next(merged.text, merged.text === theirs ? 'kept' : 'merged', merged.conflicts);
}

/** The new page beside the one that people edited. */
async function copy(page: Page, content: Content, stamp: string, bringing: Bringing): Promise<Outcome> {
  const { rows, upstream, settled, dryRun } = bringing;
  const twin: Page = {
    ...page,
    key: copyKey(page.key),
    name: beside(settled.nameOf(page.key)!, '(jianglu)'),
  };
  const { name } = twin;
  if (rows.get(twin.key)?.stamp === stamp) return outcome(page, name, 'kept');
  const standing = await upstream.read(name);
  const ours = rows.get(twin.key);
  const part = standing && partOf(bringing.target, standing.content);
  if (standing && (!part || !ours || hashOf(part.content) !== ours.written))
    return outcome(page, name, 'kept', { detail: `${name} is somebody’s` });
  const next: Next = { part: content, ours: content, stamp, did: 'copied' };
  if (dryRun) return outcome(page, name, 'copied', { patch: patchOf(name, standing?.content, content) });
  const copied = await done(twin, name, next, standing, bringing);
  return { ...(copied ?? outcome(page, name, 'raced')), key: page.key };
}

async function create(
  page: Page,
  name: string,
  next: Next,
  bringing: Bringing,
): Promise<Outcome | undefined> {
  if (bringing.dryRun) {
    const patch = patchOf(name, undefined, whole(bringing.target, page.key, next.part, undefined));
    return outcome(page, name, 'created', { patch });
  }
  return done(page, name, next, undefined, bringing);
}

/** Does what was decided of a page that stands; undefined where it is to be looked at again. */
async function carryOut(
  page: Page,
  name: string,
  next: Next | 'kept' | 'copied',
  { ours, standing }: { ours: { content: Content; stamp: string }; standing: Standing },
  bringing: Bringing,
): Promise<Outcome | undefined> {
  const { target, rows, dryRun } = bringing;
  if (next === 'kept') {
    const unknown =
      'no former run is known that wrote it, so people may have: remove it to have it made anew';
    return outcome(page, name, 'kept', rows.has(page.key) ? {} : { detail: unknown });
  }
  if (next === 'copied') return copy(page, ours.content, ours.stamp, bringing);
  if (!dryRun) return done(page, name, next, standing, bringing);
  const { did, conflicts } = next;
  const patch = patchOf(name, standing.content, whole(target, page.key, next.part, standing.content));
  return outcome(page, name, did, {
    ...(conflicts !== undefined && { conflicts }),
    ...(changing.has(did) && { patch }),
  });
}

/**
 * The withheld talks that a page goes on naming, for its outcome; of bytes nobody can say. They are remembered, as no later
 * run could tell them from what people wrote themselves.
 */
function namedIn(
  key: PageKey,
  texts: { stands: Content; before: string | undefined; now: Content },
  { withheld, named, state, dryRun }: Bringing,
): Pick<Outcome, 'stillNames'> {
  const [stands, now] = [asText(texts.stands), asText(texts.now)];
  const known = named.get(key) ?? [];
  if (stands === undefined || now === undefined || withheld.size === 0) return {};
  const stillNames = stillNamed(withheld, { stands, before: texts.before, now }, known);
  if (!dryRun && (stillNames.length || known.length))
    state.keepNamed(key, [...known.filter((talk) => !withheld.has(talk)), ...stillNames]);
  return stillNames.length ? { stillNames } : {};
}

/** The withheld talks that a page goes on naming which is as it should be otherwise: those that a former run told of. */
async function namedStill(
  { key }: Page,
  at: string,
  now: Content,
  bringing: Bringing,
): Promise<Pick<Outcome, 'stillNames'>> {
  const { named, withheld, upstream, target } = bringing;
  if (!named.get(key)?.some((talk) => withheld.has(talk))) return {};
  const standing = await upstream.read(at);
  const current = standing && partOf(target, standing.content);
  return current ? namedIn(key, { stands: current.content, before: '', now }, bringing) : {};
}

async function update(
  page: Page,
  name: string,
  ours: { content: Content; stamp: string },
  standing: Standing,
  bringing: Bringing,
): Promise<Outcome | undefined> {
  const { target, rows, state, upstream } = bringing;
  const current = partOf(target, standing.content);
  if (!current) return outcome(page, name, 'damaged');
  const base = rows.has(page.key) ? state.baseOf(page.key) : await upstream.baseOf?.(name);
  const next = decide(page, ours, current, base, bringing);
  const came = await carryOut(page, name, next, { ours, standing }, bringing);
  const stands = typeof next === 'string' ? current.content : next.part;
  return came && { ...came, ...namedIn(page.key, { stands, before: base, now: ours.content }, bringing) };
}

/** Gives a page the name that it is to have; why not, where that did not come about. */
async function move(page: Page, from: string, to: string, bringing: Bringing): Promise<Outcome | undefined> {
  const { upstream, state, settled } = bringing;
  const moved = await upstream.move(from, to, settled.heads.get(from)!.revision);
  if (moved === 'conflict') return outcome(page, from, 'raced');
  if ('refused' in moved) return outcome(page, from, 'refused', { detail: moved.refused });
  state.amend(page.key, { name: to, wanted: page.name, revision: moved.revision });
  return undefined;
}

/** Keeps in mind where a page was found: people moved it, or a run that was killed before it could say so. */
async function found(page: Page, row: Row, stood: string, { upstream, state }: Bringing): Promise<void> {
  const isElsewhere = stood !== row.name;
  const isGiven = row.wanted !== page.name && isAsGiven({ wanted: page.name, name: stood });
  if (isElsewhere) await upstream.follow?.(row.name, stood);
  if (isElsewhere || isGiven) state.amend(page.key, { name: stood, ...(isGiven && { wanted: page.name }) });
}

/** Brings what stands under a name, or nothing, to what is to stand there. */
async function write(
  page: Page,
  name: string,
  at: string | undefined,
  ours: { content: Content; stamp: string },
  bringing: Bringing,
): Promise<Outcome> {
  for (let turn = 0; turn < turns; turn++) {
    const standing = at === undefined && turn === 0 ? undefined : await bringing.upstream.read(at ?? name);
    const next: Next = { part: ours.content, ours: ours.content, stamp: ours.stamp, did: 'created' };
    const came = standing
      ? await update(page, at ?? name, ours, standing, bringing)
      : await create(page, name, next, bringing);
    if (came) return came;
  }
  return outcome(page, name, 'raced');
}

/** The generated content, as it reads once it stands. */
async function rendered(page: Page, { target, linkTo, state }: Bringing): Promise<Content> {
  const content = await page.render(linkTo, () => state.baseOf(page.key));
  return target.part && typeof content === 'string' ? target.part.stored(content) : content;
}

/** Brings one page up to date: with `withdraw` the only place that decides what is written. */
export async function bring(page: Page, bringing: Bringing): Promise<Outcome> {
  const { rows, settled, restore, dryRun } = bringing;
  const { key } = page;
  const row = rows.get(key);
  const name = settled.nameOf(key);
  if (name === undefined) return outcome(page, page.name, 'failed', { detail: 'all names are taken' });
  const stood = row ? settled.standsAt.get(key) : settled.heads.has(name) ? name : undefined;
  if (row && stood === undefined && !restore) return outcome(page, name, 'deleted');
  const moves = stood !== undefined && stood !== name;
  if (row && stood !== undefined && !dryRun) await found(page, row, stood, bringing);
  if (moves && !dryRun) {
    const failed = await move(page, stood, name, bringing);
    if (failed) return failed;
  }
  const from = moves ? { from: stood } : {};
  const content = page.stamp === undefined ? await rendered(page, bringing) : undefined;
  const stamp = page.stamp ?? hashOf(content!);
  const at = moves && !dryRun ? name : stood;
  if (row?.stamp === stamp && at !== undefined) {
    const named = content === undefined ? {} : await namedStill(page, at, content, bringing);
    return outcome(page, name, moves ? 'moved' : 'same', { ...from, ...named });
  }
  const ours = { content: content ?? (await rendered(page, bringing)), stamp };
  const came = await write(page, name, at, ours, bringing);
  return { ...came, ...(came.name === stood && { name }), ...from };
}

/** Keeps a page in mind of which no former run is known, so that the next runs tell of it, too. */
function remember(row: Row, revision: string, state: State): void {
  state.intend({ ...row, base: undefined });
  state.confirm(row.key, revision);
}

/**
 * Takes a page away whose note is gone, unless people edited it.
 *
 * @param withheld whether the speaker asks for it: then it is told where the page stays, and not what was in it
 */
export async function withdraw(row: Row, withheld: boolean, bringing: Bringing): Promise<Outcome> {
  const { target, upstream, state, rows, settled, dryRun } = bringing;
  const at = settled.standsAt.get(row.key);
  const forget = () => {
    if (!dryRun) state.forget(row.key);
  };
  // Upstream had its bytes there already, for another address.
  if (isPictureKey(row.key) && state.sharesName(row)) {
    forget();
    return outcome(row, at ?? row.name, 'removed', { detail: 'the file is shown for another address' });
  }
  const standing = at === undefined ? undefined : await upstream.read(at);
  if (at === undefined || !standing) {
    forget();
    return outcome(row, row.name, 'removed', { detail: 'people had deleted it' });
  }
  const current = partOf(target, standing.content);
  if (!current) return outcome(row, at, 'damaged');
  const isStray = !rows.has(row.key);
  const base = isStray ? await upstream.baseOf?.(at) : state.baseOf(row.key);
  // Wikis that are not open to all do not give the bytes of a file, but tell which they are.
  const isAsLeft = isPictureKey(row.key) && standing.revision === row.revision;
  if (!isAsLeft && !isGenerated(current.content, base, row) && !(isStray && current.intact)) {
    if (isStray && !dryRun) remember(row, standing.revision, state);
    if (withheld) return outcome(row, at, 'withheld');
    const texts = { stands: current.content, before: base, now: '' };
    return outcome(row, at, 'left', namedIn(row.key, texts, bringing));
  }
  const quiet = withheld ? { withheld: true as const } : {};
  if (dryRun) {
    const patch = withheld ? {} : { patch: patchOf(at, standing.content, undefined) };
    return outcome(row, at, 'removed', { ...patch, ...quiet });
  }
  if (!(await upstream.remove(at, standing.revision))) return outcome(row, at, 'raced');
  forget();
  return outcome(row, at, 'removed', quiet);
}
