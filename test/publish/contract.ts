import { describe, onTestFinished } from 'vitest';
import { edited } from './contract/edited.js';
import { killed } from './contract/killed.js';
import { moved } from './contract/moved.js';
import { safe } from './contract/safe.js';
import { withheld } from './contract/withheld.js';
import { written } from './contract/written.js';
import { type Subject, World } from './world.js';

/** A part of the contract: tests that begin with an empty place. */
export type Part = (begin: () => Promise<World>, subject: Subject) => void;

/** What every target must do: run over each of them. */
export function targetContract(name: string, subject: Subject): void {
  const begin = async () => {
    const place = await subject.open();
    onTestFinished(() => place.close?.());
    return new World(subject, place);
  };
  describe(name, () => {
    for (const part of [written, edited, moved, withheld, safe, killed]) part(begin, subject);
  });
}
