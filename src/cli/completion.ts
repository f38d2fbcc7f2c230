import type { Command } from 'commander';
import type { Shell } from './shells.js';

/** A command as completion needs it: the words that lead to it, what may follow. */
interface Entry {
  path: string[];
  words: { word: string; about: string }[];
}

function entriesOf(command: Command, path: string[] = []): Entry[] {
  const below = command.commands.map((one) => ({ word: one.name(), about: one.description() }));
  const choices = command.registeredArguments.flatMap(({ argChoices = [], description }) =>
    argChoices.map((word) => ({ word, about: description })),
  );
  const options = [
    ...command.options.map(({ long, description }) => ({ word: long!, about: description })),
    { word: '--help', about: 'print help' },
  ];
  const own = { path, words: [...below, ...choices, ...options] };
  return [own, ...command.commands.flatMap((one) => entriesOf(one, [...path, one.name()]))];
}

const list = (entry: Entry) => entry.words.map(({ word }) => word).join(' ');

/** Longest paths first, so that `lexicon check` is met before `lexicon`. */
const deepest = (entries: Entry[]) => [...entries].sort((a, b) => b.path.length - a.path.length);

function bash(name: string, entries: Entry[]): string {
  const cases = deepest(entries)
    .map((entry) => `    "${['', ...entry.path, ''].join(' ')}"*) words="${list(entry)}" ;;`)
    .join('\n');
  return `# jianglu completion bash > ~/.local/share/bash-completion/completions/${name}
_${name}() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words=""
  local before=" \${COMP_WORDS[*]:1:COMP_CWORD-1} "
  [ "$COMP_CWORD" -eq 1 ] && before=" "
  case "$before" in
${cases}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _${name} ${name}
`;
}

function zsh(name: string, entries: Entry[]): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  const cases = deepest(entries).map((entry) => {
    const words = entry.words.map(({ word, about }) => quoted(`${word}:${about}`)).join(' ');
    return `    "${['', ...entry.path, ''].join(' ')}"*) items=(${words}) ;;`;
  });
  return `#compdef ${name}
# jianglu completion zsh > a folder of $fpath, as _${name}
_${name}() {
  local -a items
  local before=" \${words[2,CURRENT-1]} "
  (( CURRENT == 2 )) && before=" "
  case "$before" in
${cases.join('\n')}
  esac
  _describe '${name}' items
  _files
}
if [ "$funcstack[1]" = _${name} ]; then _${name}; else compdef _${name} ${name}; fi
`;
}

function fish(name: string, entries: Entry[]): string {
  const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const root = entries[0]!;
  const below = (path: string[]) =>
    entries.filter(
      (one) => one.path.length === path.length + 1 && path.every((part, i) => one.path[i] === part),
    );
  const lines = entries.flatMap((entry) => {
    const inner = below(entry.path).map((one) => one.path.at(-1));
    const seen = entry.path.map((part) => `__fish_seen_subcommand_from ${part}`);
    const unseen = inner.length ? [`not __fish_seen_subcommand_from ${inner.join(' ')}`] : [];
    const when = entry === root ? '__fish_use_subcommand' : [...seen, ...unseen].join('; and ');
    return entry.words.map(({ word, about }) => {
      const what = word.startsWith('--') ? `-l ${word.slice(2)}` : `-a ${word}`;
      return `complete -c ${name} -n ${quoted(when)} ${what} -d ${quoted(about)}`;
    });
  });
  return `# jianglu completion fish > ~/.config/fish/completions/${name}.fish\n${lines.join('\n')}\n`;
}

/** The completion script of a shell, made from the commands themselves. */
function completionScript(program: Command, shell: Shell): string {
  return { bash, zsh, fish }[shell](program.name(), entriesOf(program));
}

/** `jianglu completion SHELL`. */
export function completionCommand(program: Command, shell: Shell): void {
  process.stdout.write(completionScript(program, shell));
}
