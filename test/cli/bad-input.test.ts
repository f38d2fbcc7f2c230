import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chat, folder, jianglu } from './jianglu.js';

/** A folder with a good log, `club/2024-01-05-chat.md`, and the files given. */
function work(files: Record<string, string | Uint8Array>): string {
  const path = folder();
  mkdirSync(join(path, 'club'));
  writeFileSync(join(path, 'club/2024-01-05-chat.md'), chat);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return path;
}

const good = 'club/2024-01-05-chat.md';

describe('bad input', () => {
  it('stops itself only: each is named with code and way out, the good log is read', () => {
    const cwd = work({
      'binary.md': Uint8Array.from({ length: 4096 }, (_, i) => (i * i * 31 + i) % 256),
      'endless.md': '---\ntitle: x\n> 09:00:00',
      'long.md': `> 09:00:00  a\n\n${'a'.repeat(50 * 1024 * 1024)}\n`,
      'words.md': 'nothing that looks like a message\n',
    });
    mkdirSync(join(cwd, 'empty'));
    const inputs = ['missing.md', 'empty', 'no*.md', 'binary.md', 'endless.md', 'long.md', 'words.md', good];
    const { code, out, err } = jianglu(['extract', ...inputs, '--json'], { cwd });
    const { logs, errors } = JSON.parse(out);
    expect(code).toBe(1);
    expect(logs.map((log: { file: string }) => log.file)).toEqual([good]);
    expect(errors.map((error: { file: string; code: string }) => [error.file, error.code])).toEqual([
      ['missing.md', 'file-missing'],
      ['empty', 'folder-without-logs'],
      ['no*.md', 'file-missing'],
      ['binary.md', 'file-binary'],
      ['endless.md', 'front-matter-endless'],
      ['long.md', 'line-too-long'],
      ['words.md', 'format-unknown'],
    ]);
    for (const { file, code: name, remedy } of errors) {
      expect(err).toContain(`error: ${file}`);
      expect(err).toContain(`[${name}]\n  ${remedy}`);
    }
    expect(err).toContain('endless.md:1: ');
  });

  it('a folder in which no file is a log is an error', () => {
    const cwd = work({ 'README.md': '# Readme\n' });
    mkdirSync(join(cwd, 'docs'));
    writeFileSync(join(cwd, 'docs/a.md'), '# A\n');
    const { code, err } = jianglu(['extract', 'docs', 'club'], { cwd });
    expect(code).toBe(1);
    expect(err).toContain('docs: the folder holds no chat log [folder-without-logs]');
  });

  it.each([
    ['{"out": 3}', 'c.json: invalid configuration: must be string (at /out) [config-invalid]'],
    ['{"thresholds": {"topicScore": 2}}', '(at /thresholds/topicScore) [config-invalid]'],
    ['{"a/b": 1}', 'unknown key (at /a~1b) [config-invalid]'],
    ['{"format": ["pdf"]}', 'must be one of json, md (at /format/0) [config-invalid]'],
    ['{\n "out": x}', 'c.json:2:9: invalid JSON'],
    ['{"lexicon": {"cues": ["none.json"]}}', 'none.json: there is no such file [file-missing]'],
    ['{"lexicon": {"cues": ["cues.json"]}}', '(at /rules/0/pattern) [lexicon-invalid]'],
    ['{"lexicon": {"topics": ["topics.json"]}}', '(at /concepts/0/kind) [lexicon-invalid]'],
  ])('an invalid configuration or lexicon names the pointer: %s', (text, message) => {
    const cwd = work({
      'c.json': text,
      'cues.json': '{"kind":"signIn","rules":[{"id":"x","score":1,"pattern":"(a"}]}',
      'topics.json':
        '{"scheme":"own","title":"own","concepts":[{"id":"own","prefLabel":"own","kind":"idea"}]}',
    });
    const { code, err } = jianglu(['extract', good, '--config', 'c.json'], { cwd });
    expect(code).toBe(1);
    expect(err).toContain(message);
    expect(readdirSync(cwd)).not.toContain('output');
  });

  it('an unknown encoding is one error, not one a log', () => {
    const { code, err } = jianglu(['extract', good, '--encoding', 'koi8'], { cwd: work({}) });
    expect(code).toBe(2);
    expect(err).toContain('error: unknown encoding koi8 [encoding-unknown]');
  });

  it.each(['taken', 'taken/below', '/proc/none'])('an output folder that cannot be written: %s', (out) => {
    const cwd = work({ taken: '' });
    const { code, err } = jianglu(['extract', good, '--out', out], { cwd });
    expect(code).toBe(1);
    expect(err).toContain('[output-unwritable]');
  });

  it('two logs that would be written to one file: the second is refused', () => {
    const cwd = work({ 'club/2024-01-05-chat.txt': chat });
    const { code, out } = jianglu(['extract', 'club', '--json'], { cwd });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      logs: [{ file: good }],
      errors: [{ code: 'output-claimed', file: 'club/2024-01-05-chat.txt' }],
    });
  });

  it.each([
    ['extract'],
    ['extract', good, '--jobs', '0'],
    ['extract', good, '--format', 'pdf'],
    ['nothing'],
    ['schema', 'x'],
  ])('wrong usage exits with 2: %s', (...args) => {
    const { code, out, err } = jianglu(args, { cwd: work({}) });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('error: ');
  });
});
