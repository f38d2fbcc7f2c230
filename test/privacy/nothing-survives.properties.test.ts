import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bundlerOf } from '../../src/output/bundle.js';
import { extract } from '../../src/pipeline.js';
import { nickKey } from '../../src/privacy/pseudonyms.js';
import { isTelling } from '../../src/privacy/telling.js';
import { key, logOf, type Row } from './log.js';

/*
 * A log in which everything that a nick can stand in holds one: senders, announcement, mentions of all kinds, the talk,
 * its title and a heading, questions and answers, file and folder. Nicks are of characters that neither the log's other
 * words nor jianglu's own hold.
 */

const han = [...'璟祎翀彧珩琰滢鄢邬仝芈郗澹闾'];
const characters: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...han) },
  { weight: 2, arbitrary: fc.constantFrom(...'QXZVqxz379') },
  { weight: 1, arbitrary: fc.constantFrom(...'.*+^$|()[]{}\\?-_~/&<"\'#·@ ') },
  { weight: 1, arbitrary: fc.constantFrom('🦉', '🪐', '❤️', '👩‍🔬') },
  { weight: 1, arbitrary: fc.constantFrom(...'ＱＸ｜－') },
);
const nick = fc
  .array(characters, { minLength: 1, maxLength: 9 })
  .map((parts) => parts.join('').trim())
  .filter((one) => /[\p{L}\p{So}]/u.test(one) && !/ {2}|\]\(|^[>#]/u.test(one));

/** Some nicks, and longer ones that begin with them; those that differ in width, case or blanks alone are one. */
const nicks = fc
  .tuple(fc.uniqueArray(nick, { minLength: 4, maxLength: 6 }), fc.array(nick, { maxLength: 2 }))
  .map(([all, ends]) => [...all, ...ends.map((end, i) => all[i]! + end), `${all[0]}-旷野银行-产品`])
  .filter((all) => new Set(all.map(nickKey)).size === all.length);

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`, 'u'));
const spaced = (text: string, sizes: readonly number[], by: string) => {
  const starts = sizes.map((_, index) => sizes.slice(0, index).reduce((all, size) => all + size, 0));
  return starts.map((start, index) => text.slice(start, start + sizes[index]!)).join(by);
};

function withLuhn(rest: string): string {
  const sum = [...rest]
    .reverse()
    .map((digit, i) => (i % 2 ? Number(digit) : Number(digit) * 2))
    .reduce((all, one) => all + (one > 9 ? one - 9 : one), 0);
  return rest + ((10 - (sum % 10)) % 10);
}

function withMod11(rest: string): string {
  let power = 0;
  for (const digit of rest) power = ((power + Number(digit)) * 2) % 11;
  return rest + '0123456789X'[(12 - power) % 11];
}

const separators = fc.constantFrom('', ' ', '-');
/** Numbers of persons as people type them. */
const number = fc.oneof(
  fc
    .tuple(fc.constantFrom('13', '15', '18', '19'), digits(9), separators)
    .map(([a, b, by]) => spaced(a + b, [3, 4, 4], by)),
  fc.tuple(digits(11), separators).map(([rest, by]) => spaced(withLuhn(`6222${rest}`), [4, 4, 4, 4], by)),
  fc
    .tuple(fc.integer({ min: 1950, max: 2015 }), fc.integer({ min: 10, max: 28 }), digits(3))
    .map(([year, day, rest]) => withMod11(`320102${year}04${day}${rest}`)),
  fc.stringMatching(/^[a-z]{3,8}[0-9]{2,4}$/u).map((name) => `${name}@mail.example.org`),
);
const account = fc.stringMatching(/^[a-z]{3}[a-z0-9_-]{4,9}[0-9]$/u);

/** The log, and its path. */
function planted(
  all: readonly string[],
  numbers: readonly string[],
  id: string,
): { text: string; path: string } {
  const [speaker, host, ...others] = all as [string, string, string, ...string[]];
  const name = (i: number) => others[i % others.length]!;
  const rows: Row[] = [
    [
      host,
      `今晚请到一位朋友，@${speaker} 给大家做分享，主题是“${name(0)} 与仓单质押的几道关口”，开始时间【20:00】`,
    ],
    ...all.map((one): Row => [one, '签到']),
    [host, `有事打 ${numbers[0]} ，微信号：${id}`],
    [speaker, `大家晚上好，我是${speaker}，今天我分享的主题是仓单质押的几道关口，先讲概念，再讲流程。`],
    [speaker, `一、${name(1)} 眼里的仓单`],
    [speaker, `仓单是仓库收到货物以后开出的提货凭证，谁拿着它谁就能提货，这一点 ${name(0)} 昨天问过。`],
    [speaker, '二、质押的流程'],
    [speaker, `货主把货送进监管仓，仓库验货、入库、开单，银行核对单据以后打折放款，电话 ${numbers[1]} 。`],
    [speaker, `最怕的是同一批货开出两张单，${name(1)}和${name(2)}都碰到过，联系${numbers[2]}再说。`],
    [name(0), `@${speaker} 仓单可以拆开来质押吗？我的号是 ${numbers[1]} `],
    [speaker, `@${name(0)} 可以拆，仓单拆开以后要请仓库重新开单，银行再核对一次，问 ${name(1)} 也行`],
    [host, `感谢 @${speaker} 的分享，也感谢@${name(2)}`],
  ];
  return { text: logOf(rows), path: `${name(2).replaceAll('/', '')}的群/2024-05-06-chat.markdown` };
}

const strings = (value: unknown, found: string[] = []): string[] => {
  if (typeof value === 'string') found.push(value);
  else if (typeof value === 'object' && value !== null)
    for (const one of Object.values(value)) strings(one, found);
  return found;
};

const isLatin = (character: string | undefined) => /^[\p{Script=Latin}\p{N}]$/u.test(character ?? '');

/** Whether a nick stands in a text: one of Latin letters alone not as part of a longer word. */
function stands(text: string, one: string): boolean {
  const word = /^[\p{Script=Latin}\p{N}\p{P}]+$/u.test(one.normalize('NFKC'));
  for (let at = text.indexOf(one); at >= 0; at = text.indexOf(one, at + 1)) {
    const [before, after] = [text[at - 1], text[at + one.length]];
    if (!word || !((isLatin(one[0]) && isLatin(before)) || (isLatin(one.at(-1)) && isLatin(after))))
      return true;
  }
  return false;
}

/** Everything that is written for a log: values of its JSON, pages, names of files and folders. */
async function written(text: string, path: string, keepSpeaker: boolean) {
  const { notes, ledger } = extract(text, { path, pseudonymize: { key, keepSpeaker } });
  const bundle = (await bundlerOf(['json', 'md']))(notes, ledger);
  const files = [bundle.ledger, ...bundle.notes.flatMap((note) => note.files)];
  const pages = files
    .filter(({ name }) => name.endsWith('.md'))
    .map((file) => file.text.replaceAll('\\', ''));
  const named = [bundle.folder, ...files.map(({ name }) => name)];
  return {
    notes,
    ledger,
    values: strings([notes, ledger]),
    texts: [...strings([notes, ledger]), ...pages, ...named],
  };
}

const log = fc.record({ nicks, numbers: fc.tuple(number, number, number), id: account });
const runs = { numRuns: 60 };

it('no nick and no number of a log survives in anything that is written for it', async () => {
  await fc.assert(
    fc.asyncProperty(log, async ({ nicks: all, numbers, id }) => {
      const { text, path } = planted(all, numbers, id);
      const { notes, values, texts } = await written(text, path, false);
      expect(notes).toHaveLength(1);
      for (const one of all) {
        expect(values).not.toContain(one);
        if (isTelling(one)) expect(texts.filter((text) => stands(text, one))).toEqual([]);
      }
      for (const one of [...numbers, id]) expect(texts.filter((text) => text.includes(one))).toEqual([]);
    }),
    runs,
  );
});

it('where the speaker stays, no other does', async () => {
  await fc.assert(
    fc.asyncProperty(log, async ({ nicks: all, numbers, id }) => {
      const { text, path } = planted(all, numbers, id);
      const { notes, texts } = await written(text, path, true);
      const kept = notes.flatMap(({ sources }) => sources.flatMap((source) => source.kept ?? []));
      expect(kept).toEqual([all[0]]);
      expect(notes[0]!.speakers[0]!.name).toBe(all[0]);
      for (const one of all.slice(1).filter((nick) => !all[0]!.includes(nick) && isTelling(nick)))
        expect(texts.map((text) => text.replaceAll(all[0]!, '')).filter((text) => stands(text, one))).toEqual(
          [],
        );
      for (const one of [...numbers, id]) expect(texts.filter((text) => text.includes(one))).toEqual([]);
    }),
    runs,
  );
});
