import { csv } from '../../src/publish/targets/csv.js';
import { docx } from '../../src/publish/targets/docx.js';
import { git } from '../../src/publish/targets/git.js';
import { html } from '../../src/publish/targets/html.js';
import { obsidian } from '../../src/publish/targets/obsidian.js';
import { site } from '../../src/publish/targets/site.js';
import { skos } from '../../src/publish/targets/skos.js';
import { xlsx } from '../../src/publish/targets/xlsx.js';
import { textIn } from '../../src/publish/zip.js';
import { targetContract } from './contract.js';
import { folderPlace, gitAs } from './folders.js';

/** What people do in a repository is committed. */
function repositoryPlace() {
  const place = folderPlace({
    done: (root) => {
      gitAs(root, 'init', '-q');
      gitAs(root, 'add', '-A');
      gitAs(root, 'commit', '-q', '-m', '编辑');
    },
  });
  return Promise.resolve(place);
}

targetContract('git', { target: git, open: repositoryPlace, merges: true, pages: true, slow: true });
targetContract('obsidian', { target: obsidian, open: async () => folderPlace(), merges: true, pages: true });
targetContract('html', { target: html, open: async () => folderPlace(), merges: true, pages: true });
targetContract('site', { target: site, open: async () => folderPlace(), merges: true, pages: true });

/** The text of a document, whose bytes are others each time. */
const wordsOf = (bytes: Uint8Array) =>
  (textIn(bytes, 'word/document.xml') ?? '').replace(/<[^>]*>/gu, ' ').replace(/\s+/gu, ' ');
targetContract('docx', {
  target: docx,
  open: async () => folderPlace(),
  merges: false,
  pages: true,
  read: wordsOf,
});

const cellsOf = (bytes: Uint8Array) => textIn(bytes, 'xl/sharedStrings.xml') ?? '';
targetContract('xlsx', {
  target: xlsx,
  open: async () => folderPlace(),
  merges: false,
  pages: false,
  read: cellsOf,
});
for (const [name, target] of Object.entries({ csv, skos }))
  targetContract(name, { target, open: async () => folderPlace(), merges: true, pages: false });
