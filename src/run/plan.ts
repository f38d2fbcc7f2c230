import { basename, dirname } from 'node:path';
import { editsEnding, editsFilesOf, editsHash, namesIn } from '../edits/found.js';
import type { Input } from '../inputs.js';
import { kept } from '../memory/remembered.js';
import { isLong } from '../read/long.js';
import { dateOf, placeOf } from '../read/source.js';
import { hashOf, logKey, stands } from './files.js';
import type { Entry, Made, Manifest } from './manifest.js';

/** What is to be done about an input: `older` ones are left as they are without a look. */
export type State = 'new' | 'changed' | 'same' | 'older';

/** An input with what is known of it. */
export interface Planned {
  input: Input;
  /** Its name in the manifest. */
  log: string;
  state: State;
  /** Of its bytes now; absent where they cannot be read, or were not looked at. */
  sha256?: string;
  /** What the last run knew of it. */
  entry?: Entry;
}

/** What planning needs to know. */
export interface Planning {
  out: string;
  /** Folders of edits. */
  edits: readonly string[];
  manifest: Manifest | undefined;
  settings: string;
  force: boolean;
  /** Logs of an earlier day (YYYY-MM-DD) are older. */
  since?: string;
}

/** All files that stand in the output folder for a log. */
export const outputsOf = ({ ledger, notes }: Made) => [ledger, ...notes.flatMap(({ files }) => files)];

/** Of a history only a look tells the latest day. */
function isOlder(file: string, entry: Entry | undefined, since: string): boolean {
  if (isLong(file)) return false;
  const date = dateOf(basename(file), {}).date ?? entry?.made?.day.date;
  return Boolean(date) && date! < since;
}

/** Tells of each input whether it has to be extracted: its bytes and edits are compared, and whether its notes stand. */
export function planOf(inputs: readonly Input[], planning: Planning): Planned[] {
  const { out, edits: folders, manifest, settings, force, since } = planning;
  const folderNames = new Map<string, string[]>();
  const list = (folder: string) =>
    kept(folderNames, folder, () => namesIn(folder).filter((name) => name.endsWith(editsEnding)));
  const groups = new Map<string, string>();
  const groupOf = (file: string) => kept(groups, dirname(file), () => placeOf(file).group);
  const sameEdits = (file: string, { day, edits }: Made) => {
    const date = day.several ? undefined : day.date;
    return editsHash(editsFilesOf({ group: groupOf(file), date }, folders, list)) === edits;
  };
  const isSame = ({ sha256, made, ...entry }: Entry, now: string | undefined, file: string) =>
    !force &&
    entry.settings === settings &&
    sha256 === now &&
    (!made || (outputsOf(made).every((one) => stands(out, one)) && sameEdits(file, made)));

  const plan: Planned[] = [];
  for (const input of inputs) {
    const { file } = input;
    if (file === '-') {
      plan.push({ input, log: file, state: 'new' });
      continue;
    }
    const log = logKey(out, file);
    const entry = manifest?.entries.get(log);
    if (since !== undefined && isOlder(file, entry, since)) {
      plan.push({ input, log, state: 'older', entry });
      continue;
    }
    const sha256 = hashOf(file);
    const state = !entry ? 'new' : isSame(entry, sha256, file) ? 'same' : 'changed';
    plan.push({ input, log, state, sha256, entry });
  }
  return plan;
}
