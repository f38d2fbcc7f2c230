import { deriveSpeaker, deriveTitle } from '../../derive.js';
import { nickSimilarity } from '../../language/names.js';
import type { Lexicon } from '../../lexicon.js';
import type { Speaker, Talk } from '../../transcript.js';
import { unread } from '../../transcript.js';
import type { Announcement } from './announcement.js';
import { type Candidate, presentedBy, statedTitle, type Window } from './candidate.js';

function speakerRecord(candidate: Candidate, group: Announcement[], lexicon: Lexicon): Speaker {
  const counts = new Map<string, number>();
  for (const { message } of presentedBy(candidate)) {
    counts.set(message.sender, (counts.get(message.sender) ?? 0) + 1);
  }
  const [name] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [candidate.nicks[0]!];
  const announced = group.flatMap((one) =>
    one.name && nickSimilarity(one.name, name, lexicon.people) >= 0.3 ? [one.name] : [],
  );
  const aliases = [...new Set([...candidate.nicks, ...announced])].filter((alias) => alias !== name);
  return { name, aliases, ...deriveSpeaker(name, lexicon.people, aliases) };
}

/** A speaker under a nick of his that sends something of the lecture: he may have changed it after his first words. */
export function namedAmong(speaker: Speaker, senders: ReadonlySet<string>, { people }: Lexicon): Speaker {
  const { name: before, aliases } = speaker;
  const name = senders.has(before) ? before : aliases.find((alias) => senders.has(alias));
  if (name === undefined || name === before) return speaker;
  const others = [before, ...aliases.filter((alias) => alias !== name)];
  return { name, aliases: others, ...deriveSpeaker(name, people, others) };
}

/**
 * The talk of a candidate as far as it is known before its lecture is cut; `group` is empty where nobody announced it.
 * Those who give it with him follow in the order in which they speak.
 */
export function talkOf(
  candidate: Candidate,
  group: Announcement[],
  window: Window,
  lexicon: Lexicon,
  others: Candidate[] = [],
): Talk {
  const titled = group.filter((one) => one.title).at(-1)?.title ?? statedTitle(candidate, lexicon);
  const timed = group.filter((one) => one.time).at(-1)?.time ?? null;
  const speakers = [candidate, ...others].map((one) => speakerRecord(one, group, lexicon));
  const persons = [candidate, ...others].map(({ nicks }, index) => {
    const { name } = speakers[index]!;
    return [name, ...nicks.filter((nick) => nick !== name)];
  });
  const host = group.at(-1)?.by ?? null;
  return {
    announcement: group.map((one) => one.message),
    host: host !== null && candidate.nicks.includes(host) ? null : host,
    nicks: persons.flat(),
    ...(others.length > 0 && { persons }),
    speakers,
    titleFrom: titled ? [titled] : [],
    title: titled ? deriveTitle([titled]) : '',
    announced: timed,
    window,
    lecture: [],
    ...unread(),
    review: titled ? [] : [{ code: 'no-title' }],
  };
}
