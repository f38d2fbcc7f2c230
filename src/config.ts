import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { configFileOf } from './config-file.js';
import { fail } from './errors.js';
import { readJson } from './json.js';
import { formatNames } from './output/formats.js';
import type { Config } from './schema/config.js';
import type { Topic } from './schema/note.js';
import { schemaFaults } from './validate.js';

export type { Config };

/** Reads and checks a configuration; its paths become absolute. @throws JiangluError `config-missing`, `config-invalid` */
export function loadConfig(file: string): Config {
  if (!existsSync(file)) throw fail('config-missing', { file });
  const value = readJson(file);
  const [fault] = schemaFaults('config', value);
  if (fault) throw fail('config-invalid', { file, ...fault });
  const config = value as Config;
  const unknown = config.format?.findIndex((name) => !formatNames.includes(name)) ?? -1;
  if (unknown >= 0) {
    const reason = `must be one of ${formatNames.join(', ')}`;
    throw fail('config-invalid', { file, pointer: `/format/${unknown}`, reason });
  }
  const base = dirname(resolve(file));
  const { out, lexicon } = config;
  const absolute = (paths?: string[]) => paths?.map((path) => resolve(base, path));
  return {
    ...config,
    ...(out !== undefined && { out: resolve(base, out) }),
    ...(lexicon && {
      lexicon: { cues: absolute(lexicon.cues) ?? [], topics: absolute(lexicon.topics) ?? [] },
    }),
  };
}

/** The configuration named, else the one in the folder, else an empty one. */
export function findConfig(file: string | undefined, folder: string): Config {
  const found = configFileOf(file, folder);
  return found === undefined ? {} : loadConfig(found);
}

/** The topics that a configuration's thresholds let through. */
export function withThresholds(topics: readonly Topic[], config: Config): Topic[] {
  const { topicScore = 0, topics: most = Number.POSITIVE_INFINITY } = config.thresholds ?? {};
  return topics.filter(({ score }) => score >= topicScore).slice(0, most);
}
