import {
  answers,
  chatter,
  hostileNicks,
  markers,
  nicks,
  questions,
  sentence,
  terms,
  titles,
} from './words.mjs';

/** A message takes its time from a clock that runs on, by up to `most` seconds a message. */
function clockOf(random, start) {
  let now = start;
  return (most = 90) => {
    now += random.between(0, most);
    return now;
  };
}

/** `HH:MM:SS` of a second of the day; past midnight it begins anew. */
export function timeOf(second) {
  const part = (value) => String(value).padStart(2, '0');
  const day = ((second % 86_400) + 86_400) % 86_400;
  return `${part(Math.floor(day / 3600))}:${part(Math.floor(day / 60) % 60)}:${part(day % 60)}`;
}

const group = (random) => random.many(3, 12, () => random.pick(random.chance(0.06) ? hostileNicks : nicks));

function chat(random, clock, people, least, most, pause) {
  return random.many(least, most, () => ({
    second: clock(pause),
    sender: random.pick(people),
    text: random.chance(0.85) ? random.pick(chatter) : sentence(random),
  }));
}

const announcements = [
  (nick, topic) => `今天请到一位朋友，@${nick} 给大家做分享，主题是 “${topic}” 开始时间为【20:00】`,
  (nick, topic) =>
    `今晚有请 @${nick} ，主题是“${topic}”，时间定在【20:00】（1.讲的过程中先不插话；2.讲完提问）`,
  (nick, topic) => `预告：今晚8点 ${nick} 分享《${topic}》，欢迎签到`,
  (nick, topic) => `今晚分享\n主题：${topic}\n嘉宾：${nick}\n时间：20:00`,
];

const openings = [
  (topic) => `大家晚上好，今天我分享的主题是${topic}，先讲概念，再讲流程，最后讲风险。`,
  (topic) => `各位好，今晚我跟大家聊聊${topic}，分成三个部分`,
  (topic) => `开始了，今天讲${topic}`,
];

const picture = (random) => {
  const second = random.below(86_400);
  return `![2024-05-28 ${timeOf(second)}](http://static.example.org/img/202405/20240528_${second}.png) `;
};

function body(random) {
  if (random.chance(0.15)) return picture(random);
  return random.many(1, 2, () => sentence(random)).join(random.pick(['', '\n', '\n\n']));
}

/** A heading as a message of its own, with its text behind it, or as one of its kind nobody expects. */
function headed(random, mark, index) {
  const title = mark(index) + random.pick(titles)(random.pick(terms));
  if (random.chance(0.4)) return [title];
  return [title + random.pick(['。', '：', '\n', ' ', '']) + sentence(random)];
}

function chapters(random) {
  const [outer, inner] = [random.pick(markers), random.pick(markers)];
  return random.many(2, 4, (index) => [
    ...headed(random, outer, index),
    ...random.many(0, 2, () => body(random)),
    ...(random.chance(0.2)
      ? random.many(1, 2, (place) => [...headed(random, inner, place), body(random)]).flat()
      : []),
  ]);
}

function lecture(random, clock, speaker, people) {
  const topic = random.pick(titles)(random.pick(terms));
  const texts = [random.pick(openings)(topic), ...chapters(random).flat()];
  if (random.chance(0.7))
    texts.push(random.pick(['以上就是今天的分享，谢谢大家', '我就讲到这里，大家有问题可以问']));
  const messages = texts.flatMap((text) => [
    { second: clock(70), sender: speaker, text },
    ...(random.chance(0.12) ? chat(random, clock, people, 1, 2, 10) : []),
  ]);
  return { topic, messages };
}

function questionsAfter(random, clock, speaker, people) {
  return random
    .many(0, 3, () => {
      const asker = random.pick(people);
      const ask = random.pick(questions)(random.pick(terms));
      const call = random.pick(['', `@${speaker} `, `@${speaker}\u2005`, '提问：']);
      const reply = random.pick([
        '',
        `@${asker} `,
        `「 ${asker}: ${ask} 」\n- - - - - - - - - - - - - - -\n`,
      ]);
      return [
        { second: clock(60), sender: asker, text: call + ask },
        ...random.many(0, 2, () => ({
          second: clock(40),
          sender: speaker,
          text: reply + random.pick(answers)(random.pick(terms)),
        })),
        ...(random.chance(0.2) ? chat(random, clock, people, 1, 2, 20) : []),
      ];
    })
    .flat();
}

/** A talk with what is around it: announcement, sign-ins, lecture, questions, thanks. */
function talk(random, clock, people) {
  const speaker = random.pick(people);
  const told = lecture(random, () => clock(70), speaker, people);
  const before = [];
  if (random.chance(0.85)) {
    const text = random.pick(announcements)(speaker, told.topic);
    before.push({ second: clock(5), sender: random.pick(people), text });
  }
  before.push(...chat(random, () => clock(10), people, 0, 4, 10));
  return [
    ...before,
    ...told.messages,
    ...questionsAfter(random, () => clock(60), speaker, people),
    ...chat(random, clock, people, 0, 4, 200),
  ];
}

function discussion(random, clock, people) {
  return random.many(15, 35, () => ({
    second: clock(100),
    sender: random.pick(people),
    text: random.chance(0.3) ? random.pick(questions)(random.pick(terms)) : sentence(random),
  }));
}

const sorted = (messages) => messages.sort((a, b) => a.second - b.second);

const days = {
  talk: (random, clock, people) => [
    ...chat(random, clock, people, 0, 3, 3000),
    ...talk(random, clock, people),
  ],
  twoTalks: (random, clock, people) => [...talk(random, clock, people), ...talk(random, clock, people)],
  discussion,
  chatter: (random, clock, people) => chat(random, clock, people, 0, 15, 1500),
};

const kinds = ['talk', 'talk', 'talk', 'talk', 'talk', 'talk', 'talk', 'twoTalks', 'discussion', 'chatter'];

const frontMatters = [
  (date) =>
    `---\nlayout:     source \ntitle:      "${date}-WeChat"\ndate:       ${date} 12:00:00\nauthor:     PaymentGroup\nlines:      74 \ntag:\t\t  [chat]\n---`,
  (date) => `---\ndate: ${date}\n---`,
  () => '---\n---',
  () => '---\ndate: 2024-13-45\n__proto__: 1\nconstructor: {a: 1}\n- x\nkey: |\n  block\n---',
  () => '---\nlayout: x',
];

const paths = [
  'payclub/_posts/2024-05-28-chat.markdown',
  'riskroom/2024-05-28-chat.markdown',
  '/logs/支付群/2023-02-29-chat.md',
  '2024-05-28-chat.txt',
  '-',
  '../../2024-05-28-chat.markdown',
  'CON/2024-05-28-nul.md',
  '__proto__/constructor',
  'a\nb/2024-05-28-<b>\u202e.markdown',
  `${'群'.repeat(90)}/2024-05-28-${'x'.repeat(200)}.markdown`,
  './/..//x.markdown',
  'C:\\logs\\2024-05-28-chat.markdown',
];

/** A day's log by chance: what `textOf` writes out, most often with a talk in it. */
export function logOf(random) {
  const kind = random.pick(kinds);
  const start = random.chance(0.85) ? random.between(66_000, 72_000) : random.between(0, 86_000);
  const messages = sorted(days[kind](random, clockOf(random, start), group(random)));
  const front = random.pick(frontMatters.slice(0, random.chance(0.04) ? frontMatters.length : 3));
  return {
    kind,
    path: random.pick(paths.slice(0, random.chance(0.1) ? paths.length : 2)),
    front: random.chance(0.8) ? front('2024-05-28') : undefined,
    messages: messages.map(({ second, sender, text }) => ({ time: timeOf(second), sender, text })),
  };
}

/** The log as the exporter writes it. */
export function textOf({ front, messages }) {
  const entries = messages.map(({ time, sender, text }) => `> ${time}  ${sender}  \n   \n${text}  \n   \n`);
  return (front === undefined ? '' : `${front}\n`) + entries.join('');
}
