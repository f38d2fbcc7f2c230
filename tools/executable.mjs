// The build's last step: the command's file may be run as it is, and the page's files stand beside its code.
import { chmodSync, copyFileSync, mkdirSync } from 'node:fs';

const place = (path) => new URL(`../${path}`, import.meta.url);
chmodSync(place('dist/cli/main.js'), 0o755);
mkdirSync(place('dist/label/page/'), { recursive: true });
for (const name of ['index.html', 'style.css'])
  copyFileSync(place(`src/label/page/${name}`), place(`dist/label/page/${name}`));
