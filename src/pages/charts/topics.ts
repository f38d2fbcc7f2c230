import { max } from 'd3-array';
import { scaleLinear, scalePoint } from 'd3-scale';
import { area, curveMonotoneX, line } from 'd3-shape';
import type { Store } from '../../store/store.js';
import { withQuery } from '../address.js';
import { type Html, h, type Part } from '../html.js';
import type { Words } from '../words.js';
import { monthsBetween, ticksOf } from './months.js';

/** A topic with the number of its talks by month. */
export type TopicOverTime = Awaited<ReturnType<Store['topics']>>[number];

/** Size of the drawing: a row a topic, its name to the left, its talks in all to the right. */
const size = { width: 860, left: 190, right: 40, row: 40, over: 12, foot: 28 };
/** Longest name that has room, in characters. */
const longestName = 12;

const rounded = (value: number) => Math.round(value * 10) / 10;

/** All months that any of the topics has. */
function monthsOf(topics: readonly TopicOverTime[]): string[] {
  const months = topics
    .flatMap((topic) => topic.months.map(({ month }) => month))
    .filter((month) => month > '0001');
  const sorted = months.sort();
  return sorted.length ? monthsBetween(sorted[0]!, sorted.at(-1)!) : [];
}

/** How many talks a topic has in each of some months. */
export function countsOf({ months }: TopicOverTime, all: readonly string[]): number[] {
  const counts = new Map(months.map(({ month, talks }) => [month, talks]));
  return all.map((month) => counts.get(month) ?? 0);
}

const clipped = (label: string) =>
  [...label].length > longestName ? `${[...label].slice(0, longestName - 1).join('')}…` : label;

/** A chart of topics over time: rows of one scale, so that they may be compared. */
export function topicsChart(topics: readonly TopicOverTime[], words: Words): Part {
  const all = monthsOf(topics);
  if (all.length === 0) return '';
  const height = topics.length * size.row + size.over + size.foot;
  const x = scalePoint(all, [size.left, size.width - size.right]);
  const highest = max(topics, (topic) => max(topic.months, ({ talks }) => talks) ?? 1) ?? 1;
  const y = scaleLinear([0, highest], [0, size.row + size.over - 8]);
  const at = (index: number) => x(all[index]!) ?? size.left;
  const row = (topic: TopicOverTime, index: number): Html => {
    const floor = size.over + (index + 1) * size.row;
    const counts = countsOf(topic, all);
    const fill = area<number>(
      (_, i) => at(i),
      floor,
      (count) => floor - y(count),
    )
      .curve(curveMonotoneX)
      .digits(1);
    const edge = line<number>(
      (_, i) => at(i),
      (count) => floor - y(count),
    )
      .curve(curveMonotoneX)
      .digits(1);
    const dots = counts.map(
      (count, i) =>
        all.length <= 24 &&
        count > 0 &&
        h`<circle class="dot" cx="${rounded(at(i))}" cy="${rounded(floor - y(count))}" r="2.5"></circle>`,
    );
    return h`<a href="${withQuery('/talks', { topic: topic.id })}" aria-label="${topic.label}${words.colon}${words.talks(topic.talks)}"><title>${topic.label}${words.colon}${words.talks(topic.talks)}</title><text class="name" x="${size.left - 14}" y="${floor - 6}" text-anchor="end">${clipped(topic.label)}</text><line class="axis" x1="${size.left}" x2="${size.width - size.right}" y1="${floor}" y2="${floor}"></line><path class="area" d="${fill(counts) ?? ''}"></path><path class="edge" d="${edge(counts) ?? ''}"></path>${dots}<text class="total" x="${size.width - size.right + 12}" y="${floor - 6}">${topic.talks}</text></a>`;
  };
  const ticks = ticksOf(all, 8).map(
    (month) =>
      h`<text class="tick" x="${rounded(x(month) ?? 0)}" y="${height - 8}" text-anchor="middle">${month}</text>`,
  );
  return h`<div class="sheet"><svg class="chart topics" viewBox="0 0 ${size.width} ${height}" role="group" aria-label="${words.timeline.topics}">${topics.map(row)}${ticks}</svg></div>`;
}

/** The same as a table. */
export function topicsTable(topics: readonly TopicOverTime[], words: Words): Html {
  const all = monthsOf(topics).slice(-24);
  const head = all.map((month) => h`<th scope="col">${month}</th>`);
  const rows = topics.map(
    (topic) =>
      h`<tr><th scope="row">${topic.label}</th>${countsOf(topic, all).map((count) => h`<td class="number">${count}</td>`)}</tr>`,
  );
  return h`<details class="figures"><summary>${words.timeline.table}</summary><div class="sheet" tabindex="0" role="region" aria-label="${words.timeline.topics}"><table><thead><tr><th scope="col">${words.talk.topics}</th>${head}</tr></thead><tbody>${rows}</tbody></table></div></details>`;
}
