import { type Command, Option } from 'commander';
import { termKinds } from '../../store/record.js';
import { entryKinds } from '../../store/store.js';
import { examples, option } from './options.js';
import { date, kindsOfEntries, limit, port } from './values.js';

/** Options by which what is found can be narrowed. */
const filterOptions = () => [
  new Option('--kind <kind>', 'only terms of a kind').choices(termKinds),
  new Option('--broader <concept>', 'only this concept and those below it'),
  new Option('--topic <topic>', 'only from talks with this topic'),
  new Option('--speaker <nick>', 'only from talks of a speaker; a part of the nick is enough'),
  new Option('--group <group>', 'only from talks in a group'),
  new Option('--since <date>', 'only from talks of this day (YYYY-MM-DD) or later').argParser(date),
  new Option('--until <date>', 'only from talks of this day or earlier').argParser(date),
];

/**
 * Takes words that begin with one `-` as parts of the query, which they leave out; two of them are a mistyped option
 * still, unless they stand behind `--`.
 */
function queryCommand(
  command: Command,
  run: (words: readonly string[], command: Command) => Promise<void>,
): void {
  command.allowUnknownOption().action(async (words: string[]) => {
    const { rawArgs } = command.parent as Command & { rawArgs: string[] };
    const option = rawArgs.includes('--') ? undefined : words.find((word) => word.startsWith('--'));
    if (option) command.error(`error: unknown option '${option}'`, { code: 'commander.unknownOption' });
    await run(words, command);
  });
}

function findCommands(program: Command): void {
  const search = program
    .command('search')
    .description('find talks, sections, questions and terms')
    .argument(
      '<query...>',
      'words, "phrases", -not, OR, kind:, topic:, speaker:, since:, title: and the like',
    )
    .addOption(option.store())
    .addOption(new Option('--in <list>', `only ${entryKinds.join(', ')}`).argParser(kindsOfEntries));
  for (const one of filterOptions()) search.addOption(one);
  search
    .addOption(new Option('-n, --limit <number>', 'how many at most').argParser(limit).default(10))
    .option('--explain', 'tell why each hit ranks where it does')
    .addOption(option.json('print JSON'))
    .addOption(option.config())
    .addHelpText(
      'after',
      examples(
        'search 备付金 集中存管',
        'search \'"信用证" OR 托收 -福费廷\' --since 2024-01-01',
        'search xinyong fengxian --in section,pair --limit 5',
      ),
    );
  queryCommand(search, async (words, command) =>
    (await import('../search.js')).searchCommand(words, command.opts()),
  );
  const glossary = program
    .command('glossary')
    .description('list the terms that talks define, or find some with all their definitions')
    .argument('[query...]', 'as for search')
    .addOption(option.store());
  for (const one of filterOptions()) glossary.addOption(one);
  glossary
    .option('--all', 'also list concepts of the taxonomy that no talk defines')
    .addOption(new Option('-n, --limit <number>', 'how many at most').argParser(limit).default(50))
    .addOption(option.json('print JSON'))
    .addOption(option.config())
    .addHelpText(
      'after',
      examples('glossary --kind risk', 'glossary --broader 信用风险', 'glossary 保证金 --json'),
    );
  queryCommand(glossary, async (words, command) =>
    (await import('../glossary.js')).glossaryCommand(words, command.opts()),
  );
}

function indexCommands(program: Command): void {
  const index = program
    .command('index')
    .description('index notes for search: those that are new or changed since the last run')
    .argument('<notes...>', 'notes, folders of them, or patterns; a folder named check or rebuild as ./check')
    .addOption(option.store())
    .option('--prune', 'remove talks whose notes are gone, wherever they were')
    .addOption(option.json('print JSON'))
    .addOption(option.config())
    .addHelpText('after', examples('index output', 'index check', 'index rebuild output'))
    .action(async (notes, options) => (await import('../index-command.js')).indexCommand(notes, options));
  // Options that stand behind the name of a command below are taken by `index`, which has the same.
  index
    .command('check')
    .description('look for damage in an index')
    .addOption(option.store())
    .addOption(option.json('print JSON'))
    .addOption(option.config())
    .action(async (_, command) =>
      (await import('../index-command.js')).indexCheckCommand(command.optsWithGlobals()),
    );
  index
    .command('rebuild')
    .description('empty an index and fill it again')
    .argument('<notes...>', 'notes, folders of them, or patterns')
    .addOption(option.store())
    .addOption(option.json('print JSON'))
    .addOption(option.config())
    .action(async (notes, _, command) =>
      (await import('../index-command.js')).rebuildCommand(notes, command.optsWithGlobals()),
    );
}

/** Where the page is served when nobody says so. */
const usualPort = 4177;

function serveCommands(program: Command): void {
  program
    .command('serve')
    .description('search talks and the glossary on a web page, with a REST interface')
    .addOption(option.store())
    .addOption(option.logs())
    .addOption(
      new Option('--port <number>', 'port to listen on; 0 takes a free one')
        .argParser(port)
        .default(usualPort),
    )
    .addOption(
      new Option('--host <name>', 'address to listen on; others than this machine need a token').default(
        '127.0.0.1',
      ),
    )
    .addOption(
      new Option(
        '--token-file <file>',
        'file of the token to ask for (default: JIANGLU_TOKEN, else one is made)',
      ),
    )
    .addOption(option.config())
    .addHelpText('after', examples('serve --logs logs'))
    .action(async (options) => (await import('../serve.js')).serveCommand(options));
}

/** Commands of the index: what makes it, and what answers from it. */
export function searchCommands(program: Command): void {
  indexCommands(program);
  findCommands(program);
  serveCommands(program);
}
