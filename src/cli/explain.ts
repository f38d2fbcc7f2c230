import { findConfig } from '../config.js';
import { jsonText } from '../json.js';
import type { Lexicon } from '../lexicon.js';
import { lexiconOf } from '../overlay.js';
import { annotate } from '../pipeline.js';
import { readTranscript } from '../read/chatlog.js';
import { readLog } from '../read/file.js';
import { demandDay } from '../read/long.js';
import { type Told, toldOf } from '../reasons/certain.js';
import { messageReasons } from '../reasons/messages.js';
import { reason, reasonText } from '../reasons/reason.js';
import { topicRanking } from '../reasons/topics.js';
import type { Reason } from '../schema/evaluation.js';
import type { Message, Talk, Transcript } from '../transcript.js';

import { colours, print, printable } from './terminal.js';

/** So much of a message is shown, in UTF-16 units. */
const shown = 60;

/** A message as `explain --json` prints it. */
function record(
  { id, time, sender, text, position, role, cues, duplicateOf }: Message,
  reasons: readonly Reason[] = [],
  certainty: readonly Told[] = [],
) {
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
    reasons,
    certainty,
  };
}

const certaintyText = ({ what, found, certain, probability, title }: Told) =>
  `${found ? what : `no ${what}`}${title === undefined ? '' : ` “${printable(title)}”`}: ${certain ? 'certain' : 'inferred'}, probability ${probability.toFixed(3)} of being one`;

function show(message: ReturnType<typeof record>): void {
  const { bold, dim } = colours(process.stdout);
  const { line, id, time, nick, role = '', rule = '', talk, text, cues, reasons, certainty } = message;
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
  for (const one of reasons) print(dim(`      ${printable(reasonText(one))}`));
  for (const one of certainty) print(dim(`      ${certaintyText(one)}`));
}

/** The topics of a talk, with their places among all candidates and the weightiest features. */
function topicReasons(tree: Transcript, talk: Talk, lexicon: Lexicon): Reason[] {
  const chosen = topicRanking(tree, talk, lexicon).filter((topic) => topic.chosen);
  return chosen.map(({ label, rank, score, shares }) => reason(`${label} ranks ${rank}`, score, shares()));
}

/** `jianglu explain LOG`: each message with its role, the rule that decided, and all evidence; then each talk's topics. */
export async function explainCommand(
  log: string,
  options: { config?: string; encoding?: string; name?: string; json?: boolean },
): Promise<void> {
  const config = findConfig(options.config, process.cwd());
  demandDay(log);
  const bytes = await readLog(log);
  const encoding = options.encoding ?? config.encoding;
  const lexicon = lexiconOf(config);
  const transcript = annotate(readTranscript(bytes, options.name ?? log, { encoding }), lexicon);
  const reasons = messageReasons(transcript, lexicon);
  const certainty = toldOf(transcript);
  const messages = transcript.children.map((message) =>
    record(message, reasons.get(message.id), certainty.get(message.id)),
  );
  const talks = transcript.talks.map((talk) => {
    const { title, nicks, announcement, lecture } = talk;
    return { title, nicks, announcement, lecture, topics: topicReasons(transcript, talk, lexicon) };
  });
  if (!options.json) {
    messages.forEach(show);
    for (const [index, { title, topics }] of talks.entries()) {
      print(`talk ${index} ${printable(title)}: topics`);
      for (const one of topics) print(`      ${printable(reasonText(one))}`);
    }
    return;
  }
  process.stdout.write(jsonText({ source: transcript.source, date: transcript.date, talks, messages }));
}
