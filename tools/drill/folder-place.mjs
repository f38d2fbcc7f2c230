// What people do in a folder of pages, and in a git repository, for the drill of publishing.
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** All pages, by their paths; what stands beside them (state, git) counts as none, but what a kill leaves does. */
function pagesIn(root) {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const files = entries.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  const own = files.filter((name) => !/^\.(?:git|jianglu)\//u.test(name));
  return Object.fromEntries(own.sort().map((name) => [name, readFileSync(join(root, name), 'utf8')]));
}

function commit(root) {
  const who = ['-c', 'user.name=editor', '-c', 'user.email=editor@example.invalid'];
  execFileSync('git', ['-C', root, ...who, 'commit', '-qam', 'edits']);
}

/** A folder below `work` to publish to. */
export async function folderPlace(target, work) {
  const [pages, kept] = ['pages', 'begun'].map((name) => join(work, name));
  return {
    args: ['--to', pages],
    pages: async () => pagesIn(pages),
    mayEdit: (name) => name.endsWith('.md'),
    /** People write a page. */
    edit: async (name, text) => writeFileSync(join(pages, name), text),
    /** What people did is done; all that stands is put aside. */
    async keep() {
      if (target === 'git') commit(pages);
      cpSync(pages, kept, { recursive: true, preserveTimestamps: true });
    },
    /** All stands as it was put aside. */
    async again() {
      rmSync(pages, { recursive: true, force: true });
      cpSync(kept, pages, { recursive: true, preserveTimestamps: true });
    },
    stop: async () => {},
  };
}
