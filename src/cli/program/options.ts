import { Option } from 'commander';
import { keyVariable } from '../../privacy/key.js';

/** One definition for the options that several commands take. */
export const option = {
  config: () =>
    new Option(
      '--config <file>',
      'configuration (default: jianglu.config.json of the working folder, if there is one)',
    ),
  encoding: () =>
    new Option(
      '--encoding <name>',
      'utf-8, utf-16le, utf-16be, gb18030 or big5 (default: told from the bytes)',
    ),
  json: (what: string) => new Option('--json', what),
  edits: () => new Option('--edits <folder>', 'folder of edits to use beside those in the output folder'),
  pseudonymize: () =>
    new Option('--pseudonymize', 'replace nicks, phone numbers, addresses and the like (docs/privacy.md)'),
  key: (flag: string, what: string) =>
    new Option(`${flag} <file>`, `${what} (default: the key in ${keyVariable})`),
  keepSpeaker: () => new Option('--keep-speaker', 'leave speakers their nicks when others are replaced'),
  store: () =>
    new Option(
      '--store <file>',
      'the index (default: jianglu.sqlite in the configured output folder, or in output)',
    ),
  logs: (
    what = 'a folder of the logs; more than one by naming it again (default: the working folder, and those above the notes)',
  ) =>
    new Option('--logs <folder>', what).argParser((folder: string, before: string[] = []) => [
      ...before,
      folder,
    ]),
  name: () => new Option('--name <path>', 'GROUP/FILE that standard input stands for'),
};

/** What help says below the options: command lines to copy. */
export const examples = (...lines: readonly string[]): string =>
  ['', 'Examples:', ...lines.map((line) => `  $ jianglu ${line}`)].join('\n');
