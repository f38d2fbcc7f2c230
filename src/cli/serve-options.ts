import { type Command, Option } from 'commander';

/** Where the page is served when nobody says so. */
const usualPort = 4177;

/** Adds `jianglu serve`; `port` reads a port. */
export function serveCommands(program: Command, port: (value: string) => number): void {
  program
    .command('serve')
    .description('search talks and the glossary on a web page, with a REST interface')
    .option('--store <file>', "the index; without, jianglu.sqlite in the notes' folder")
    .option('--logs <folder...>', 'where the logs are; without, the working folder and those above the notes')
    .addOption(new Option('--port <number>', '0 takes a free one').argParser(port).default(usualPort))
    .addOption(
      new Option('--host <name>', 'address to listen on; others than this machine need a token').default(
        '127.0.0.1',
      ),
    )
    .option('--token-file <file>', 'the token to demand; without, JIANGLU_TOKEN, or one is made')
    .option('--config <file>', 'configuration; without, jianglu.config.json of the working folder')
    .action(async (options) => (await import('./serve.js')).serveCommand(options));
}
