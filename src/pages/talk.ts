import { unescapeHtml } from '../language/text.js';
import { kept } from '../memory/remembered.js';
import { gather } from '../note/sources.js';
import { plain, plainNick, printed } from '../readable/text.js';
import { textsIn } from '../readable/texts.js';
import type { Note } from '../schema/note.js';
import { withQuery } from './address.js';
import { type Html, h, type Part } from './html.js';
import type { Terms } from './known/terms.js';
import { listed, type Page } from './layout.js';
import { titleOf } from './lists.js';
import type { LogPart } from './logs.js';
import { log } from './note/log.js';
import { banner, glossary, lecture, outline, questions, remarks, review, topics } from './note/parts.js';
import { type Setting, startsIn } from './note/setting.js';
import { Refusal } from './refusal.js';
import type { Shown } from './site.js';
import type { View } from './view.js';

/** Concepts of a talk that get a tooltip, at most. */
const mostTips = 300;

/** Finds terms, each text of the page once. */
function once(find: Terms['find']): Terms['find'] {
  const found = new Map<string, ReturnType<Terms['find']>>();
  return (text) => kept(found, text, find);
}

async function tipsFor(note: Note, terms: Terms): Promise<Map<string, string>> {
  const { lead, sections, qa, discussion, glossary: entries } = note;
  const keys = new Set<string>();
  for (const text of textsIn({ lead, sections, qa, discussion, entries }))
    for (const { key } of terms.find(unescapeHtml(text))) if (keys.size < mostTips) keys.add(key);
  const tips = await Promise.all([...keys].map(async (key) => [key, await terms.tip(key)] as const));
  return new Map(tips);
}

const person = ({ name, organization, role, city }: Note['speakers'][number], { words }: View): Part => {
  const known = [organization, role, city]
    .filter((fact): fact is string => Boolean(fact) && !name.includes(fact!))
    .map(plain);
  return h`<a href="${withQuery('/talks', { speaker: name })}">${plainNick(name)}</a>${known.length > 0 && [words.open, listed(words, known), words.close]}`;
};

function facts(note: Note, view: View): Html {
  const { words } = view;
  const { first, last } = note.schedule;
  const people = note.discussion
    ? listed(words, note.discussion.people.slice(0, 8).map(plainNick))
    : listed(
        words,
        note.speakers.map((one) => person(one, view)),
      );
  const overnight = last.message >= note.sources[0]!.messages && words.talk.nextDay;
  const day = !note.date.startsWith('0000') && note.date;
  const row = (label: string, value: Part) => h`<div><dt>${label}</dt><dd>${value}</dd></div>`;
  return h`<dl class="facts">${row(note.discussion ? words.talk.people : words.talk.speaker, people)}${note.host !== null && row(words.talk.host, plainNick(note.host))}${row(words.talk.time, [day, ' ', first.time.slice(0, 5), '–', overnight, last.time.slice(0, 5)])}${row(
    words.talk.source,
    listed(
      words,
      note.sources.map(({ path }) => h`<code>${printed(path)}</code>`),
    ),
  )}</dl>`;
}

/** What was said comes first, so that messages lead back there and not to what stands above it. */
function noteSide(setting: Setting, view: View): Html {
  const { note, words } = setting;
  const said = [lecture(setting), remarks(setting), questions(setting), glossary(setting)];
  const head = h`<h1 id="title">${titleOf(note, words)}</h1>${facts(note, view)}`;
  return h`<article class="note" lang="${note.language}" aria-labelledby="title">${head}${topics(setting)}${banner(setting)}<div class="prose">${said}</div>${review(setting)}</article>`;
}

const isShown = (part: LogPart) => 'lines' in part;

/** A talk: its outline, its note, and its log beside it. */
export async function talkPage(site: Shown, view: View, id: string): Promise<Page> {
  const talk = await site.store.talk(id);
  if (!talk) throw new Refusal(404, 'missing');
  const note = gather(talk.note);
  const logs = site.logs.of(talk.note, talk.file);
  const known = await site.terms();
  const terms = { ...known, find: once(known.find) };
  const setting: Setting = {
    note,
    words: view.words,
    starts: startsIn(note),
    shown: logs.map(isShown),
    find: terms.find,
    tips: await tipsFor(note, terms),
    pictures: site.pictures,
    places: new Map(),
  };
  const main = noteSide(setting, view);
  return {
    title: titleOf(note, view.words),
    at: 'talks',
    wide: true,
    body: h`<div class="talk${!logs.some(isShown) && ' alone'}">${outline(setting, true)}${main}${log(setting, logs)}</div>`,
  };
}
