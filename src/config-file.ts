import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from './errors.js';

/** The file that is taken from the working folder when no other is named. */
const configName = 'jianglu.config.json';

/**
 * The configuration named, else the one in the folder if it has one.
 * @throws JiangluError `config-missing` where the one named is not there
 */
export function configFileOf(file: string | undefined, folder: string): string | undefined {
  if (file !== undefined) {
    if (!existsSync(file)) throw fail('config-missing', { file });
    return file;
  }
  const found = join(folder, configName);
  return existsSync(found) ? found : undefined;
}
