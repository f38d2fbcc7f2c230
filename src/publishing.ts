/** The door of `jianglu/publish`: bringing pages up to date with notes, and what a target of one's own is made of. */

export type { PageKey } from './markdown/keys.js';
export { conceptKey, speakerKey, talkKey, topicKey } from './markdown/keys.js';
export type {
  CollectedConcept,
  CollectedDefinition,
  CollectedSpeaker,
  CollectedTalk,
  CollectedTopic,
  Collection,
} from './publish/engine/collection.js';
export type { PublishOptions, Selection } from './publish/engine/options.js';
export { type Deed, deeds, type Outcome } from './publish/engine/outcome.js';
export { type Publication, publish } from './publish/engine/publish.js';
export type { PublishFault, TalkFacts } from './publish/engine/talks.js';
export { pictureKey } from './publish/keys.js';
export { legalName } from './publish/legal-name.js';
export type {
  ConflictWay,
  Content,
  Found,
  Head,
  NameOf,
  Page,
  PageKind,
  Part,
  Standing,
  Target,
  TargetOptions,
  Templating,
  Upstream,
  Write,
  Written,
} from './publish/target.js';
export { targetNames, targetOf, targetSummary } from './publish/targets.js';
export { type FolderOptions, openFolder } from './publish/upstream/folder.js';
