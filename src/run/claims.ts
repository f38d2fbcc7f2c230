import { fail } from '../errors.js';

/** Which files of the output folder are whose. */
export interface Claims {
  /**
   * Claims paths for an input, all or none.
   *
   * @throws JiangluError `output-unwritable` where another input of the run has one of them, also in other case
   */
  claim(paths: readonly string[], input: string): void;
}

/** Lets each output file be written for one input only, also where the file system ignores case. */
export function newClaims(): Claims {
  const owners = new Map<string, string>();
  return {
    claim(paths, input) {
      for (const path of paths) {
        const owner = owners.get(path.toLowerCase());
        if (owner === undefined || owner === input) continue;
        throw fail('output-claimed', {
          file: input,
          reason: `${path}, as those of ${owner}`,
        });
      }
      for (const path of paths) owners.set(path.toLowerCase(), input);
    },
  };
}
