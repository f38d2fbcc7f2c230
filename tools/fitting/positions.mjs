// Labels of ours as positions: they say where in a log something stands, so that no word of a chat and no nick is kept
// in this repository. Whoever has the logs gets the labels back word by word.

const spanIn = (messages, id, words) => {
  const start = messages[id] ? messages[id].text.indexOf(words) : -1;
  return start < 0 ? undefined : [id, start, start + words.length];
};
const wordsAt = (messages, [id, start, end]) => messages[id].text.slice(start, end);
const firstBy = (messages, nick) => messages.find(({ sender }) => sender === nick)?.id;

/** Where words stand: in one of some messages first, else anywhere; undefined if they were not typed so. */
function findWords(messages, words, preferred) {
  if (!words) return undefined;
  for (const id of [...preferred, ...messages.map((message) => message.id)]) {
    const span = spanIn(messages, id, words);
    if (span) return span;
  }
  return undefined;
}

/** A label file's content without words; `lost` counts titles and terms that stand nowhere verbatim and are left out. */
export function toPositions(label, messages) {
  let lost = 0;
  const kept = (span) => {
    if (!span) lost++;
    return span;
  };
  const talks = label.talks.map((talk) => ({
    title: talk.title ? kept(findWords(messages, talk.title, talk.announce ?? [])) : undefined,
    speakers: talk.speakers.map((nick) => kept(firstBy(messages, nick))).filter((id) => id !== undefined),
    announce: talk.announce ?? [],
    lecture: talk.lecture,
    headings: talk.headings.flatMap(({ msg, level, marker, title }) => {
      const span = kept(spanIn(messages, msg, title));
      return span ? [{ level, marker: marker ?? '', span }] : [];
    }),
    qa: talk.qa.map(({ q, a }) => ({ q, a })),
    topics: talk.topics,
    glossary: talk.glossary.flatMap(({ term, kind, msg }) => {
      const span = kept(findWords(messages, term, [msg]));
      return span ? [{ kind, span }] : [];
    }),
  }));
  return { entry: { log: label.log, talks }, lost };
}

/** The label that positions stand for, in the form of a label file. */
export const fromPositions = ({ log, talks }, messages) => ({
  log,
  talks: talks.map((talk) => ({
    ...talk,
    title: talk.title ? wordsAt(messages, talk.title) : '',
    speakers: talk.speakers.map((id) => messages[id].sender),
    headings: talk.headings.map(({ level, marker, span }) => ({
      msg: span[0],
      level,
      marker,
      title: wordsAt(messages, span),
    })),
    glossary: talk.glossary.map(({ kind, span }) => ({
      term: wordsAt(messages, span),
      kind,
      msg: span[0],
    })),
  })),
});
