import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Liquid, Template } from 'liquidjs';
import { fail, reasonOf } from '../../errors.js';
import { readText } from '../../json.js';
import { gather } from '../../note/sources.js';
import { plain } from '../../readable/text.js';
import {
  type NameOf,
  type Page,
  type PageKind,
  pageKinds,
  type Target,
  type TargetOptions,
  type Templating,
} from '../target.js';
import type { Collection } from './collection.js';

/** What a template may cost: characters that are parsed, milliseconds, and values that are made. */
const limits = { parseLimit: 1_000_000, renderLimit: 5_000, memoryLimit: 50_000_000 };

/** The kinds of pages that templates make. */
const templatedKinds = pageKinds.filter((kind) => kind !== 'file' && kind !== 'redirect');

/** The end of a template's name. */
const extension = '.liquid';

/** What Liquid says, with the line it says it of. */
function templateError(error: unknown, file: string): Error {
  const { message, token } = error as {
    message?: string;
    token?: { getPosition?(): number[]; file?: string };
  };
  const [line, column] = token?.getPosition?.() ?? [];
  const reason = (message ?? reasonOf(error)).replace(/, (?:file|line):.*$/su, '');
  return fail('template-invalid', {
    file: token?.file ?? file,
    reason,
    cause: error,
    ...(line !== undefined && { line, column }),
  });
}

/** The page that is being made. */
interface Rendering {
  from: string;
  nameOf: NameOf;
}

/** `{{ speaker.key | link: "words" }}` gives the words alone where no such page is. */
async function engineOf(folder: string, templating: Templating, rendering: () => Rendering): Promise<Liquid> {
  const { Liquid } = await import('liquidjs');
  const liquid = new Liquid({
    ...limits,
    root: folder,
    partials: folder,
    extname: extension,
    outputEscape: (value) => templating.escape(asText(value)),
    ownPropertyOnly: true,
    strictFilters: true,
    jekyllInclude: false,
    cache: true,
  });
  const linked = (key: unknown, words: unknown): string => {
    const { from, nameOf } = rendering();
    const to = nameOf(asText(key));
    return to === undefined ? templating.escape(asText(words)) : templating.link(from, to, asText(words));
  };
  liquid.registerFilter('link', { handler: linked, raw: true });
  liquid.registerFilter('plain', (value: unknown) => plain(asText(value)));
  return liquid;
}

const asText = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : Array.isArray(value)
      ? value.map(asText).join('')
      : String(value);

/** The parsed templates of a folder, by the kinds of pages that they make. */
function templatesIn(folder: string, liquid: Liquid): Map<PageKind, { file: string; template: Template[] }> {
  const found = new Map<PageKind, { file: string; template: Template[] }>();
  for (const kind of templatedKinds) {
    const file = join(folder, kind + extension);
    if (!existsSync(file)) continue;
    try {
      found.set(kind, { file, template: liquid.parse(readText(file), file) });
    } catch (error) {
      throw templateError(error, file);
    }
  }
  return found;
}

/** What a template sees of what its page is about: the note's own fields, or those of the collection. */
function subjectsOf({ talks, speakers, topics, concepts }: Collection): (page: Page) => object {
  const all = new Map<string, object>(
    [...talks, ...speakers, ...topics, ...concepts].map((one) => [one.key, one]),
  );
  const notes = new Map(talks.map((talk) => [talk.key, talk]));
  return ({ key, kind }) => {
    if (kind === 'index') return { talks, speakers, topics, concepts };
    const talk = notes.get(key);
    return talk?.load ? { talk, note: gather(talk.load()) } : { [kind]: all.get(key) };
  };
}

/**
 * The pages of a target, those of some kinds made by the user's templates: `talk.liquid`, `speaker.liquid` and so on.
 *
 * @throws JiangluError `templates-missing`, `template-invalid`
 */
export async function templated(
  pages: readonly Page[],
  collection: Collection,
  target: Target,
  options: TargetOptions & { template: string },
): Promise<Page[]> {
  const named = options.template;
  const folder = resolve(named);
  const templating = target.templating?.(options);
  if (!templating) throw fail('templates-missing', { file: named, reason: 'the target takes none' });
  let rendering: Rendering;
  const liquid = await engineOf(folder, templating, () => rendering);
  const templates = templatesIn(folder, liquid);
  if (templates.size === 0)
    throw fail('templates-missing', { file: named, reason: 'or none for a kind of page' });
  const subjectOf = subjectsOf(collection);
  return pages.map((page) => {
    const found = templates.get(page.kind);
    if (!found) return page;
    const { key, kind, title, name } = page;
    const render = (nameOf: NameOf) => {
      rendering = { from: nameOf(key)!, nameOf };
      const scope = { page: { key, kind, title, name: rendering.from }, ...subjectOf(page) };
      try {
        return templating.mark(key, liquid.renderSync(found.template, scope) as string);
      } catch (error) {
        throw templateError(error, found.file);
      }
    };
    return { key, kind, title, name, render };
  });
}
