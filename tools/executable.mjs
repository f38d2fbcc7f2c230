// The build's last step: the command's file may be run as it is, and the page's files stand beside its code.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';

const place = (path) => new URL(`../${path}`, import.meta.url);
chmodSync(place('dist/cli/main.js'), 0o755);
mkdirSync(place('dist/label/page/'), { recursive: true });
for (const name of ['index.html', 'style.css'])
  copyFileSync(place(`src/label/page/${name}`), place(`dist/label/page/${name}`));
cpSync(place('src/pages/style/'), place('dist/pages/style/'), { recursive: true });

// The hash of the code, by which a manifest tells that notes were made by another build.
const code = readdirSync(place('dist/'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.js'))
  .sort();
const sum = createHash('sha256');
for (const name of code) sum.update(`${name}\n`).update(readFileSync(place(`dist/${name}`)));
writeFileSync(place('dist/build-id'), sum.digest('hex').slice(0, 16));
