import type { PageKey } from '../../../markdown/keys.js';
import type { PageWords } from '../../pages/words.js';
import type { Content } from '../../target.js';

/** The key of the base that lists talks. */
export const baseKey: PageKey = 'file:talks.base';

const mark = `# jianglu: ${baseKey}`;

/** The key of a base of ours: a comment at its head says it, until Obsidian writes the file anew. */
export const keyInBase = (content: Content): PageKey | undefined =>
  typeof content === 'string' && content.startsWith(`${mark}\n`) ? baseKey : undefined;

/**
 * A base of all talks, the newest first, and one of them by speaker. It finds pages by their properties, wherever
 * people have moved them.
 */
export function talksBase({ talks, speakers, topics, note, group, day }: PageWords): string {
  const names: [string, string][] = [
    ['file.name', talks],
    ['date', day],
    ['speakers', speakers],
    ['topics', topics],
    ['group', group],
  ];
  const view = (name: string, lines: readonly string[]) => [
    '  - type: table',
    `    name: ${JSON.stringify(name)}`,
    ...lines,
    '    order:',
    '      - file.name',
    ...['date', 'speakers', 'topics', 'group'].map((one) => `      - ${one}`),
    '    sort:',
    '      - property: date',
    '        direction: DESC',
  ];
  return [
    mark,
    'filters:',
    '  and:',
    '    - file.hasProperty("jianglu")',
    '    - or:',
    '        - kind == "talk"',
    '        - kind == "discussion"',
    'properties:',
    ...names.flatMap(([name, shown]) => [`  ${name}:`, `    displayName: ${JSON.stringify(shown)}`]),
    'views:',
    ...view(talks, []),
    ...view(note.speaker, ['    groupBy:', '      property: speakers', '      direction: ASC']),
    '',
  ].join('\n');
}
