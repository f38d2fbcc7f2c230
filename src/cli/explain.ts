import { findConfig } from '../config.js';
import { jsonText } from '../json.js';
import { lexiconOf } from '../overlay.js';
import { annotate } from '../pipeline.js';
import { readTranscript } from '../read/chatlog.js';
import { readLog } from '../read/file.js';
import type { Message } from '../transcript.js';
import { colours, print, printable } from './terminal.js';

/** So much of a message is shown, in UTF-16 units. */
const shown = 60;

/** A message as `explain --json` prints it. */
function record({ id, time, sender, text, position, role, cues, duplicateOf }: Message) {
  return {
    line: position.start.line,
    id,
    time,
    nick: sender,
    role: role?.role,
    rule: role?.rule,
    ...(role?.talk !== undefined && { talk: role.talk }),
    ...(duplicateOf !== undefined && { duplicateOf }),
    text,
    cues: cues.map(({ kind, score, rule, start, end }) => ({
      kind,
      score,
      rule,
      start,
      end,
      text: text.slice(start, end),
    })),
  };
}

function show(message: ReturnType<typeof record>): void {
  const { bold, dim } = colours(process.stdout);
  const { line, id, time, nick, role = '', rule = '', talk, text, cues } = message;
  const start = text.length > shown ? `${text.slice(0, shown)}…` : text;
  const of = talk === undefined ? '' : ` talk ${talk}`;
  print(
    `${dim(`${line}:`)} #${id} ${time} ${bold(role)} ${dim(`(${rule}${of})`)} ${printable(nick)}: ${printable(start.replaceAll('\n', ' ⏎ '))}`,
  );
  for (const cue of cues) {
    print(
      dim(
        `      ${cue.kind} ${cue.score.toFixed(2)} ${cue.rule} ${cue.start}–${cue.end} ${printable(cue.text.slice(0, shown))}`,
      ),
    );
  }
}

/** `jianglu explain LOG`: each message with its role, the rule that decided, and all evidence. */
export async function explainCommand(
  log: string,
  options: { config?: string; encoding?: string; name?: string; json?: boolean },
): Promise<void> {
  const config = findConfig(options.config, process.cwd());
  const bytes = await readLog(log);
  const encoding = options.encoding ?? config.encoding;
  const transcript = annotate(readTranscript(bytes, options.name ?? log, { encoding }), lexiconOf(config));
  const messages = transcript.children.map(record);
  if (!options.json) return messages.forEach(show);
  const talks = transcript.talks.map(({ title, nicks, announcement, lecture }) => ({
    title,
    nicks,
    announcement,
    lecture,
  }));
  process.stdout.write(jsonText({ source: transcript.source, date: transcript.date, talks, messages }));
}
