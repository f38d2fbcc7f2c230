// A year of notes on a real MediaWiki (tools/mediawiki.sh), next to people:
//
//   npm run drill:wiki -- [--notes 365] [--edits 30] [--seed 1] [--concurrency 4]
//
// Publishes notes of as many days; again, with nothing changed; then, after people edited pages and some forty notes
// changed, had other titles or are gone, again; and once more after the same talks got a second title. Every word of people
// has to stand, the unchanged run writes nothing and asks little, the pages are those that were told, every link leads to a
// page, no redirect leads to another, and the wiki misses no page. Prints the figures; exits 1 where something is not so.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { counted, sumOf, writesIn } from '../wiki.mjs';
import { changeNotes, writeNotes } from './store.mjs';
import { listed, pagesOf, save, wikiPlace } from './wiki-place.mjs';

const { values } = parseArgs({
  options: {
    notes: { type: 'string', default: '365' },
    edits: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
    concurrency: { type: 'string', default: '4' },
  },
});
const [count, edits, seed, concurrency] = Object.values(values).map(Number);
const { publish, targetOf } = await import('../../dist/publishing.js');
const work = mkdtempSync(join(tmpdir(), 'jianglu-year-'));
const folder = join(work, 'notes');
const place = await wikiPlace('mediawiki', work);
const { wiki } = place;
Object.assign(process.env, place.env);
const faults = [];
const demand = (holds, fault) => {
  if (!holds) faults.push(fault);
};

/** Publishes, and tells how long it took, what was done and what was asked. */
async function run(what) {
  const begun = performance.now();
  const done = counted();
  const { outcomes } = await publish([folder], {
    ...{ target: await targetOf('mediawiki'), taxonomy: [], onConflict: 'merge', summary: 'jianglu' },
    ...{ prune: true, restore: false, dryRun: false, stateFile: join(work, 'state', 'wiki.sqlite') },
    options: {
      ...{ destination: wiki.url, user: wiki.accounts.bot.user, pictures: 'link', concurrency },
      ...{ push: false, dryRun: false, allowHttp: false },
    },
  });
  const requests = done();
  const seconds = (performance.now() - begun) / 1000;
  const deeds = {};
  for (const { did } of outcomes) deeds[did] = (deeds[did] ?? 0) + 1;
  console.log(
    `${what}: ${outcomes.length} pages in ${seconds.toFixed(0)} s`,
    JSON.stringify({ deeds, requests }),
  );
  demand(
    !deeds.failed && !deeds.raced && !deeds.refused && !deeds.damaged,
    `${what}: ${JSON.stringify(deeds)}`,
  );
  return { outcomes, requests, seconds };
}

/** Words that people put into pages all over the wiki, in turn behind and within the generated part. */
async function edit() {
  const all = (await pagesOf(wiki)).filter(({ title }) => place.mayEdit(title));
  const step = Math.max(1, Math.floor(all.length / edits));
  const chosen = all.filter((_, at) => at % step === 0).slice(0, edits);
  for (const [at, { title, text, revision }] of chosen.entries()) {
    const words = `编辑第${at}句。`;
    const end = '\n<!-- jianglu:end -->';
    await save(wiki, title, at % 2 ? text.replace(end, `\n\n${words}${end}`) : `${text}\n${words}`, revision);
  }
  return chosen.map((_, at) => `编辑第${at}句。`);
}

/** Gives the talks that have a second title a third one. */
function nameAgain() {
  for (const name of readdirSync(folder, { recursive: true }).filter((one) => one.endsWith('.json'))) {
    const note = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    if (!note.title.endsWith('续')) continue;
    Object.assign(note, { title: `${note.title}完`, slug: `${note.slug}完` });
    writeFileSync(join(folder, name), JSON.stringify(note));
  }
}

const isRedirect = (text) => /^#(?:REDIRECT|重定向)/iu.test(text);
const spelled = (name) => name.replace(/^Template:/u, '模板:').replace(/^Category:/u, '分类:');

/** Titles that a list of what a wiki misses or has wrong names. */
async function special(qppage) {
  const { query } = await wiki.ask({ action: 'query', list: 'querypage', qppage, qplimit: '500' });
  return query.querypage.results.map(({ title }) => title);
}

/** Looks at all that stands after a run. */
async function look(what, words, outcomes) {
  const pages = await pagesOf(wiki);
  const all = pages.map(({ text }) => text).join('\n');
  for (const one of words) demand(all.split(one).length === 2, `${what}: ${one} does not stand once`);
  const told = new Set(outcomes.map(({ name }) => spelled(name)));
  const standing = pages.filter(({ text }) => !isRedirect(text) && !text.includes('begin gone:'));
  for (const { title } of standing) demand(told.has(title), `${what}: ${title} was not told`);
  const there = new Set(pages.map(({ title }) => title));
  for (const name of told) demand(there.has(name), `${what}: ${name} was told and is not there`);
  let links = 0;
  for (const gapnamespace of ['0', '10', '14'])
    for (const { title, links: found = [] } of await listed(wiki, {
      ...{ generator: 'allpages', gapnamespace, gaplimit: '50' },
      ...{ prop: 'links', pllimit: '500' },
    }))
      for (const link of found) {
        links++;
        demand(there.has(link.title), `${what}: ${title} leads to ${link.title}, which is not there`);
      }
  const [doubled, wanted] = [await special('DoubleRedirects'), await special('Wantedpages')];
  demand(doubled.length === 0, `${what}: redirects to redirects: ${doubled}`);
  demand(wanted.length === 0, `${what}: wanted: ${wanted}`);
  console.log(
    `${what}: ${standing.length} pages and ${pages.length - standing.length} redirects and withdrawn ones stand, ${links} links`,
  );
}

try {
  const begun = performance.now();
  writeNotes(folder, { seed, count, sections: 4 });
  const first = await run('first run');
  console.log(`${(first.outcomes.length / first.seconds).toFixed(1)} pages a second`);
  const { requests, outcomes } = await run('unchanged run');
  const asked = sumOf(requests);
  demand(writesIn(requests) === 0, 'the unchanged run writes');
  demand(asked <= Math.ceil(outcomes.length / 50) + 5, `the unchanged run asks ${asked} times`);
  const words = await edit();
  const changed = changeNotes(folder, { every: 27, changed: 1 });
  console.log(`${words.length} pages edited by people, ${changed} notes changed`);
  await look('third run', words, (await run('third run')).outcomes);
  nameAgain();
  await look('fourth run', words, (await run('fourth run')).outcomes);
  console.log(`in all ${((performance.now() - begun) / 60_000).toFixed(1)} minutes, ${faults.length} faults`);
} finally {
  for (const fault of faults.slice(0, 40)) console.log(fault);
  await place.stop();
  rmSync(work, { recursive: true, force: true });
}
process.exitCode = faults.length ? 1 : 0;
