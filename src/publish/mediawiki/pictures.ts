import { goneKey, isGoneKey, isPictureKey } from '../keys.js';
import type { Head, Standing, Write, Written } from '../target.js';
import type { Site, WikiClient } from './client.js';
import { find, wrap } from './markers.js';
import { sha1Of } from './upload.js';
import { category, external } from './wikitext.js';

/*
 * Pictures as files of the wiki. A file's revision is the hash of its bytes; its page says, between our comments, which
 * picture it is, so that a file which somebody else uploaded is never taken for ours.
 */

const namespace = 'File:';

/** Whether a name is a file's. */
export const isFile = (name: string): boolean => name.startsWith(namespace);

/** What the file of a picture is called; letters first, so that the wiki spells it as we do. */
export const pictureName = (file: string): string => `${namespace}Jianglu-${file}`;

/** The page of a file: where the picture is from. */
function about({ key, title }: Pick<Write, 'key' | 'title'>, { language }: Site): string {
  const from = external(title, title);
  const words = language.startsWith('zh')
    ? `讲录：分享里的图片，取自 ${from}\n${category('讲录图片')}`
    : `jianglu: a picture of a talk, from ${from}\n${category('Pictures of jianglu')}`;
  return wrap(key, words);
}

/** The files that stand under names. */
export async function fileHeads(client: WikiClient, names: readonly string[]): Promise<Map<string, Head>> {
  const found = names.length > 0 ? await client.files(names) : new Map();
  return new Map([...found].map(([name, { sha1 }]) => [name, { revision: sha1 }]));
}

/** A file with its bytes; with none of them where the wiki does not give them. */
export async function readFile(client: WikiClient, name: string): Promise<Standing | undefined> {
  const file = (await client.files([name])).get(name);
  const bytes = file && (await client.bytesOf(file));
  if (!file) return undefined;
  const isWhole = bytes !== undefined && sha1Of(bytes) === file.sha1;
  return { revision: file.sha1, content: isWhole ? bytes : new Uint8Array() };
}

/** The page of a file with our comments; undefined where it has none, or people wrote between them. */
async function ownPage(client: WikiClient, name: string) {
  const head = (await client.read([name])).get(name);
  const found = typeof head === 'object' ? find(head.text ?? '') : undefined;
  return typeof head === 'object' && found?.intact ? { revision: head.revision, found } : undefined;
}

/** A file that was withdrawn is shown again, be it for another address: its page says so no more. */
async function claim(client: WikiClient, site: Site, write: Write, name = write.name): Promise<void> {
  const { summary } = write;
  const own = await ownPage(client, name);
  if (!own || !isGoneKey(own.found.key)) return;
  const text = own.found.before + about(write, site) + own.found.after;
  await client.edit({ title: name, text, summary, base: own.revision, bot: true });
}

/** Uploads a picture, unless its bytes stand there, be it under another name. */
export async function writeFile(client: WikiClient, site: Site, write: Write): Promise<Written> {
  const { name, content, over, summary, again } = write;
  const bytes = Buffer.from(content as Uint8Array);
  const revision = sha1Of(bytes);
  if (over !== undefined && over !== revision) return { refused: 'another picture stands there' };
  if (over !== undefined) {
    await claim(client, site, write);
    return { revision };
  }
  const text = about(write, site);
  const file = name.slice(namespace.length);
  const came = await client.upload({ name: file, bytes, comment: summary, text, again });
  if (came.kind === 'exists') return 'conflict';
  if (came.kind === 'refused') return { refused: came.reason };
  if (came.kind === 'deleted')
    return { refused: 'people deleted it from the wiki; --restore uploads it again' };
  const stands = namespace + came.name.replaceAll('_', ' ');
  if (came.kind === 'same') await claim(client, site, write, stands);
  return { revision, ...(stands !== name && { name: stands }) };
}

/**
 * Says on the page of a file that no page of ours shows it any more, as accounts of bots may not delete; false where it is
 * somebody else's file, or people wrote there, so that nothing is said.
 */
export async function retireFile(client: WikiClient, name: string, words: string): Promise<boolean> {
  const own = await ownPage(client, name);
  if (own && isGoneKey(own.found.key)) return true;
  if (!own || !isPictureKey(own.found.key)) return false;
  const { before, key, after } = own.found;
  const text = before + wrap(goneKey(key), words) + after;
  const edited = await client.edit({ title: name, text, summary: 'jianglu', base: own.revision, bot: true });
  return edited.kind === 'saved';
}
