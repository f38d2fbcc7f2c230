import { hash } from 'node:crypto';
import { packageVersion } from '../../version.js';
import { documentOf } from '../docx/document.js';
import type { CollectedTalk, Collection } from '../engine/collection.js';
import { officeKey } from '../office-key.js';
import { noteTree } from '../pages/note-tree.js';
import { talkFile, talkTitle } from '../pages/talk-title.js';
import { pageWordsOf } from '../pages/words.js';
import type { Page, Target, TargetOptions } from '../target.js';
import { opening } from '../upstream/folder.js';

/** Goes up when the same note gives another document in one version of jianglu. */
const edition = 1;

const talkName = (talk: CollectedTalk): string => `${talkFile(talk)}.docx`;

const stampOf = ({ sha256 }: CollectedTalk, { pictures }: TargetOptions): string =>
  hash('sha256', JSON.stringify([packageVersion(), edition, pictures, sha256]), 'hex');

const docxPages = (collection: Collection, options: TargetOptions): Page[] =>
  collection.talks.map((talk) => ({
    key: talk.key,
    kind: 'talk',
    title: talkTitle(talk, pageWordsOf(collection)),
    name: talkName(talk),
    stamp: stampOf(talk, options),
    render: () => documentOf(talk.key, noteTree(talk.load!()), options),
  }));

/** A Word document a note. */
export const docx: Target = {
  name: 'docx',
  takes: 'folder',
  keyOf: officeKey,
  pages: docxPages,
  open: opening({
    target: 'docx',
    keyOf: officeKey,
    mayBePage: (name) => /\.docx$/iu.test(name),
  }),
};
