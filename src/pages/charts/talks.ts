import { max } from 'd3-array';
import { scaleBand, scaleLinear } from 'd3-scale';
import { talkPath, withQuery } from '../address.js';
import { type Html, h, type Part } from '../html.js';
import type { Words } from '../words.js';
import { monthsBetween, ticksOf } from './months.js';

/** A month with the number of its talks, and these where they are few. */
export interface MonthOfTalks {
  month: string;
  talks: number;
  heads?: readonly { id: string; title: string }[];
}

/** Size of the drawing; it is shown as wide as there is room. */
const size = { width: 860, height: 220, foot: 26, head: 10 };
/** More talks a month are one bar. */
const mostSquares = 14;

const rounded = (value: number) => Math.round(value * 10) / 10;

/** A chart of talks by month: each a square that leads to it, or where they are many a bar that leads to their list. */
export function talksChart(months: readonly MonthOfTalks[], words: Words): Part {
  if (months.length === 0) return '';
  const all = monthsBetween(months[0]!.month, months.at(-1)!.month);
  const highest = max(months, ({ talks }) => talks) ?? 1;
  const x = scaleBand(all, [0, size.width]).paddingInner(0.25).paddingOuter(0.1);
  const floor = size.height - size.foot;
  const y = scaleLinear([0, highest], [floor, size.head]);
  const squares = highest <= mostSquares && months.every(({ heads, talks }) => heads?.length === talks);
  const side = Math.min(x.bandwidth(), (floor - size.head) / highest, 34);
  const column = ({ month, talks, heads }: MonthOfTalks): Part => {
    const left = x(month);
    if (left === undefined) return '';
    if (squares) {
      const start = left + (x.bandwidth() - side) / 2;
      return (heads ?? []).map(({ id, title }, index): Html => {
        const top = floor - (index + 1) * side;
        return h`<a href="${talkPath(id)}" aria-label="${title}"><title>${title}</title><rect class="cell" x="${rounded(start)}" y="${rounded(top)}" width="${rounded(side - 2)}" height="${rounded(side - 2)}" rx="3"></rect></a>`;
      });
    }
    const to = withQuery('/talks', { since: `${month}-01`, until: `${month}-31` });
    return h`<a href="${to}" aria-label="${month}${words.colon}${words.talks(talks)}"><title>${month}${words.colon}${words.talks(talks)}</title><rect class="cell" x="${rounded(left)}" y="${rounded(y(talks))}" width="${rounded(Math.max(1, x.bandwidth()))}" height="${rounded(floor - y(talks))}"></rect></a>`;
  };
  const ticks = ticksOf(all, 12).map(
    (month) =>
      h`<text class="tick" x="${rounded((x(month) ?? 0) + x.bandwidth() / 2)}" y="${size.height - 8}" text-anchor="middle">${month}</text>`,
  );
  return h`<div class="sheet"><svg class="chart" viewBox="0 0 ${size.width} ${size.height}" role="group" aria-label="${words.timeline.chart}"><line class="axis" x1="0" x2="${size.width}" y1="${floor}" y2="${floor}"></line>${months.map(column)}${ticks}</svg></div>`;
}
