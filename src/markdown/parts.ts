import type { List, ListItem, PhrasingContent, RootContent } from 'mdast';
import { unannounced } from '../readable/announcing.js';
import { explaining, toldTogether } from '../readable/explaining.js';
import { labelled, plain, plainNick, printed } from '../readable/text.js';
import { isSaid } from '../readable/texts.js';
import type { Entry, Note, Section, Span, Speaker, Topic } from '../schema/note.js';
import { blocks, prose } from './blocks.js';
import { speakerKey, topicKey } from './keys.js';
import { bulleted, heading, item, paragraph, text } from './nodes.js';
import { cite, linked, type Page } from './page.js';

/** Messages that a topic cites, other names that it shows, people of a discussion, hints, at most; the note itself lists all. */
const shown = { evidence: 3, aliases: 3, people: 8, review: 5 };

/** The words of a section’s heading, with its marker. */
export const headingWords = ({ marker, title }: Section) => labelled(plain(marker), plain(title));

function peopleOf({ words }: Page, people: readonly string[]): string {
  const named = people.slice(0, shown.people).map(plainNick).join(words.comma);
  return people.length > shown.people ? named + words.others(people.length) : named;
}

/** Speakers by their nicks, with what the nick does not say of them itself. */
function speakersOf(page: Page): PhrasingContent[] {
  const { note, words } = page;
  return note.speakers.flatMap(({ name, organization, role, city }: Speaker, index) => {
    const known = [organization, role, city]
      .filter((fact) => fact && !name.includes(fact))
      .map((fact) => plain(fact!));
    return [
      ...(index > 0 ? [text(words.comma)] : []),
      linked(page, speakerKey(name), plainNick(name)),
      ...(known.length ? [text(words.open + known.join(words.comma) + words.close)] : []),
    ];
  });
}

/** Speaker (or the people of a discussion), host, time and log, a line each. */
export function facts(page: Page): RootContent[] {
  const { note, words } = page;
  const lines: [label: string, value: PhrasingContent[]][] = [
    note.discussion
      ? [words.people, [text(peopleOf(page, note.discussion.people))]]
      : [words.speaker, speakersOf(page)],
  ];
  const add = (label: string, value: string) => lines.push([label, [text(value)]]);
  if (note.host !== null) add(words.host, plainNick(note.host));
  const { announced, first, last } = note.schedule;
  const forecast = announced ? `${words.open}${words.announced} ${plain(announced.text)}${words.close}` : '';
  const overnight = last.message >= note.sources[0]!.messages ? words.nextDay : '';
  const date = note.date.startsWith('0000') ? words.unknown : note.date;
  add(words.time, `${date} ${first.time}–${overnight}${last.time}${forecast}`);
  const sources = note.sources.map(
    ({ path, messages }) => `${printed(path)}${words.open}${messages} ${words.messages}${words.close}`,
  );
  add(words.source, sources.join(words.comma));
  if (note.pseudonymized) {
    const kept = [...new Set(note.sources.flatMap((source) => source.kept ?? []))].map(plainNick);
    add(words.privacy, words.hidden + (kept.length ? words.but(kept.join(words.comma)) : ''));
  }
  return [
    bulleted(lines.map(([label, value]) => item([paragraph([text(`${label}${words.colon}`), ...value])]))),
  ];
}

/** A banner where the speaker asks that something not be passed on. */
export function banner(page: Page): RootContent[] {
  const { restrictions } = page.note;
  if (restrictions.length === 0) return [];
  const label = paragraph([text(page.words.restricted + page.words.colon.trimEnd())]);
  return [{ type: 'blockquote', children: [label, ...restrictions.flatMap((span) => prose(page, [span]))] }];
}

function outlineOf(page: Page, sections: readonly Section[]): List {
  return bulleted(
    sections.map((section) => {
      const line = paragraph([text(headingWords(section)), ...cite(page, [section.message])]);
      return item(section.sections.length ? [line, outlineOf(page, section.sections)] : [line]);
    }),
  );
}

/** The tree of headings as a nested list, each with the message that states it. */
export function outline(page: Page): RootContent[] {
  const { sections } = page.note;
  return sections.length ? [heading(2, page.words.outline), outlineOf(page, sections)] : [];
}

function sectionsOf(page: Page, sections: readonly Section[], depth: number): RootContent[] {
  return sections.flatMap((section) => [
    heading(depth, headingWords(section)),
    ...blocks(page, unannounced(section), plain(section.title)),
    ...sectionsOf(page, section.sections, depth + 1),
  ]);
}

/** What the speaker said: the lead, then the sections, one level below the title. */
export function lecture(page: Page): RootContent[] {
  const { lead, sections } = page.note;
  const title = sections.length ? page.words.lead : page.words.lecture;
  const opening = lead.length ? [heading(2, title), ...blocks(page, lead, plain(page.note.title))] : [];
  return [...opening, ...sectionsOf(page, sections, 2)];
}

function topic(page: Page, { id, label, aliases, evidence }: Topic): ListItem {
  const said = aliases.filter((alias) => isSaid(page.note, alias));
  const named = said.slice(0, shown.aliases).map(plain).join(page.words.comma);
  const also = named === '' ? [] : [text(page.words.open + named + page.words.close)];
  const messages = [...new Set(evidence.map((span) => span.message))].slice(0, shown.evidence);
  return item([paragraph([linked(page, topicKey(id), plain(label)), ...also, ...cite(page, messages)])]);
}

/** Topics, best first, with the other names that the talk gives them and where they are spoken of. */
export function topics(page: Page): RootContent[] {
  const list = page.note.topics;
  return list.length ? [heading(2, page.words.topics), bulleted(list.map((one) => topic(page, one)))] : [];
}

function named(page: Page, one: Entry, index: number): PhrasingContent[] {
  const { words } = page;
  const { term, kind, broader, aliases } = one;
  const isTelling = broader && broader.label !== words.kind[kind] && isSaid(page.note, broader.label);
  const facts = [
    ...(kind === 'concept' ? [] : [words.kind[kind]]),
    ...(isTelling ? [words.broader(plain(broader.label))] : []),
    ...aliases.map((span) => plain(span.text)),
  ];
  const told = facts.length ? words.open + facts.join(words.comma) + words.close : '';
  return [linked(page, page.links.concepts[index], plain(term)), ...(told === '' ? [] : [text(told)])];
}

const lengthOf = (spans: readonly Span[]) => spans.reduce((sum, span) => sum + span.text.length, 0);

function entry(page: Page, entries: readonly [Entry, number][]): ListItem {
  const { colon, comma } = page.words;
  const names = entries.map(([one, index]) => named(page, one, index));
  const before = names.flatMap((name, at) => (at > 0 ? [text(comma), ...name] : name));
  const shortest = entries
    .map(([one]) => explaining(one))
    .reduce((a, b) => (lengthOf(b) < lengthOf(a) ? b : a));
  const about = plain(entries[0]![0].term);
  return item(prose(page, shortest, { before: [...before, text(colon)], about }));
}

/**
 * Terms with what they are, the broader term where the talk names it, too, and the definition as the lecture gives it;
 * terms that one sentence tells stand before it together.
 */
export function glossary(page: Page): RootContent[] {
  const list = toldTogether(page.note.glossary);
  return list.length ? [heading(2, page.words.glossary), bulleted(list.map((one) => entry(page, one)))] : [];
}

type Hint = Note['review'][number];

/** Whether a hint asks about a term that the page prints. */
const isOfTerm = ({ code }: Hint) => code === 'term-doubtful';

const hint = (page: Page, { reason, message }: Hint): ListItem =>
  item([paragraph([text(printed(reason)), ...(message === undefined ? [] : cite(page, [message]))])]);

/** All terms in doubt in one line, as the glossary names them. */
function termsHint(page: Page, doubtful: readonly Hint[]): ListItem[] {
  const named = new Map(page.note.glossary.map(({ term }, index) => [`/glossary/${index}`, plain(term)]));
  const terms = doubtful.flatMap(({ pointer = '' }) => named.get(pointer) ?? []);
  return terms.length ? [item([paragraph([text(page.words.doubtful(terms.join(page.words.comma)))])])] : [];
}

/** What an editor should look at first, and how much more there is: terms come last, for they are many. */
export function review(page: Page): RootContent[] {
  const list = page.note.review;
  if (list.length === 0) return [];
  const others = list.filter((one) => !isOfTerm(one));
  const items = [
    ...others.slice(0, shown.review).map((one) => hint(page, one)),
    ...termsHint(page, list.filter(isOfTerm)),
  ];
  const left = others.length - shown.review;
  if (left > 0) items.push(item([paragraph([text(page.words.more(left))])]));
  return [heading(2, page.words.review), bulleted(items)];
}
