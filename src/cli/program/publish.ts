import { Argument, type Command, Option } from 'commander';
import { conflictWays, pageKinds, pictureWays } from '../../publish/target.js';
import { targetNames } from '../../publish/targets.js';
import { examples, option } from './options.js';
import { base, date, number, words } from './values.js';

/** Most pages that may be written at the same time. */
const mostAtOnce = 16;

/** Options that only some targets heed, by the names that commander gives them. */
const ofTargets: Record<string, readonly string[]> = {
  push: ['git'],
  base: ['skos'],
  user: ['mediawiki'],
  allowHttp: ['mediawiki'],
};

/** Refuses an option that was typed for a target which does not heed it. */
function refuseOthers(target: string, command: Command): void {
  for (const one of command.options) {
    const name = one.attributeName();
    const heeding = Object.hasOwn(ofTargets, name) ? ofTargets[name]! : [target];
    if (!heeding.includes(target) && command.getOptionValueSource(name) === 'cli')
      command.error(`error: option '${one.long}' is for ${heeding.join(', ')}, not for ${target}`, {
        code: 'commander.conflictingOption',
      });
  }
}

/** `jianglu publish`. */
export function publishCommands(program: Command): void {
  program
    .command('publish')
    .description(
      'bring a wiki, a vault, a repository or files up to date with notes, next to people who edit them',
    )
    .addArgument(new Argument('[target]', 'where to; --list names all').choices(targetNames))
    .argument(
      '[notes...]',
      'notes, folders of them, or patterns (default: the configured output folder, or output)',
    )
    .addOption(new Option('--to <destination>', 'folder, or address of a wiki'))
    .option('--list', 'list the targets')
    .option('--dry-run', 'show what would change in every page; change nothing')
    .addOption(
      new Option(
        '--since <date>',
        'leave the pages of talks of earlier days (YYYY-MM-DD) as they are',
      ).argParser(date),
    )
    .addOption(
      new Option('--only <list>', `only these pages: ${pageKinds.join(', ')}, or ids of notes`).argParser(
        words,
      ),
    )
    .addOption(
      new Option('--on-conflict <way>', 'what becomes of pages that people edited')
        .choices(conflictWays)
        .default('merge'),
    )
    .option('--prune', 'remove pages whose notes are no longer given')
    .option('--restore', 'make pages again that people deleted')
    .addOption(
      new Option('--pictures <policy>', 'what becomes of pictures in messages')
        .choices(pictureWays)
        .default('link'),
    )
    .addOption(
      option.logs(
        'a folder of logs, more than one by naming it again: pictures that lie there are used, not fetched',
      ),
    )
    .addOption(
      new Option(
        '--language <tag>',
        'language of names and lists from now on (default: that of most talks)',
      ).choices(['zh-Hans', 'zh-Hant', 'en']),
    )
    .addOption(new Option('--template <folder>', 'your own templates (docs/publish.md)'))
    .addOption(
      new Option('--concurrency <number>', 'pages written at the same time, over a network')
        .argParser(number(1, mostAtOnce))
        .default(1),
    )
    .addOption(
      new Option(
        '--base <address>',
        'skos: what the addresses of concepts begin with (default: urn:jianglu:)',
      ).argParser(base),
    )
    .option('--push', 'git: pull before and push after')
    .addOption(
      new Option(
        '--user <name>',
        'account of a wiki; its password is in JIANGLU_WIKI_PASSWORD, or a token in JIANGLU_WIKI_TOKEN',
      ),
    )
    .option('--allow-http', 'send passwords over plain http to other machines, too')
    .addOption(
      new Option('--state <file>', 'file of what is remembered between runs (default: beside the pages)'),
    )
    .addOption(option.json('print the report as JSON'))
    .addOption(option.config())
    .addHelpText(
      'after',
      examples(
        'publish site output --to public',
        'publish git output --to wiki --dry-run',
        'publish mediawiki output --to https://wiki.example/w/api.php --user Bot@jianglu',
      ),
    )
    .action(async (target, notes, options, command: Command) => {
      const { listTargets, publishCommand } = await import('../publish.js');
      if (options.list) listTargets(options.json);
      else if (target === undefined)
        command.error("error: missing required argument 'target'", { code: 'commander.missingArgument' });
      else if (options.to === undefined)
        command.error("error: required option '--to <destination>' not specified", {
          code: 'commander.missingMandatoryOptionValue',
        });
      else {
        refuseOthers(target, command);
        await publishCommand(target, notes, options);
      }
    });
}
