// What `jianglu index FOLDER --store FILE` does, with one domain of the taxonomy: all of it takes seconds, in which
// there is nothing to be seen that one does not show.
import { loadLexicon } from '../../dist/lexicon.js';
import { indexNotes } from '../../dist/store/index-notes.js';
import { openStore } from '../../dist/store/sqlite.js';

const [folder, file] = process.argv.slice(2);
const topics = loadLexicon().topics.filter(({ scheme }) => scheme === 'trade');
const store = openStore(file, 'write');
const { faults } = await indexNotes(store, [folder], { file, lexicon: { topics } });
await store.close();
if (faults.length) throw new Error(JSON.stringify(faults));
