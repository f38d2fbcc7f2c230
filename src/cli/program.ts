import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { classNames, figureNames } from '../eval/classes.js';
import { keyVariable } from '../privacy/key.js';
import { targetNames } from '../publish/targets.js';
import { isDay } from '../read/source.js';
import { packageVersion } from '../run/version.js';
import { schemaNames } from '../schemas.js';
import type { EntryKind } from '../store/store.js';
import { serveCommands } from './serve-options.js';
import { shells } from './shells.js';

/** Most workers that may be asked for: each holds its own dictionary. */
const mostJobs = 64;
/** Most hits that may be asked for at once. */
const mostHits = 1000;
const entryKindNames: readonly EntryKind[] = ['talk', 'section', 'pair', 'concept'];
/** A day; timers of Node take some 24 of them. */
const mostSeconds = 86_400;

function jobs(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1 && number <= mostJobs) return number;
  throw new InvalidArgumentError(`a whole number from 1 to ${mostJobs} is expected`);
}

function port(value: string): number {
  const number = Number(value);
  if (/^\d{1,5}$/u.test(value) && number <= 65_535) return number;
  throw new InvalidArgumentError('a whole number from 0 to 65535 is expected');
}

function seconds(value: string): number {
  const number = Number(value);
  if (Number.isFinite(number) && number > 0 && number <= mostSeconds) return number;
  throw new InvalidArgumentError(`a number of seconds up to ${mostSeconds} is expected`);
}

function date(value: string): string {
  if (/^\d{4}-\d\d-\d\d$/u.test(value) && isDay(value)) return value;
  throw new InvalidArgumentError('a day as YYYY-MM-DD is expected');
}

function errorClass(value: string): string {
  if ([...figureNames, ...classNames].includes(value as never)) return value;
  throw new InvalidArgumentError(
    `one of ${figureNames.join(', ')} is expected, or a class of docs/errors.md`,
  );
}

function formats(value: string): string[] {
  const list = [...new Set(value.split(',').map((one) => one.trim()))];
  if (list.every((one) => targetNames.includes(one))) return list;
  throw new InvalidArgumentError(`a list of ${targetNames.join(', ')} is expected`);
}

function limit(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1 && number <= mostHits) return number;
  throw new InvalidArgumentError(`a whole number from 1 to ${mostHits} is expected`);
}

function entryKinds(value: string): EntryKind[] {
  const list = value.split(',').map((one) => one.trim());
  const known = list.filter((one): one is EntryKind => entryKindNames.includes(one as EntryKind));
  if (known.length === list.length) return known;
  throw new InvalidArgumentError(`a list of ${entryKindNames.join(', ')} is expected`);
}

/** One definition for the options that several commands take. */
const option = {
  config: () =>
    new Option('--config <file>', 'configuration; without, jianglu.config.json of the working folder'),
  encoding: () =>
    new Option(
      '--encoding <name>',
      'utf-8, utf-16le, utf-16be, gb18030 or big5; without, found from the bytes',
    ),
  json: (what: string) => new Option('--json', what),
  edits: () => new Option('--edits <folder>', 'edits to use beside those in the output folder'),
  pseudonymize: () =>
    new Option('--pseudonymize', 'replace nicks, phone numbers, addresses and the like (docs/privacy.md)'),
  key: (flag: string, what: string) =>
    new Option(`${flag} <file>`, `${what}; without, the environment's ${keyVariable}`),
  keepSpeaker: () => new Option('--keep-speaker', 'leave speakers their nicks when others are replaced'),
  store: () =>
    new Option(
      '--store <file>',
      'the index; without, jianglu.sqlite of the configured output folder or of output',
    ),
  name: () => new Option('--name <path>', 'GROUP/FILE that standard input stands for'),
};

function logCommands(program: Command): void {
  program
    .command('extract')
    .description('make notes and ledgers of chat logs')
    .argument('<input...>', 'logs, folders of logs, patterns, or - for standard input')
    .option('-o, --out <folder>', 'where to write; without, output')
    .addOption(
      new Option(
        '-f, --format <list>',
        `what to write for a talk; without, ${targetNames.join(',')}`,
      ).argParser(formats),
    )
    .addOption(
      new Option('-j, --jobs <number>', 'worker threads, each with some 380 MB').argParser(jobs).default(1),
    )
    .addOption(option.edits())
    .option('--follow-links', 'read links that lead out of the folders given, too')
    .option('--discussions', 'make notes of discussions too, on days without a talk')
    .addOption(option.pseudonymize())
    .addOption(option.key('--pseudonymize-key', 'file of the key for pseudonyms; made where it is not there'))
    .addOption(option.keepSpeaker())
    .option('--no-pseudonymize', 'leave nicks as they are, whatever the configuration says')
    .addOption(
      new Option('--since <date>', 'leave logs of earlier days (YYYY-MM-DD) as they are').argParser(date),
    )
    .option('--force', 'extract also what is unchanged since the last run')
    .option('--prune', 'remove what was made of logs that are gone')
    .option('--dry-run', 'tell what would be read and removed, and write nothing')
    .option('--fail-fast', 'end at the first error')
    .addOption(
      new Option('--index [file]', 'bring the notes into an index for search at the end (jianglu index)'),
    )
    .option('--watch', 'go on, and run again whenever a log or its edits change')
    .option('--wait', 'wait while another run writes to the same folder, instead of refusing')
    .addOption(
      new Option('--time-limit <seconds>', 'what a log may take; without, 300 and 20 for each MB').argParser(
        seconds,
      ),
    )
    .addOption(option.json('print the report as JSON'))
    .addOption(option.config())
    .addOption(option.encoding())
    .addOption(option.name())
    .action(async (inputs, options) => (await import('./extract.js')).extractCommand(inputs, options));
  program
    .command('explain')
    .description('show each message of a log with its role, and the rule and evidence that decided')
    .argument('<log>', 'a log, or - for standard input')
    .addOption(option.json('print JSON'))
    .addOption(option.config())
    .addOption(option.encoding())
    .addOption(option.name())
    .action(async (log, options) => (await import('./explain.js')).explainCommand(log, options));
}

function labelCommands(program: Command): void {
  program
    .command('label')
    .description('correct the note of a log beside it, on a local web page')
    .argument('<log>', 'a log')
    .option('-o, --out <folder>', 'where notes and edits are; without, output')
    .addOption(new Option('--edits <folder>', 'where to save edits; without, the output folder'))
    .option('--labels <file>', 'save a label file for the score script too')
    .addOption(
      new Option('--port <number>', 'port on 127.0.0.1; without, a free one').argParser(port).default(0),
    )
    .option('--no-open', 'print the address without opening a browser')
    .addOption(option.config())
    .addOption(option.encoding())
    .action(async (log, options) => (await import('./label.js')).labelCommand(log, options));
}

function checkCommands(program: Command): void {
  program
    .command('verify')
    .description('prove notes and ledgers against their logs')
    .argument('<notes...>', 'notes, ledgers, folders of them, or patterns')
    .option('--logs <folder...>', 'where the logs are; without, the working folder and those above the notes')
    .addOption(new Option('--edits <folder>', 'edits that lie elsewhere than beside the notes'))
    .addOption(option.key('--key', 'file of the key that proves pseudonymized notes'))
    .addOption(option.json('print JSON'))
    .action(async (notes, options) => (await import('./verify.js')).verifyCommand(notes, options));
  program
    .command('eval')
    .description('measure notes against labels made by hand, and show where they disagree')
    .argument('<notes>', 'folder of notes and ledgers')
    .argument('<labels>', 'folder of label files')
    .option('--errors', 'every disagreement with its context, and the rule or features that decided')
    .addOption(
      new Option('--class <name>', 'only the disagreements of a class or figure').argParser(errorClass),
    )
    .option('--logs <folder...>', 'where the logs are; without, the working folder and those above the notes')
    .addOption(option.json('print JSON'))
    .addOption(option.config())
    .action(async (notes, labels, options) =>
      (await import('./eval.js')).evalCommand(notes, labels, options),
    );
  program
    .command('schema')
    .description('print a JSON schema, or the names of all')
    .addArgument(new Argument('[name]', 'which').choices(schemaNames))
    .action(async (name) => (await import('./schema.js')).schemaCommand(name));
  program
    .command('lexicon')
    .description('work on the lexicon')
    .command('check')
    .description('look for faults in the lexicon and the overlays of the configuration')
    .addOption(option.json('print JSON'))
    .addOption(option.config())
    .action(async (options) => (await import('./lexicon.js')).lexiconCommand(options));
}

/** Options by which what is found can be narrowed. */
const filterOptions = () => [
  new Option('--kind <kind>', 'only terms of a kind').choices([
    'risk',
    'concept',
    'organization',
    'regulation',
  ]),
  new Option('--broader <concept>', 'only this concept and those below it'),
  new Option('--topic <topic>', 'only from talks with this topic'),
  new Option('--speaker <nick>', 'only from talks of a speaker; a part of the nick is enough'),
  new Option('--group <group>', 'only from talks in a group'),
  new Option('--since <date>', 'only from talks of this day (YYYY-MM-DD) or later').argParser(date),
  new Option('--until <date>', 'only from talks of this day or earlier').argParser(date),
];

function searchCommands(program: Command): void {
  const store = () => new Option('--store <file>', "the index; without, jianglu.sqlite in the notes' folder");
  const search = program
    .command('search')
    .description('find talks, sections, questions and terms')
    .argument(
      '<query...>',
      'words, "phrases", -not, OR, kind:, topic:, speaker:, since:, title: and the like',
    )
    .addOption(store())
    .addOption(new Option('--in <list>', `only ${entryKindNames.join(', ')}`).argParser(entryKinds));
  for (const one of filterOptions()) search.addOption(one);
  search
    .addOption(new Option('-n, --limit <number>', 'how many at most').argParser(limit).default(10))
    .option('--explain', 'say of each hit why it stands where it does')
    .addOption(option.json('print JSON'))
    .addOption(option.config())
    .action(async (words, options) => (await import('./search.js')).searchCommand(words, options));
  const glossary = program
    .command('glossary')
    .description('list the terms that talks define, or find some with all their definitions')
    .argument('[query...]', 'as for search')
    .addOption(store());
  for (const one of filterOptions()) glossary.addOption(one);
  glossary
    .option('--all', 'also concepts of the taxonomy that no talk defines')
    .addOption(new Option('-n, --limit <number>', 'how many at most').argParser(limit).default(50))
    .addOption(option.json('print JSON'))
    .addOption(option.config())
    .action(async (words, options) => (await import('./glossary.js')).glossaryCommand(words, options));
}

function indexCommands(program: Command): void {
  const index = program
    .command('index')
    .description('bring notes into an index for search: those that are new or changed since the last run')
    .argument('<notes...>', 'notes, folders of them, or patterns; a folder named check or rebuild as ./check')
    .addOption(option.store())
    .option('--prune', 'remove talks whose notes are gone, wherever they were')
    .addOption(option.json('print JSON'))
    .addOption(option.config())
    .enablePositionalOptions()
    .action(async (notes, options) => (await import('./index-command.js')).indexCommand(notes, options));
  index
    .command('check')
    .description('look for damage in an index')
    .addOption(option.store())
    .addOption(option.json('print JSON'))
    .addOption(option.config())
    .action(async (options) => (await import('./index-command.js')).indexCheckCommand(options));
  index
    .command('rebuild')
    .description('empty an index, and bring notes into it anew')
    .argument('<notes...>', 'notes, folders of them, or patterns')
    .addOption(option.store())
    .addOption(option.json('print JSON'))
    .addOption(option.config())
    .action(async (notes, options) => (await import('./index-command.js')).rebuildCommand(notes, options));
}

/** The command line: all commands and options. What a command does is loaded when it runs. */
export function programOf(): Command {
  const program = new Command('jianglu')
    .description('Turns a group chat with a talk in it into a note, every line traceable to its message.')
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .showHelpAfterError('(jianglu --help lists commands and options)')
    .addHelpText('after', '\nExit code: 0 done, 1 a log failed or a fault was found, 2 wrong usage.');
  logCommands(program);
  labelCommands(program);
  checkCommands(program);
  indexCommands(program);
  searchCommands(program);
  serveCommands(program, port);
  program
    .command('completion')
    .description('print a script that completes commands and options in a shell')
    .addArgument(new Argument('<shell>', 'which shell').choices(shells))
    .action(async (shell) => (await import('./completion.js')).completionCommand(program, shell));
  return program;
}
