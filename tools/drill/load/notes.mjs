/** Sections, paragraphs, pairs and terms of a talk, and words of a paragraph, on average. */
const size = { sections: 8, paragraphs: 2, pairs: 3, terms: 2, words: 30 };
const groups = ['payclub', 'riskroom', 'techroom', 'tradetalk', 'hkpay'];
const topics = [
  'acquiring',
  'credit-risk',
  'fraud-risk',
  'settlement',
  'merchant',
  'letter-of-credit',
  'risk-management',
];

const dayAfter = (days) => new Date(Date.UTC(2015, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);

/** Makes notes of talks that nobody gave, one after the other: valid, and the same for the same random numbers. */
export function noteMaker({ random, word }) {
  const some = (mean) => 1 + Math.floor(random() * (2 * mean - 1));
  const pick = (list) => list[Math.floor(random() * list.length)];
  const words = (count) => Array.from({ length: count }, word).join('');
  return (number) => {
    let message = 0;
    const span = (text) => ({ message: message++, start: 0, end: text.length, text });
    const paragraph = () => ({ type: 'paragraph', spans: [span(`${words(some(size.words))}。`)] });
    const section = (level) => {
      const title = words(2);
      const own = { marker: '', ordinal: null, title, level, message, span: span(title), origin: 'typed' };
      const blocks = Array.from({ length: some(size.paragraphs) }, paragraph);
      return { ...own, blocks, sections: level === 1 && random() < 0.3 ? [section(2)] : [] };
    };
    const turn = (by, text) => ({ by, messages: [message], spans: [span(text)] });
    const pair = (speaker) => ({
      question: turn(`听众${some(900)}`, `${words(6)}？`),
      answers: [turn(speaker, `${words(some(12))}。`)],
    });
    const term = () => {
      const name = words(2);
      const definition = span(`${name}是指${words(12)}。`);
      const kind = pick(['risk', 'concept', 'concept', 'organization']);
      const own = { term: name, kind, message: definition.message, start: 0, end: name.length };
      return { ...own, definition: [definition], aliases: [], broader: null };
    };
    const group = pick(groups);
    const date = dayAfter(Math.floor(number / 3));
    const speaker = `讲者${some(400)}`;
    const title = words(3);
    const titleFrom = [span(title)];
    const sections = Array.from({ length: some(size.sections) }, () => section(1));
    const qa = Array.from({ length: some(size.pairs) }, () => pair(speaker));
    const glossary = Array.from({ length: some(size.terms) }, term);
    const hash = number.toString(16).padStart(8, '0');
    return {
      id: `${group}-${date}-${hash}`,
      slug: title,
      kind: 'talk',
      version: 1,
      title,
      titleFrom,
      date,
      language: 'zh-Hans',
      sources: [
        {
          path: `${group}/${date}-${hash}.markdown`,
          format: 'chat-markdown',
          group,
          sha256: hash.repeat(8),
          messages: message,
        },
      ],
      speakers: [{ name: speaker, aliases: [] }],
      host: null,
      announcement: [],
      schedule: {
        announced: null,
        first: { message: 0, time: '20:00:00' },
        last: { message: message - 1, time: '21:00:00' },
      },
      lecture: { messages: Array.from({ length: message }, (_, id) => id) },
      lead: [],
      sections,
      qa,
      topics: [...new Set([pick(topics), pick(topics)])].map((id) => ({
        id,
        label: id,
        aliases: [],
        score: 0.5,
        origin: 'lexicon',
        evidence: titleFrom,
      })),
      glossary,
      restrictions: [],
      review: [],
      chatter: {},
    };
  };
}
