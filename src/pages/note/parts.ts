import { raw } from 'hono/html';
import { remarksOf } from '../../pairs.js';
import { unannounced } from '../../readable/announcing.js';
import { explaining } from '../../readable/explaining.js';
import { words as wordsIn } from '../../readable/said.js';
import { labelled, plain, plainNick, printed } from '../../readable/text.js';
import type { Entry, Pair, Section, Turn } from '../../schema/note.js';
import { conceptPath, noteAnchor, withQuery } from '../address.js';
import { between, type Html, h, type Part } from '../html.js';
import { blocks, prose } from './blocks.js';
import { refs, type Setting } from './setting.js';

const headingWords = ({ marker, title }: Section) => labelled(plain(marker), plain(title));

/** A heading of a level, the deepest the sixth. */
function heading(level: number, inner: Part): Html {
  const name = raw(`h${Math.min(level, 6)}`);
  return h`<${name}>${inner}</${name}>`;
}

function section(setting: Setting, one: Section, pointer: string, level: number): Html {
  const anchor = noteAnchor(pointer);
  const guess =
    one.origin === 'spoken' && h` <span class="guess" title="${setting.words.talk.guessed}">≈</span>`;
  const title = heading(level, [headingWords(one), guess, refs(setting, [one.message], anchor)]);
  return h`<section id="${anchor}">${title}${blocks(setting, unannounced(one), `${pointer}/blocks`)}${sections(setting, one.sections, `${pointer}/sections`, level + 1)}</section>`;
}

function sections(setting: Setting, list: readonly Section[], pointer: string, level: number): Part {
  return list.map((one, index) => section(setting, one, `${pointer}/${index}`, level));
}

/** What the speaker said: the lead, then the sections. */
export function lecture(setting: Setting): Part {
  const { note, words: say } = setting;
  const title = note.sections.length ? say.talk.lead : say.talk.lecture;
  const lead =
    note.lead.length > 0 &&
    h`<section id="p-lead"><h2>${title}</h2>${blocks(setting, note.lead, '/lead')}</section>`;
  return [lead, sections(setting, note.sections, '/sections', 2)];
}

function outlineOf(list: readonly Section[], pointer: string): Html {
  const items = list.map((one, index) => {
    const own = `${pointer}/${index}`;
    return h`<li><a href="#${noteAnchor(own)}">${headingWords(one)}</a>${one.sections.length > 0 && outlineOf(one.sections, `${own}/sections`)}</li>`;
  });
  return h`<ol>${items}</ol>`;
}

/** The tree of headings, and what else the page has, as links. */
export function outline({ note, words: say }: Setting, hasLog: boolean): Html {
  const extra = [
    note.qa.length > 0 && h`<li><a href="#questions">${say.talk.questions}</a></li>`,
    note.glossary.length > 0 && h`<li><a href="#terms">${say.talk.glossary}</a></li>`,
    hasLog && h`<li class="to-log"><a href="#log">${say.talk.log}</a></li>`,
  ];
  return h`<nav class="outline" aria-labelledby="outline-title"><details open><summary id="outline-title">${say.talk.outline}</summary><ol><li><a href="#title">${say.talk.top}</a></li></ol>${note.sections.length > 0 && outlineOf(note.sections, '/sections')}<ol>${extra}</ol></details></nav>`;
}

function turn(
  setting: Setting,
  kind: 'question' | 'answer',
  { by, spans }: Turn,
  asker: string,
  anchor: string,
): Html {
  return h`<p class="${kind}" id="${anchor}"><span class="by"><b>${setting.words.talk[kind]}</b> ${plainNick(by)}</span> ${prose(setting, wordsIn(setting.note, spans, asker), anchor)}</p>`;
}

function pair(setting: Setting, { question, answers }: Pair, index: number): Html {
  const anchor = noteAnchor(`/qa/${index}`);
  const replies = answers.map((answer, at) =>
    turn(setting, 'answer', answer, question.by, `${anchor}-answers-${at}`),
  );
  return h`<li id="${anchor}">${turn(setting, 'question', question, '', `${anchor}-question`)}${replies}</li>`;
}

/** Questions with their answers. */
export function questions(setting: Setting): Part {
  const { qa } = setting.note;
  if (qa.length === 0) return '';
  return h`<section id="questions"><h2>${setting.words.talk.questions}</h2><ol class="pairs">${qa.map((one, index) => pair(setting, one, index))}</ol></section>`;
}

/** What people said in a discussion beside its questions and answers. */
export function remarks(setting: Setting): Part {
  const items = remarksOf(setting.note).map(({ index, by, spans }) => {
    const anchor = noteAnchor(`/discussion/turns/${index}`);
    return h`<li id="${anchor}"><p><span class="by">${plainNick(by)}</span> ${prose(setting, wordsIn(setting.note, spans), anchor)}</p></li>`;
  });
  if (items.length === 0) return '';
  return h`<section id="said"><h2>${setting.words.talk.said}</h2><ol class="pairs">${items}</ol></section>`;
}

/** Topics, the best first, each leading to the talks that have it. */
export function topics({ note }: Setting): Part {
  const links = note.topics.map(
    ({ id, label }) =>
      h`<li><a class="chip" href="${withQuery('/talks', { topic: id })}">${plain(label)}</a></li>`,
  );
  return links.length > 0 && h`<ul class="chips">${links}</ul>`;
}

function entry(setting: Setting, one: Entry, index: number): Html {
  const { words: say } = setting;
  const { term, kind, broader, aliases } = one;
  const anchor = noteAnchor(`/glossary/${index}`);
  const [named] = setting.find(plain(term));
  const name = named ? h`<a href="${conceptPath(named.key)}">${plain(term)}</a>` : plain(term);
  const facts: Part[] = [say.kind[kind]];
  if (broader) facts.push(h`<a href="${conceptPath(broader.id)}">${plain(broader.label)}</a>`);
  facts.push(...aliases.map((span) => plain(span.text)));
  return h`<div id="${anchor}"><dt>${name} <span class="facts">${between(facts, ' · ')}</span></dt><dd>${prose(setting, explaining(one), anchor)}</dd></div>`;
}

/** Terms with their definitions, as the lecture gives them. */
export function glossary(setting: Setting): Part {
  const list = setting.note.glossary;
  if (list.length === 0) return '';
  return h`<section id="terms"><h2>${setting.words.talk.glossary}</h2><dl class="terms">${list.map((one, index) => entry(setting, one, index))}</dl></section>`;
}

/** Where the speaker asks that something not be passed on. */
export function banner(setting: Setting): Part {
  const list = setting.note.restrictions;
  if (list.length === 0) return '';
  const lines = list.map((span, index) => {
    const anchor = noteAnchor(`/restrictions/${index}`);
    return h`<p id="${anchor}">${prose(setting, [span], anchor)}</p>`;
  });
  return h`<aside class="banner" aria-label="${setting.words.talk.restricted}"><strong>${setting.words.talk.restricted}</strong>${lines}</aside>`;
}

/** What an editor should look at first. */
export function review(setting: Setting): Part {
  const list = setting.note.review;
  if (list.length === 0) return '';
  const lines = list.map(({ reason, message }, index) => {
    const anchor = noteAnchor(`/review/${index}`);
    return h`<li id="${anchor}">${printed(reason)}${message !== undefined && refs(setting, [message], anchor)}</li>`;
  });
  return h`<details class="review"><summary>${setting.words.talk.review} <span class="count">${list.length}</span></summary><ol>${lines}</ol></details>`;
}
