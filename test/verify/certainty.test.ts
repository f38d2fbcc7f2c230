import { expect, it } from 'vitest';
import type { Note } from '../../src/schema/note.js';
import { changed, note, noteFile } from './made.js';

/** The pointer of the first decision that a test can be made of. */
const bare = note.inferred!.find((pointer) => pointer.startsWith('/sections'))!;

const mutations: [string, (copy: Note) => void][] = [
  [
    'certainty /inferred/0',
    (copy) => {
      copy.inferred = ['/qa/99', ...copy.inferred!];
    },
  ],
  [
    `certainty ${bare}`,
    (copy) => {
      copy.inferred = copy.inferred!.filter((pointer) => pointer !== bare);
    },
  ],
  [
    'certainty /title',
    (copy) => {
      copy.announcement = copy.announcement.filter((id) => id !== copy.titleFrom[0]!.message);
    },
  ],
  [
    'certainty /lecture/probabilities',
    ({ lecture }) => {
      lecture!.probabilities!.pop();
    },
  ],
  [
    'certainty /qa/0/probability',
    ({ qa }) => {
      delete qa[0]!.probability;
    },
  ],
  [
    'certainty /sections/0/probability',
    ({ sections }) => {
      delete sections[0]!.probability;
    },
  ],
  [
    'certainty /review/0/pointer',
    ({ review }) => {
      review[0]!.pointer = '/glossary/99';
    },
  ],
];

it.each(mutations)('verify finds %s', (fault, change) => {
  expect(changed(note, noteFile, change)).toContain(fault);
});
