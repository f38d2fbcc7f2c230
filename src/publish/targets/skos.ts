import type { Quad } from 'n3';
import type { PageKey } from '../../markdown/keys.js';
import type { Collection } from '../engine/collection.js';
import { glossaryGraph, mark } from '../skos/graph.js';
import { jsonLdOf, turtleOf } from '../skos/write.js';
import type { Content, Page, Target, TargetOptions } from '../target.js';
import { opening } from '../upstream/folder.js';

const writers: Record<string, (quads: readonly Quad[]) => string> = {
  'glossary.ttl': turtleOf,
  'glossary.jsonld': jsonLdOf,
};

const keyOfFile = (name: string): PageKey => `index:${name}`;

function keyOf(content: Content): PageKey | undefined {
  if (typeof content !== 'string' || !content.includes(`"${mark}"`)) return undefined;
  return keyOfFile(content.trimStart().startsWith('{') ? 'glossary.jsonld' : 'glossary.ttl');
}

function skosPages(collection: Collection, { base }: TargetOptions): Page[] {
  let made: Quad[] | undefined;
  const graph = () => {
    made ??= glossaryGraph(collection, base);
    return made;
  };
  return Object.entries(writers).map(([name, write]) => ({
    key: keyOfFile(name),
    kind: 'index',
    title: name,
    name,
    render: () => write(graph()),
  }));
}

/** The glossary as SKOS, the same statements as Turtle and as JSON-LD. */
export const skos: Target = {
  name: 'skos',
  takes: 'folder',
  keyOf,
  pages: skosPages,
  open: opening({
    target: 'skos',
    keyOf,
    mayBePage: (name) => /\.(?:ttl|jsonld)$/iu.test(name),
  }),
};
