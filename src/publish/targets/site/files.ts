import { existsSync, readFileSync } from 'node:fs';
import type { PageKey } from '../../../markdown/keys.js';
import { readAssets } from '../../../pages/assets.js';
import { besideCode } from '../../../place.js';
import type { Content, Page } from '../../target.js';
import { fileKey } from './aims.js';
import { sealed } from './sealed.js';
import { style } from './style.js';

/** How a file tells which page it is, in the comments of its language. */
const marks: Record<string, (key: PageKey) => string> = {
  css: (key) => `/* jianglu ${key} */\n`,
  js: (key) => `/* jianglu ${key} */\n`,
  svg: (key) => `<!-- jianglu ${key} -->\n`,
};

const mark = /^(?:\/\*|<!--) jianglu (file:[\w.-]{1,40}) /u;

/** The key of a file of ours, as its first line tells it. */
export const keyInFile = (content: Content): PageKey | undefined =>
  typeof content === 'string' ? mark.exec(content.slice(0, 100))?.[1] : undefined;

/** A file that pages load. */
export const file = (name: string, render: Page['render']): Page => ({
  key: fileKey(name),
  kind: 'file',
  title: name,
  name: `assets/${name}`,
  render: async (...how) => sealed(marks[name.split('.').at(-1)!]!(fileKey(name)) + (await render(...how))),
});

/** Made by the build: of all pages, and of a search. They are no modules, as browsers load none from files. */
const scripts = ['site.js', 'find.js'];

/** Style and icon as serve has them, and the scripts. */
export function looks(): Page[] {
  const { files } = readAssets();
  const made = scripts
    .map((name) => ({ name, url: besideCode(`pages/still/${name}`) }))
    .filter(({ url }) => existsSync(url));
  const text = (name: string) => files.get(name)!.body.toString();
  return [
    file('style.css', () => text('style.css') + style),
    file('icon.svg', () => text('icon.svg')),
    ...made.map(({ name, url }) => file(name, () => readFileSync(url, 'utf8'))),
  ];
}
