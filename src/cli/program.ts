import { Argument, Command, Option } from 'commander';
import { formatNames } from '../output/formats.js';
import { schemaNames } from '../schemas.js';
import { packageVersion } from '../version.js';
import { examples, option } from './program/options.js';
import { publishCommands } from './program/publish.js';
import { searchCommands } from './program/search.js';
import { date, errorClass, formats, jobs, port, seconds } from './program/values.js';
import { shells } from './shells.js';

function logCommands(program: Command): void {
  program
    .command('extract')
    .description('make notes and ledgers of chat logs')
    .argument('<input...>', 'logs, folders of logs, patterns, or - for standard input')
    .option('-o, --out <folder>', 'folder to write to (default: output)')
    .addOption(
      new Option(
        '-f, --format <list>',
        `what to write for a talk (default: ${formatNames.join(',')})`,
      ).argParser(formats),
    )
    .addOption(
      new Option('-j, --jobs <number>', 'worker threads: some 100 MB each, and 350 MB for all')
        .argParser(jobs)
        .default(1),
    )
    .addOption(option.edits())
    .option('--follow-links', 'also read links that lead out of the folders given')
    .option('--discussions', 'also make notes of discussions, on days without a talk')
    .addOption(option.pseudonymize())
    .addOption(option.key('--pseudonymize-key', 'file of the key for pseudonyms, made if missing'))
    .addOption(option.keepSpeaker())
    .option('--no-pseudonymize', 'leave nicks as they are, whatever the configuration says')
    .addOption(
      new Option('--since <date>', 'leave logs of earlier days (YYYY-MM-DD) as they are').argParser(date),
    )
    .option('--force', 'extract unchanged logs, too')
    .option('--prune', 'remove notes and ledgers whose logs are gone')
    .option('--dry-run', 'tell what would be read and removed; write nothing')
    .option('--fail-fast', 'stop at the first error')
    .addOption(new Option('--index [file]', 'then index the notes for search, as jianglu index does'))
    .addOption(
      new Option('--watch', 'keep running: extract again whenever a log or its edits change').conflicts(
        'dryRun',
      ),
    )
    .option('--wait', 'wait for another run on the same folder instead of refusing')
    .addOption(
      new Option(
        '--time-limit <seconds>',
        'seconds a log may take (default: 300, and 20 for each MB)',
      ).argParser(seconds),
    )
    .addOption(option.json('print the report as JSON'))
    .addOption(option.config())
    .addOption(option.encoding())
    .addOption(option.name())
    .addHelpText(
      'after',
      examples(
        'extract logs',
        'extract logs --jobs 2 --index',
        "extract 'logs/**/2024-*.markdown' --out notes --format md",
      ),
    )
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
    .option('-o, --out <folder>', 'folder of notes and edits (default: output)')
    .addOption(new Option('--edits <folder>', 'folder to save edits to (default: the output folder)'))
    .option('--labels <file>', 'also save a label file in the form of the score script')
    .addOption(
      new Option('--port <number>', 'port on 127.0.0.1; 0 takes a free one').argParser(port).default(0),
    )
    .option('--no-open', 'print the address without opening a browser')
    .addOption(option.config())
    .addOption(option.encoding())
    .addHelpText('after', examples('label logs/payclub/2024-03-15-chat.markdown'))
    .action(async (log, options) => (await import('./label.js')).labelCommand(log, options));
}

function checkCommands(program: Command): void {
  program
    .command('verify')
    .description('prove notes and ledgers against their logs')
    .argument('<notes...>', 'notes, ledgers, folders of them, or patterns')
    .addOption(option.logs())
    .addOption(new Option('--edits <folder>', 'folder of edits, if they are not beside the notes'))
    .addOption(option.key('--key', 'file of the key that pseudonymized notes were made with'))
    .addOption(option.json('print JSON'))
    .addHelpText('after', examples('verify output --logs logs'))
    .action(async (notes, options) => (await import('./verify.js')).verifyCommand(notes, options));
  program
    .command('eval')
    .description('measure notes against labels made by hand, and show where they disagree')
    .argument('<notes>', 'folder of notes and ledgers')
    .argument('<labels>', 'folder of label files (jianglu schema labels)')
    .option('--errors', 'list every disagreement with its context, and the rule or features that decided')
    .addOption(
      new Option('--class <name>', 'list only the disagreements of a class or figure').argParser(errorClass),
    )
    .addOption(option.logs())
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
  const lexicon = program.command('lexicon').description('work on the lexicon');
  lexicon
    .command('check')
    .description('look for faults in the lexicon and the overlays of the configuration')
    .addOption(option.json('print JSON'))
    .addOption(option.config())
    .action(async (options) => (await import('./lexicon.js')).lexiconCommand(options));
  lexicon
    .command('import')
    .description('turn a vocabulary in SKOS into a file of topics that a configuration can name')
    .argument('<file>', 'Turtle, N-Triples or JSON-LD')
    .option('--out <file>', 'file to write (default: standard output)')
    .action(async (file, options) => (await import('./lexicon-import.js')).lexiconImport(file, options));
}

/** The command line: all commands and options. What a command does is loaded when it runs. */
export function programOf(): Command {
  const program = new Command('jianglu')
    .description('Turns a group chat with a talk in it into a note, every line traceable to its message.')
    // A query may leave out a word: `search 支付 -Visa` is no question for the version.
    .enablePositionalOptions()
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .showHelpAfterError('(jianglu --help lists commands and options)')
    .addHelpText('after', '\nExit code: 0 done, 1 a log failed or a fault was found, 2 wrong usage.');
  logCommands(program);
  labelCommands(program);
  checkCommands(program);
  searchCommands(program);
  publishCommands(program);
  program
    .command('completion')
    .description('print a script that completes commands and options in a shell')
    .addArgument(new Argument('<shell>', 'which shell').choices(shells))
    .action(async (shell) => (await import('./completion.js')).completionCommand(program, shell));
  return program;
}
