import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PublishOptions } from '../../src/publish/engine/options.js';
import type { Outcome } from '../../src/publish/engine/outcome.js';
import { type Publication, publish } from '../../src/publish/engine/publish.js';
import type { Target, TargetOptions, Upstream } from '../../src/publish/target.js';
import { NotesFolder } from './talks.js';

/** Where a target publishes to, with what people do there. Names are those of pages. */
export interface Place {
  options: TargetOptions;
  /** All pages that stand, and what is in them. */
  pages(): Promise<Map<string, string | Uint8Array>>;
  /** What tells whether anything was written since: it stays the same as long as nothing was. */
  trace(): Promise<string>;
  /** A person writes a page: what was there, made into something else. */
  edit(name: string, change: (text: string) => string): Promise<void>;
  remove(name: string): Promise<void>;
  /** Undefined where pages cannot be moved, or not be found again. */
  rename?(from: string, to: string): Promise<void>;
  close?(): Promise<void>;
}

/** A target to be tried. */
export interface Subject {
  target: Target;
  open(): Promise<Place>;
  /** Whether edits of people and of the note come together in one page; without, the page of people stays. */
  merges: boolean;
  /** Whether a talk has a page of its own; else all talks stand in pages together. */
  pages: boolean;
  /** Pages that are taken away leave their titles behind, without what they said. */
  titlesStay?: boolean;
  /** Whether a write takes long, so that fewer of them are interrupted. */
  slow?: boolean;
  /** What can be read in a page of bytes. */
  read?(bytes: Uint8Array): string;
}

/** The usual options of targets. */
export const usual = (destination: string): TargetOptions => ({
  destination,
  pictures: 'link',
  concurrency: 1,
  push: false,
  dryRun: false,
  allowHttp: false,
});

/** What a test needs: notes, a place, and runs that publish the ones to the other. */
export class World {
  readonly notes: NotesFolder;
  readonly #state: string;

  constructor(
    readonly subject: Subject,
    readonly place: Place,
  ) {
    const folder = mkdtempSync(join(tmpdir(), 'jianglu-publish-'));
    this.notes = new NotesFolder(join(folder, 'notes'));
    this.#state = join(folder, 'state', 'publish.sqlite');
  }

  /** Publishes as a user would; `through` stands between the engine and the target. */
  run(
    options: Partial<PublishOptions> = {},
    through: (upstream: Upstream) => Upstream = (upstream) => upstream,
  ): Promise<Publication> {
    const { target } = this.subject;
    return publish([this.notes.path], {
      target: { ...target, open: async (given) => through(await target.open(given)) },
      options: { ...this.place.options, dryRun: options.dryRun ?? false },
      stateFile: this.#state,
      taxonomy: [],
      onConflict: 'merge',
      prune: false,
      restore: false,
      dryRun: false,
      summary: 'jianglu',
      ...options,
    });
  }

  /** Nothing is known of former runs any more. */
  loseState(): void {
    for (const end of ['', '-wal', '-shm']) rmSync(this.#state + end, { force: true });
  }

  /** The name of a page, by its key. */
  async nameOf(key: string): Promise<string> {
    const { outcomes } = await this.run({ dryRun: true });
    return outcomes.find((one) => one.key === key)!.name;
  }

  /** What can be read in a page. */
  async read(name: string): Promise<string> {
    const content = (await this.place.pages()).get(name);
    return content instanceof Uint8Array && this.subject.read ? this.subject.read(content) : String(content);
  }

  /** All that stands, as one text; titles alone only where they are not left behind. */
  async text(): Promise<string> {
    const { read = (bytes) => Buffer.from(bytes).toString('base64'), titlesStay } = this.subject;
    const pages = await this.place.pages();
    return [...pages]
      .map(([name, content]) => [
        titlesStay ? '' : name,
        typeof content === 'string' ? content : read(content),
      ])
      .map((parts) => parts.join('\n'))
      .sort()
      .join('\n');
  }
}

/** What was done, and with how many pages. */
export function counts({ outcomes }: { outcomes: readonly Outcome[] }): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { did } of outcomes) found[did] = (found[did] ?? 0) + 1;
  return found;
}

/** What was done with a page. */
export const deedOf = ({ outcomes }: Publication, key: string): string | undefined =>
  outcomes.find((one) => one.key === key)?.did;
