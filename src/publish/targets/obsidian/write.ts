import type { Text } from 'mdast';
import { isQuiet } from '../../../markdown/quiet.js';
import { type Dialect, writerOf } from '../../../markdown/write.js';
import { linkText } from './links.js';
import type { Mark, VaultLink } from './nodes.js';

/**
 * What acts in Obsidian, and in the plugins that most vaults have: tags, maths, block ids, comments, highlights, fields
 * of Dataview, addresses of any scheme, templates (`{{…}}`, `<%…%>`). Each gets a backslash where it could begin, and
 * pairs get one before each, as programs look for some of them in the bare text.
 */
const acting: readonly [character: string, before?: string][] = [
  ['#'],
  ['$'],
  ['^'],
  ['%', '(?<=[<%{])|(?=%%)'],
  ['=', '(?<==)|(?===)'],
  ['{', '(?<=\\{)|(?=\\{\\{)'],
  [':', '(?<=:)|(?=::|:\\/\\/)'],
  ['.', '(?<=[Ww])'],
];

/** Addresses are no words: `links` sees to what acts in them. */
const address = [
  'autolink',
  'destinationLiteral',
  'destinationRaw',
  'titleQuote',
  'titleApostrophe',
] as const;

const unsafe = acting.map(([character, before]) => ({
  character,
  ...(before !== undefined && { before }),
  inConstruct: 'phrasing' as const,
  notInConstruct: [...address],
}));

/** A text that holds none of the pairs above is looked through no further where Markdown itself does not act in it. */
const pairs = /[%=]/u;

type Handle<Name extends keyof Dialect['handlers']> = NonNullable<Dialect['handlers'][Name]>;

const inLabel = { before: '[', after: ']' };

const writeLink: Handle<'vaultLink'> = (node: VaultLink, _, state) => {
  const { words } = node;
  if (!pairs.test(words) && isQuiet(words, false, inLabel)) return linkText(node, words);
  const exit = state.enter('label');
  const label = state.safe(words, inLabel);
  exit();
  return linkText(node, label);
};

const writeText: Handle<'text'> = ({ value }: Text, parent, state, info) =>
  !pairs.test(value) && isQuiet(value, parent?.type === 'paragraph', info) ? value : state.safe(value, info);

/** A tree as a page of Obsidian's. */
export const written = writerOf({
  unsafe,
  handlers: {
    mark: Object.assign(({ value }: Mark) => value, { peek: ({ value }: Mark) => value[0]! }),
    vaultLink: Object.assign(writeLink, { peek: () => '[' }),
    text: writeText,
  },
});
