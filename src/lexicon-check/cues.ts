import { nestedQuantifier } from '../language/patterns.js';
import type { CueRule, CueSet } from '../lexicon.js';
import type { LexiconFile, Problem } from './problem.js';

/** Why a regular expression of the lexicon cannot be used, if it cannot. */
export function patternProblem(pattern: string): Pick<Problem, 'code' | 'message'> | undefined {
  try {
    new RegExp(pattern, 'u');
  } catch (error) {
    return { code: 'pattern-invalid', message: (error as Error).message };
  }
  const at = nestedQuantifier(pattern);
  if (at === undefined) return undefined;
  return { code: 'pattern-nested', message: `repeats at offset ${at} what repeats without bound` };
}

/** What the schema cannot say of cue rules: ids are unique, patterns compile and run in bounded time, emoji lists exist. */
export function cueProblems(files: LexiconFile<CueSet>[], emoji: Record<string, string[]>): Problem[] {
  const seen = new Map<string, string>();
  const check = (file: string, rule: CueRule, pointer: string): Problem[] => {
    const found: Problem[] = [];
    const add = (below: string, code: Problem['code'], message: string) =>
      found.push({ file, pointer: pointer + below, code, message, severity: 'error' });
    const other = seen.get(rule.id);
    if (other !== undefined) add('/id', 'rule-duplicate', `${rule.id} is also in ${other}`);
    else seen.set(rule.id, file);
    const fault = rule.pattern === undefined ? undefined : patternProblem(rule.pattern);
    if (fault) add('/pattern', fault.code, fault.message);
    if (rule.emoji !== undefined && !Object.hasOwn(emoji, rule.emoji)) {
      add('/emoji', 'emoji-unknown', `emoji.json has no list ${rule.emoji}`);
    }
    return found;
  };
  return files.flatMap(({ file, value }) =>
    value.rules.flatMap((rule, i) => check(file, rule, `/rules/${i}`)),
  );
}
