import { jsonText } from '../json.js';
import { filterOf } from '../search/filter.js';
import type { TypedFilter } from '../search/query.js';
import { search } from '../search/search.js';
import type { ConceptLine, ConceptView, Store } from '../store/store.js';
import {
  type FilterOptions,
  openedStore,
  optionFilter,
  placeText,
  type StoreOptions,
  tellNotices,
} from './found.js';
import { colours, plural, print, printable, warn } from './terminal.js';

interface GlossaryOptions extends StoreOptions, FilterOptions {
  all?: boolean;
  limit: number;
  json?: boolean;
}

function tellNothing({ all }: GlossaryOptions): void {
  warn(all ? 'nothing found' : 'nothing found: no talk defines it; --all looks into the taxonomy, too');
}

function showLine({ label, kind, talks, broader, first, last }: ConceptLine): void {
  const { bold, dim } = colours(process.stdout);
  const days = first === undefined ? '' : first === last ? `, ${first}` : `, ${first} to ${last}`;
  const under = broader === undefined ? '' : ` < ${printable(broader)}`;
  print(`${bold(printable(label))} ${dim(`${kind}${under}, ${plural(talks, 'talk')}${days}`)}`);
}

function showConcept({
  label,
  kind,
  aliases,
  broader,
  narrower,
  definition,
  definitions,
}: ConceptView): void {
  const { bold, dim } = colours(process.stdout);
  const also = aliases.length ? ` ${dim(`= ${printable(aliases.join(' = '))}`)}` : '';
  print(`${bold(printable(label))} ${dim(`(${kind})`)}${also}`);
  if (broader) print(dim(`   broader: ${printable(broader.label)}`));
  if (narrower.length) print(dim(`   narrower: ${printable(narrower.map((one) => one.label).join(', '))}`));
  if (definition) {
    const from = definition.source ? `, ${definition.source}` : '';
    print(`   ${printable(definition.text)} ${dim(`[lexicon${printable(from)}]`)}`);
  }
  for (const { text, term, talk, message, source } of definitions) {
    const spelled = term === label ? '' : `${printable(term)}: `;
    print(`   ${spelled}${printable(text.replaceAll('\n', ' '))}`);
    print(dim(`     ${placeText(talk, message, source)}`));
  }
}

async function listed(store: Store, given: TypedFilter, options: GlossaryOptions): Promise<void> {
  const { json, limit } = options;
  const { filter, notices } = await filterOf(store, {}, given);
  const lines = await store.concepts(filter, limit + 1, 0);
  const shown = lines.slice(0, limit);
  const more = lines.length > limit;
  if (json) {
    process.stdout.write(jsonText({ concepts: shown, more, notices }));
    return;
  }
  tellNotices(notices);
  shown.forEach(showLine);
  if (shown.length === 0) tellNothing(options);
  if (more) warn(`more than ${plural(limit, 'concept')}: --limit shows more`);
}

async function looked(
  store: Store,
  query: string,
  filter: TypedFilter,
  options: GlossaryOptions,
): Promise<void> {
  const { json, limit } = options;
  const { hits, more, notices } = await search(store, query, {
    filter: { ...filter, kinds: ['concept'] },
    limit,
  });
  const views = await Promise.all(
    hits.flatMap(({ concept }) => (concept === undefined ? [] : [store.concept(concept)])),
  );
  const concepts = views.filter((view) => view !== undefined);
  if (json) {
    process.stdout.write(jsonText({ concepts, more, notices }));
    return;
  }
  tellNotices(notices);
  concepts.forEach(showConcept);
  if (concepts.length === 0) tellNothing(options);
  if (more) warn(`more than ${plural(limit, 'concept')}: --limit shows more`);
}

/** `jianglu glossary [QUERY]`: the concepts that talks define; with a query those that it finds, with all definitions. */
export async function glossaryCommand(words: readonly string[], options: GlossaryOptions): Promise<void> {
  const store = openedStore(options);
  try {
    const filter = { ...optionFilter(options), ...(!options.all && { defined: true }) };
    const query = words.join(' ').trim();
    await (query ? looked(store, query, filter, options) : listed(store, filter, options));
  } finally {
    await store.close();
  }
}
