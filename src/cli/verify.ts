import { jsonText } from '../json.js';
import { findKey } from '../privacy/key.js';
import { verify } from '../verify.js';
import { colours, plural, print, printable, warn } from './terminal.js';

/** `jianglu verify NOTES…`: faults to standard error, a line of counts (or JSON) to standard output. */
export function verifyCommand(
  paths: string[],
  { logs, edits, key, json }: { logs?: string[]; edits?: string; key?: string; json?: boolean },
): void {
  const found = verify(paths, { logs, edits, key: findKey(key) });
  if (found.faults.length) process.exitCode = 1;
  if (json) {
    process.stdout.write(jsonText(found));
    return;
  }
  const { red } = colours(process.stderr);
  for (const { file, pointer, code, message } of found.faults) {
    warn(
      `${printable(file)}${pointer === '' ? '' : `#${printable(pointer)}`}: ${red(printable(message))} [${code}]`,
    );
  }
  print(
    `${plural(found.notes, 'note')}, ${plural(found.ledgers, 'ledger')}: ${plural(found.faults.length, 'fault')}`,
  );
}
