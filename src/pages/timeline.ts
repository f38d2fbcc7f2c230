import type { TalkHead } from '../store/record.js';
import { talkPath } from './address.js';
import { type MonthOfTalks, talksChart } from './charts/talks.js';
import { topicsChart, topicsTable } from './charts/topics.js';
import { type Html, h, type Part } from './html.js';
import type { Page } from './layout.js';
import { about, dayOf, pager, titleOf } from './lists.js';
import type { Given } from './parameters.js';
import type { Shown } from './site.js';
import type { View } from './view.js';
import type { Words } from './words.js';

/** Talks listed on a page, talks that are drawn one by one, and topics of the chart. */
const shown = { talks: 100, squares: 300, topics: 12 };

const monthOf = ({ date }: TalkHead) => date.slice(0, 7);

/** Talks by month, in the order given. */
function byMonth(heads: readonly TalkHead[]): [string, TalkHead[]][] {
  const months = new Map<string, TalkHead[]>();
  for (const head of heads) months.set(monthOf(head), [...(months.get(monthOf(head)) ?? []), head]);
  return [...months];
}

function line(head: TalkHead, words: Words): Html {
  const { speakers, group } = head;
  return h`<li>${dayOf(head.date)} <a class="title" href="${talkPath(head.id)}">${titleOf(head, words)}</a> <span class="about">${about({ speakers, group, date: '' }, words)}</span></li>`;
}

function listOf(heads: readonly TalkHead[], words: Words): Part {
  return byMonth(heads).map(
    ([month, own]) =>
      h`<section class="month"><h3>${month.startsWith('0000') ? '—' : month}</h3><ol>${own.map((head) => line(head, words))}</ol></section>`,
  );
}

/** Months with their talks, each with its title where they are few. */
async function columns({ store, overview }: Shown, words: Words): Promise<MonthOfTalks[]> {
  const { months, size } = await overview();
  if (size.talks > shown.squares) return months;
  const heads = new Map(byMonth(await store.talks({}, shown.squares, 0)));
  return months.map(({ month, talks }) => ({
    month,
    talks,
    heads: heads
      .get(month)
      ?.map((head) => ({ id: head.id, title: `${head.date} ${titleOf(head, words)}` }))
      .reverse(),
  }));
}

/** Talks and topics over time, drawn and listed. */
export async function timelinePage(site: Shown, { words }: View, given: Given): Promise<Page> {
  const { timeline } = words;
  const offset = Number(given.offset ?? 0);
  const limit = Number(given.limit ?? shown.talks);
  const heads = await site.store.talks({}, limit + 1, offset);
  const topics = (await site.overview()).topics.slice(0, shown.topics);
  const drawn = offset === 0 && [
    h`<section class="figure"><h2>${timeline.chart}</h2><p class="tip">${timeline.each}</p>${talksChart(await columns(site, words), words)}</section>`,
    topics.length > 0 &&
      h`<section class="figure"><h2>${timeline.topics}</h2><p class="tip">${timeline.topicsEach}</p>${topicsChart(topics, words)}${topicsTable(topics, words)}</section>`,
  ];
  return {
    title: timeline.title,
    at: 'timeline',
    body: h`<h1>${timeline.title}</h1>${drawn}<section class="months"><h2>${timeline.list}</h2>${listOf(heads.slice(0, limit), words)}${pager('/timeline', given, { offset, limit, more: heads.length > limit }, words)}</section>`,
  };
}
