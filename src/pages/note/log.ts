import { isChatter } from '../../note.js';
import { token } from '../../readable/token.js';
import { messageAnchor } from '../address.js';
import { between, type Html, h, type Part } from '../html.js';
import type { Line, LogPart } from '../logs.js';
import type { Words } from '../words.js';
import { outward, picture } from './inline.js';
import type { Setting } from './setting.js';

/** A message's text as it stands in the log, its links and pictures as such. */
function verbatim(setting: Setting, text: string): Part {
  const parts: Part[] = [];
  let at = 0;
  for (const match of text.matchAll(token)) {
    const [whole, bang, label, url] = match;
    if (url === undefined && !/^https?:/iu.test(whole)) continue;
    parts.push(text.slice(at, match.index));
    if (bang) parts.push(picture(setting, url!, label ?? ''));
    else parts.push(outward(url ?? whole, label || (url ?? whole)));
    at = match.index + whole.length;
  }
  return [...parts, text.slice(at)];
}

/** Of a message that neither ledger nor note speak of, nobody needs more either. */
const folds = ({ role }: Line) => role === undefined || isChatter(role);

/** Messages in a row that are all chatter, or all not. */
function runs(lines: readonly Line[]): Line[][] {
  const found: Line[][] = [];
  for (const line of lines) {
    const open = found.at(-1);
    if (open && folds(open[0]!) === folds(line)) open.push(line);
    else found.push([line]);
  }
  return found;
}

function message(setting: Setting, line: Line, source: number): Html {
  const { words, places, starts } = setting;
  const { id, time, sender, text, role = 'other' } = line;
  const place = places.get(id + starts[source]!);
  const back =
    place !== undefined &&
    h`<a class="back" href="#${place}" title="${words.talk.back}" aria-label="${words.talk.back}${words.open}${words.message(id)}${words.close}">↖</a>`;
  const at = time !== undefined && h`<time>${time.slice(0, 5)}</time> `;
  const by = sender !== undefined && h`<b dir="auto">${sender}</b> `;
  return h`<li class="message is-${role}" id="${messageAnchor(id, source)}"><p class="meta"><span class="number">${id}</span> ${at}${by}<span class="role">${words.role[role]}</span>${back}</p><div class="text" dir="auto">${verbatim(setting, text)}</div></li>`;
}

/** The kinds of a run of chatter, the most frequent first. */
function kindsOf(run: readonly Line[], words: Words): Part {
  const counts = new Map<string, number>();
  for (const { role = 'other' } of run) counts.set(words.role[role], (counts.get(words.role[role]) ?? 0) + 1);
  const names = [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  return words.folded(run.length, names.slice(0, 3).join(words.comma));
}

function part(setting: Setting, log: LogPart, source: number): Html {
  const { words } = setting;
  const title = setting.note.sources.length > 1 && h`<h3>${log.path}</h3>`;
  if ('unseen' in log) {
    const path = log.unseen === 'hidden' ? '' : log.path;
    const how = log.unseen === 'noLog' && h` ${words.talk.noLogHow}`;
    return h`${title}<p class="unseen">${words.talk[log.unseen]}${how} ${path !== '' && h`<code>${path}</code>`}</p>`;
  }
  const items = runs(log.lines).map((run) => {
    const own = run.map((line) => message(setting, line, source));
    if (!folds(run[0]!)) return own;
    return h`<li class="fold"><details><summary>${kindsOf(run, words)}</summary><ol>${own}</ol></details></li>`;
  });
  return h`${title}<ol class="messages">${items}</ol>`;
}

/** The logs of a talk, chatter folded; to be rendered after the note, whose lines the messages lead back to. */
export function log(setting: Setting, logs: readonly LogPart[]): Html {
  const { words } = setting;
  const count = logs.reduce((sum, one) => sum + ('lines' in one ? one.lines.length : 0), 0);
  const about = count > 0 && h` <span class="count">${words.messages(count)}</span>`;
  return h`<section class="log" id="log" aria-labelledby="log-title" tabindex="0"><h2 id="log-title">${words.talk.log}${about}</h2>${between(
    logs.map((one, source) => part(setting, one, source)),
    '',
  )}</section>`;
}
