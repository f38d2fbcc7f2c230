import { flood, fragments } from './hostile.mjs';
import { timeOf } from './logs.mjs';
import { hostileNicks } from './words.mjs';

/** Most characters of a flood; now and then one is much longer. */
const floods = { usual: 1_000, rare: 60_000, share: 0.01 };

const hostile = (random) => {
  if (random.chance(0.8)) return random.pick(fragments);
  return flood(random, random.chance(floods.share) ? floods.rare : floods.usual);
};

/** Puts something hostile before, behind or into a text, or in its place. */
function spoilt(random, text) {
  const piece = hostile(random);
  const at = random.below(text.length + 1);
  return random.pick([
    piece + text,
    text + piece,
    text.slice(0, at) + piece + text.slice(at),
    `${text}\n${piece}`,
    `${piece}\n${text}`,
    piece,
  ]);
}

const place = (random, list) => random.below(Math.max(1, list.length));

/** What may be done to the messages of a log, in place. */
const ofMessages = [
  (random, list) => {
    const one = list[place(random, list)];
    if (one) one.text = spoilt(random, one.text);
  },
  (random, list) => {
    const one = list[place(random, list)];
    if (one) one.text = spoilt(random, one.text);
  },
  (random, list) => {
    const from = list[place(random, list)]?.sender;
    const to = random.chance(0.5) ? random.pick(hostileNicks) : spoilt(random, from ?? '').slice(0, 500);
    for (const one of list) if (one.sender === from) one.sender = to.replace(/\n/gu, ' ');
  },
  (random, list) => {
    const one = list[place(random, list)];
    if (one) list.splice(place(random, list), 0, ...random.many(1, 12, () => ({ ...one })));
  },
  (random, list) => list.splice(place(random, list), random.between(1, 8)),
  (random, list) => {
    const [a, b] = [place(random, list), place(random, list)];
    if (list[a] && list[b]) [list[a], list[b]] = [list[b], list[a]];
  },
  (random, list) => {
    const one = list[place(random, list)];
    if (one) one.time = random.pick([timeOf(random.below(86_400)), '23:59:59', '00:00:00', '24:00:00', '']);
  },
  (random, list) => {
    const [a, b] = [list[place(random, list)], list[place(random, list)]];
    if (a && b)
      a.text = a.text.slice(0, random.below(a.text.length + 1)) + b.text.slice(random.below(b.text.length));
  },
  (random, list) => {
    const part = list.splice(place(random, list), random.between(1, 10));
    list.splice(place(random, list), 0, ...part);
  },
  (random, list) => {
    const one = list[place(random, list)];
    if (one) one.text = one.text.repeat(random.between(2, 30));
  },
  (random, list) => {
    const one = list[place(random, list)];
    if (one) for (const other of list.slice(0, 40)) if (random.chance(0.3)) other.text = one.text;
  },
];

/** What may be done to the text of a whole log. */
const ofTexts = [
  (random, text) => text.replaceAll('\n', random.pick(['\r\n', '\r', '\n\n', '\r\r\n', '\u2028'])),
  (random, text) => text.slice(0, random.below(text.length + 1)),
  (random, text) => text.slice(random.below(text.length + 1)),
  (random, text) => text.replaceAll('  \n   \n', random.pick(['\n', '\n\n', '  \n'])),
  (random, text) => {
    const at = random.below(text.length + 1);
    return text.slice(0, at) + hostile(random) + text.slice(at);
  },
  (random, text) => {
    const lines = text.split('\n');
    lines.splice(place(random, lines), random.between(0, 3), hostile(random));
    return lines.join('\n');
  },
  (random, text) => {
    const from = random.below(text.length + 1);
    const part = text.slice(from, from + random.between(1, 600));
    return text.slice(0, from) + part.repeat(random.between(2, 8)) + text.slice(from);
  },
  (random, text) => text + text.slice(0, random.below(text.length + 1)),
  (random, text) => {
    const char = text[place(random, text)];
    return char && char !== '\n' ? text.replaceAll(char, hostile(random).slice(0, 3)) : text;
  },
];

/** What may be done to the bytes of a log. */
const ofBytes = [
  (random, bytes) => {
    for (let count = random.between(1, 6); count > 0 && bytes.length; count--)
      bytes[random.below(bytes.length)] = random.below(256);
    return bytes;
  },
  (random, bytes) => bytes.subarray(0, random.below(bytes.length + 1)),
  (random, bytes) => bytes.subarray(random.below(Math.min(bytes.length, 8) + 1)),
  (random, bytes) => {
    const at = random.below(bytes.length + 1);
    const noise = Buffer.from(random.many(1, 40, () => random.below(256)));
    return Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at)]);
  },
  (random, bytes) => {
    const at = random.below(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random.between(1, 3))]);
  },
];

/** Alters the messages of a log as often as `count` says. */
export function mutateMessages(random, messages, count) {
  for (let done = 0; done < count; done++) random.pick(ofMessages)(random, messages);
}

export const mutateText = (random, text) => random.pick(ofTexts)(random, text);
export const mutateBytes = (random, bytes) => random.pick(ofBytes)(random, Buffer.from(bytes));
