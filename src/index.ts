/** The package's public door. */

export { type Config, findConfig, loadConfig } from './config.js';
export { deriveHeading, deriveMedia, deriveSpeaker, deriveTerm, deriveTitle } from './derive.js';
export { applyEdits } from './edits.js';
export { describe, type ErrorCode, type ErrorData, errorCodes, errorData, JiangluError } from './errors.js';
export { type ChainLog, type ChainOptions, extractChain } from './join/chain.js';
export { type NickPart, type NickParts, parseNick } from './language/nick.js';
export { ledgerOf } from './ledger.js';
export { type Lexicon, loadLexicon } from './lexicon.js';
export { renderMarkdown } from './markdown/note.js';
export { noteOf } from './note.js';
export { formatNames, type Renderer } from './output/formats.js';
export { lexiconOf } from './overlay.js';
export { annotate, type Extraction, type ExtractOptions, extract, stages } from './pipeline.js';
export { fingerprintOf } from './privacy/key.js';
export { type Hidden, type Pseudonymization, pseudonymize } from './privacy/pseudonymize.js';
export { readMessages, readTranscript } from './read/chatlog.js';
export type { Edits } from './schema/edits.js';
export type { Ledger } from './schema/ledger.js';
export type * from './schema/note.js';
export { type SchemaName, schemaNames, schemaText } from './schemas.js';
export type { Hit } from './search/hit.js';
export type { Notice } from './search/notices.js';
export { parseQuery } from './search/parse.js';
export type { Cause } from './search/score.js';
export { type Found, type SearchOptions, search } from './search/search.js';
export { certainty } from './stages/certainty.js';
export { cues } from './stages/cues.js';
export { discussions } from './stages/discussions.js';
export { duplicates } from './stages/duplicates.js';
export { glossary } from './stages/glossary.js';
export { lecture } from './stages/lecture.js';
export { outline } from './stages/outline.js';
export { questions } from './stages/questions.js';
export { restrictions } from './stages/restrictions.js';
export { roles } from './stages/roles.js';
export { talks } from './stages/talks.js';
export { topics } from './stages/topics.js';
export { type Indexing, indexNotes } from './store/index-notes.js';
export type { Definition, KnownConcept, Passage, TalkHead } from './store/record.js';
export { knownConcepts, talkOf } from './store/records.js';
export { openStore } from './store/sqlite.js';
export type {
  ConceptLine,
  ConceptView,
  EntryKind,
  Filter,
  Store,
  StoreFault,
  StoreSize,
  Suggestion,
} from './store/store.js';
export {
  type Cue,
  type CueKind,
  type Hint,
  type Message,
  type Phrase,
  type Role,
  spanOf,
  type Talk,
  type Transcript,
} from './transcript.js';
export { type SchemaFault, schemaFaults } from './validate.js';
export { type Fault, type FaultCode, type Verification, verify } from './verify.js';
