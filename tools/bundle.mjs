// A step of the build: brings what a process loads together into few files, as opening some 400 takes a quarter of a
// second. The files of single modules stay beside them for tools, which load some of them alone.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));

/** Packages that stay packages: with a compiled part, with threads or tables of their own, or seldom used. */
const apart =
  /^(?:node:.*|better-sqlite3|pinyin-pro|nodejieba|opencc-js|piscina|ajv|hono|@hono.*|chokidar|cli-progress|csv-stringify|diff|docx|jsonld|liquidjs|n3|node-diff3|write-excel-file)(?:$|\/)/;

/** The search for files has a matcher of its own, but its walker loads another copy for what nothing here asks of it. */
const oneMatcher = {
  name: 'one-matcher',
  transform(code, id) {
    if (!/[\\/]fdir[\\/]/u.test(id) || !code.includes('picomatch')) return null;
    const without = code.replace(/\b(\w+)\.resolve\("picomatch"\);\s*(\w+) = \1\("picomatch"\);/u, '');
    if (without === code) throw new Error(`${id} loads picomatch in another way now: see tools/bundle.mjs`);
    return without;
  },
};

/** Small modules that most commands need, in one file: one by one they take a millisecond each. */
const base = [
  ...['clock', 'config-file', 'errors', 'json', 'paths', 'place', 'schemas', 'slug'],
  ...[
    'cli/terminal',
    'edits/found',
    'memory/remembered',
    'note/unknown',
    'output/formats',
    'publish/targets',
    'version',
  ],
  ...['output/files', 'output/names', 'output/notes', 'read/source', 'read/warnings'],
].map((name) => join(dist, `${name}.js`));

const bundle = await rolldown({
  input: Object.fromEntries(
    ['index', 'publishing', 'run/worker', 'run/segmenter', 'cli/main'].map((entry) => [
      entry,
      `${dist}${entry}.js`,
    ]),
  ),
  platform: 'node',
  external: (id) => apart.test(id),
  plugins: [oneMatcher],
});
const { output } = await bundle.write({
  dir: dist,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunk-[name]-[hash].js',
  keepNames: true,
  codeSplitting: { groups: [{ name: 'base', test: (id) => base.includes(id) }] },
});

/** Tables that are read from files of the lexicon: a page has no files, and gets what stands in them. */
const { tables } = await import(`${dist}search/tables.js`);
const written = (set) => `new Set(${JSON.stringify([...set])})`;
const tablesInside = {
  name: 'tables-inside',
  load(id) {
    if (id !== join(dist, 'search', 'tables.js')) return null;
    const sets = Object.entries(tables()).map(([name, set]) => `${name}: ${written(set)}`);
    return `const all = { ${sets.join(', ')} };\nexport const tables = () => all;\n`;
  },
};

/** The scripts of a static site, each one classic script, as browsers load no modules from a file system. */
async function classic(name, source) {
  const page = await rolldown({
    input: { [name]: join(dist, source) },
    platform: 'browser',
    plugins: [tablesInside],
  });
  const { output } = await page.write({
    dir: join(dist, 'pages', 'still'),
    format: 'iife',
    entryFileNames: '[name].js',
    codeSplitting: false,
    minify: true,
  });
  const apart = output.flatMap(({ imports = [] }) => imports);
  if (apart.length) throw new Error(`${name}.js asks for ${apart.join(', ')}, which no browser has`);
  return output;
}

const scripts = {
  site: await classic('site', 'pages/still/site.js'),
  find: await classic('find', 'publish/targets/site/in-page.js'),
};

/** The folders of the packages whose code is in files. */
const packagesIn = (output) =>
  new Set(
    output.flatMap(({ moduleIds = [] }) =>
      moduleIds.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(id)?.[0] ?? []),
    ),
  );

// The page of `jianglu label` is a folder that its server knows: what it shares with other pages goes in.
const label = await rolldown({ input: { main: join(dist, 'label/page/main.js') }, platform: 'browser' });
await label.write({ dir: join(dist, 'label/page'), format: 'esm', codeSplitting: false });

/** A package's name, version and licence, as its authors want them to go with its code. */
function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/iu.test(one));
  return `${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), 'utf8').trim() : ''}\n`;
}

const licencesOf = (output) =>
  [...packagesIn(output)]
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map(licenceOf)
    .sort()
    .join(`\n${'-'.repeat(72)}\n\n`);

writeFileSync(join(dist, 'LICENSES.txt'), licencesOf([output, ...Object.values(scripts)].flat()));

// The scripts of a site leave the package, and take along what their parts are licensed by.
for (const [name, output] of Object.entries(scripts)) {
  const licences = licencesOf(output);
  if (licences === '') continue;
  const file = join(dist, 'pages', 'still', `${name}.js`);
  writeFileSync(file, `/*!\n${licences.replaceAll('*/', '* /')}*/\n${readFileSync(file, 'utf8')}`);
}
