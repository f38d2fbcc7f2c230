import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The file that is taken from the working folder when no other is named. */
const configName = 'jianglu.config.json';

/** The configuration named, else the one in the folder if it has one. */
export function configFileOf(file: string | undefined, folder: string): string | undefined {
  if (file !== undefined) return file;
  const found = join(folder, configName);
  return existsSync(found) ? found : undefined;
}
