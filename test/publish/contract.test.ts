import { git } from '../../src/publish/targets/git.js';
import { obsidian } from '../../src/publish/targets/obsidian.js';
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

targetContract('git', { target: git, open: repositoryPlace, merges: true, pages: true });
targetContract('obsidian', { target: obsidian, open: async () => folderPlace(), merges: true, pages: true });
