import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programOf } from '../../src/cli/program.js';
import { jianglu, logs } from './jianglu.js';

const log = join(logs, 'payclub/2024-04-02-chat.markdown');

describe('jianglu', () => {
  it('explains every message: place, role, rule and evidence', () => {
    const { code, out } = jianglu(['explain', log, '--json']);
    const { source, messages } = JSON.parse(out);
    expect(code).toBe(0);
    expect(messages).toHaveLength(source.messages);
    const lines = readFileSync(log, 'utf8').split('\n');
    for (const { id, line, time, nick, role, rule } of messages) {
      expect(lines[line - 1]!.trimEnd()).toBe(`> ${time}  ${nick}`.trimEnd());
      expect([id, role, rule]).not.toContain(undefined);
    }
    expect(messages.some(({ cues }: { cues: unknown[] }) => cues.length > 0)).toBe(true);
  });

  it('prints schemas', () => {
    expect(jianglu(['schema']).out.split('\n')).toContain('note');
    expect(JSON.parse(jianglu(['schema', 'note']).out).title).toBe('Note');
  });

  it('finds no error in the shipped lexicon', () => {
    expect(jianglu(['lexicon', 'check', '--json'])).toMatchObject({ code: 0, err: '' });
  });

  it.each(['bash', 'zsh', 'fish'])('completes every command and option in %s', (shell) => {
    const { code, out } = jianglu(['completion', shell]);
    expect(code).toBe(0);
    const commands = programOf().commands.flatMap((command) => [command, ...command.commands]);
    for (const command of commands) {
      expect(out).toContain(command.name());
      for (const { long } of command.options) expect(out).toContain(long!.slice(2));
    }
  });

  it('writes a bash script that bash understands', () => {
    const script = `${jianglu(['completion', 'bash']).out}
COMP_WORDS=(jianglu lexicon ''); COMP_CWORD=2; _jianglu; echo "\${COMPREPLY[*]}"
COMP_WORDS=(jianglu extract --j); COMP_CWORD=2; _jianglu; echo "\${COMPREPLY[*]}"
COMP_WORDS=(jianglu e); COMP_CWORD=1; _jianglu; echo "\${COMPREPLY[*]}"`;
    const { status, stdout } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
    if (status === null) return;
    expect(stdout.trim().split('\n')).toEqual([
      'check import --help',
      '--jobs --json',
      'extract explain eval',
    ]);
  });

  it('ends quietly when its reader goes away, and colours nothing for it', () => {
    const main = new URL('../../dist/cli/main.js', import.meta.url).pathname;
    const script = `"${process.execPath}" "${main}" explain "${log}" | head -n 1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', script], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).not.toContain('\u001b');
  });
});
