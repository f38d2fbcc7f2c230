import { jsonText } from '../json.js';
import type { Hit } from '../search/hit.js';
import { search } from '../search/search.js';
import type { EntryKind } from '../store/store.js';
import {
  causeText,
  type FilterOptions,
  highlighted,
  openedStore,
  optionFilter,
  placeText,
  type StoreOptions,
  tellNotices,
} from './found.js';
import { colours, plural, print, printable, warn } from './terminal.js';

interface SearchCommandOptions extends StoreOptions, FilterOptions {
  in?: EntryKind[];
  limit: number;
  explain?: boolean;
  json?: boolean;
}

function headOf(hit: Hit): string {
  const { dim } = colours(process.stdout);
  const heading = highlighted(hit.heading, process.stdout) || '—';
  const above = (hit.above ?? []).map((title) => `${printable(title)} › `).join('');
  const taught = hit.talks ? plural(hit.talks, 'talk') : 'from the taxonomy';
  const of = hit.kind === 'concept' ? `${hit.termKind}, ${taught}` : hit.kind;
  return `${dim(above)}${heading} ${dim(`(${of})`)}`;
}

function show(hit: Hit, rank: number, explain: boolean): void {
  const { dim } = colours(process.stdout);
  print(`${rank}. ${headOf(hit)}`);
  if (hit.talk) print(dim(`   ${placeText(hit.talk, hit.message ?? 0, hit.source)}`));
  if (hit.heard) print(dim(`   ${hit.heard.why}: sounds like ${printable(hit.heard.part)}`));
  if (hit.snippet.text) print(`   ${highlighted(hit.snippet, process.stdout)}`);
  if (!explain) return;
  print(dim(`   score ${hit.score}, coverage ${hit.coverage}`));
  for (const cause of hit.causes) print(dim(`     ${causeText(cause)}`));
}

/** `jianglu search QUERY`: talks, sections, pairs and concepts, the best first. */
export async function searchCommand(words: readonly string[], options: SearchCommandOptions): Promise<void> {
  const store = openedStore(options);
  try {
    const kinds = options.in && { kinds: options.in };
    const found = await search(store, words.join(' '), {
      filter: { ...optionFilter(options), ...kinds },
      limit: options.limit,
    });
    if (options.json) {
      process.stdout.write(jsonText(found));
      return;
    }
    tellNotices(found.notices);
    for (const [index, hit] of found.hits.entries()) show(hit, index + 1, options.explain === true);
    if (found.hits.length === 0) warn('nothing found');
    if (found.more) warn(`more than ${plural(options.limit, 'hit')}: --limit shows more`);
  } finally {
    await store.close();
  }
}
