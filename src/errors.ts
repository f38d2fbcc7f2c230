/**
 * The one table of what can go wrong: code, message, way out. Codes are stable, tests assert them and not prose.
 * `{name}` stands for a detail given to `fail`.
 */
const errors = {
  'file-missing': [
    'there is no such file',
    'check the path; a pattern needs quotes so that the shell leaves it alone',
  ],
  'file-unreadable': ['the file cannot be read ({reason})', 'check its permissions and those of its folder'],
  'file-irregular': [
    'this is neither a file nor a folder',
    'give a regular file, or - to read standard input',
  ],
  'file-name-odd': [
    'the name of this file is not UTF-8',
    'rename it; `convmv` renames all files of a folder',
  ],
  'file-is-folder': ['this is a folder, a file is expected', 'give the path of a file'],
  'file-too-large': ['the file is larger than {limit} MiB', 'cut it into files of a day or a month'],
  'too-many-lines': ['the file has more than {limit} lines', 'cut it into files of a day or a month'],
  'log-of-many-days': [
    'the log has more than {limit} MiB and is read day by day; only the log of one day is shown',
    'copy the day, with its front matter, into a file GROUP/DATE.md: keys and ids are the same, so corrections made there hold for the long log too',
  ],
  'file-binary': [
    'this is binary data, not a text',
    'export the chat as text; UTF-16 without a BOM needs --encoding utf-16le or utf-16be',
  ],
  'folder-without-logs': [
    'the folder holds no chat log',
    'give a folder with *.markdown, *.md or *.txt logs, or the logs themselves; links out of it are read with --follow-links',
  ],
  'encoding-unknown': ['unknown encoding {encoding}', 'use utf-8, utf-16le, utf-16be, gb18030 or big5'],
  'encoding-undecodable': [
    'the bytes are not {encoding}',
    'name the encoding with --encoding, or repair this line',
  ],
  'line-too-long': [
    'the line is longer than {limit} characters',
    'this is hardly a chat log; break the line or leave the file out',
  ],
  'front-matter-endless': [
    'the front matter that begins here never ends',
    'close it with a line --- before the first message, or remove its opening ---',
  ],
  'format-unknown': [
    'no line looks like a message header',
    'a header reads "> HH:MM:SS  nick"; leave the file out if it is no chat log',
  ],
  'output-unwritable': [
    'cannot write here ({reason})',
    'check that the folder exists and may be written, or give another',
  ],
  'output-claimed': [
    'the notes of two logs of the run have the same name ({reason})',
    'give one of the two logs, or rename one of them',
  ],
  'output-locked': [
    'another run writes to this folder ({reason})',
    'wait for it (extract does so with --wait), or give another folder; remove the file named if no such run is left',
  ],
  'log-too-slow': [
    'the log took more than {limit} s and was given up',
    'give it more with --time-limit, or leave the file out and report it',
  ],
  'worker-died': [
    'the worker died over this log ({reason})',
    'run again with this log alone; a large one needs more memory, a small one is a fault to report',
  ],
  'output-leaves': [
    'a link leads out of the output folder ({reason})',
    'remove the link, or give the folder that it leads to',
  ],
  'disk-full': ['the disk is full', 'free some space and run again; nothing half-written was left'],
  'config-missing': ['there is no such configuration', 'check the path given with --config, or leave it out'],
  'config-invalid': [
    'invalid configuration: {reason}',
    'correct the value; `jianglu schema config` prints what is allowed',
  ],
  'key-missing': [
    'pseudonyms need a key, and there is none',
    'name a file with --pseudonymize-key, which is made if it is not there, or set JIANGLU_KEY',
  ],
  'key-weak': [
    'the key has fewer than {limit} bytes',
    'let jianglu make one: name a file that is not there yet with --pseudonymize-key',
  ],
  'edits-invalid': [
    'invalid edits: {reason}',
    'correct the value; `jianglu schema edits` prints what is allowed',
  ],
  'labels-invalid': [
    'invalid labels: {reason}',
    'correct the value; `jianglu schema labels` prints what is allowed',
  ],
  'log-missing': [
    'the log {reason} of a note was not found',
    'name the folder that holds GROUP/FILE with --logs',
  ],
  'folder-without-json': [
    'the folder holds no JSON file',
    'give the folder that extract wrote to, and one of label files',
  ],
  'lexicon-invalid': [
    'invalid lexicon: {reason}',
    'correct the entry; `jianglu lexicon check` lists all faults',
  ],
  'port-unusable': ['the page cannot be served ({reason})', 'give another port with --port, or none'],
  'token-weak': [
    'the token has fewer than {limit} characters, or others than letters, digits and -._~+/=',
    'let jianglu make one: leave out --token-file and JIANGLU_TOKEN',
  ],
  'index-missing': ['there is no index', 'make one with `jianglu index NOTES`, or name it with --store'],
  'index-without-json': [
    'the index is made of notes in JSON, and none are to be written',
    'add json to --format, or leave out --index',
  ],
  'index-invalid': [
    'this file is no index of jianglu ({reason})',
    'give the path of another file; this one was left as it is',
  ],
  'index-newer': [
    'the index was made by a newer version of jianglu',
    'use that version, or another file with --store',
  ],
  'index-older': [
    'the index was made by an older version of jianglu, which cut texts in another way',
    'make it anew with `jianglu index NOTES`',
  ],
  'index-unfinished': [
    'the index is being made, or its making was broken off',
    'wait for `jianglu index NOTES`, or run it again: it goes on',
  ],
  'index-locked': [
    'another process writes to the index ({reason})',
    'wait for it and run again; what this run wrote so far stays',
  ],
  'index-damaged': [
    'the index is damaged ({reason})',
    'make it anew with `jianglu index rebuild NOTES`; the notes themselves are not touched',
  ],
  'wiki-credentials': [
    'nothing says who publishes',
    'name an account with --user and its (bot) password in JIANGLU_WIKI_PASSWORD, or an OAuth 2 token in JIANGLU_WIKI_TOKEN',
  ],
  'wiki-address': [
    'this is no address of a wiki to publish to ({reason})',
    'give that of its api.php, as Special:Version of the wiki names it, over https',
  ],
  'wiki-unreachable': [
    'the wiki does not answer ({reason})',
    'check the address and the network, and run again; what was published stays',
  ],
  'wiki-busy': ['the wiki takes no requests for now ({reason})', 'run again later; what was published stays'],
  'wiki-answer': [
    'the wiki gave an answer that is none of its API ({reason})',
    'check that the address is that of api.php, and that nothing stands between that asks for a login',
  ],
  'wiki-login': [
    'the wiki does not let us in ({reason})',
    'make a bot password under Special:BotPasswords, with the right to edit, create and move pages, and give NAME@LABEL as the user',
  ],
  'wiki-refused': [
    'the wiki refuses what was asked ({reason})',
    'ask an administrator of the wiki for the right that is missing',
  ],
  'state-invalid': [
    'this file is no state of jianglu publish ({reason})',
    'give the path of another file with --state; this one was left as it is',
  ],
  'destination-leaves': [
    'a link leads out of the folder that is published to ({reason})',
    'remove the link, or give the folder that it leads to with --to',
  ],
  'only-unknown': [
    '--only names {reason}, which is neither a kind of page nor a note that is known',
    'give talk, speaker, topic, concept, index, file or redirect, or ids of notes',
  ],
  'template-invalid': [
    'invalid template: {reason}',
    'correct the template; docs/publish.md says what it may use',
  ],
  'templates-missing': [
    'the folder holds no template ({reason})',
    'name a folder with talk.liquid, speaker.liquid, topic.liquid, concept.liquid or index.liquid, and a target that takes templates',
  ],
  'git-remote-missing': [
    'there is nowhere to push to',
    'add where: `git remote add origin ADDRESS`, or leave out --push',
  ],
  'destination-taken': [
    'the folder holds pages that {reason} makes',
    'give each target a folder of its own with --to',
  ],
  'git-failed': ['git failed: {reason}', 'repair the repository, or give another folder with --to'],
  'notes-none': [
    'no note was found in {reason}',
    'give notes that jianglu extract wrote, or folders of them; nothing was changed',
  ],
  'output-unheard': [
    'what was found cannot be printed ({reason})',
    'free some space where standard output goes, or send it elsewhere, and run again',
  ],
  'notes-missing': [
    'the notes of {reason} are not among those given, and the file holds all talks',
    'give all notes; or take the talks of former runs away with --prune',
  ],
  'skos-invalid': [
    'this is no vocabulary in SKOS that can be read: {reason}',
    'repair this place; `riot --validate FILE` of Apache Jena says more',
  ],
  'skos-format': [
    'vocabularies are not read in this format ({reason})',
    'convert it to Turtle, N-Triples or JSON-LD, with `riot --output=turtle FILE` for one',
  ],
  'skos-too-large': [
    'the vocabulary is larger than {limit} MiB',
    'take the part of it that your group speaks of into a file of its own',
  ],
  'skos-remote': [
    'the file asks for a context elsewhere ({reason}), which is never loaded',
    'write the context into the file in place of its address, or convert the file to Turtle',
  ],
  'skos-cycle': [
    'concepts stand above themselves: {reason}',
    'take one skos:broader (or skos:narrower) among them out',
  ],
  'skos-label-missing': [
    '{reason}: no skos:prefLabel in Chinese or English, or without a language, of one line and 60 characters at most',
    'give each of them one, or take them out',
  ],
  'json-invalid': ['invalid JSON: {reason}', 'correct the syntax at this place'],
  internal: [
    'internal error: {reason}',
    'this is a fault of jianglu: please report it with the log and the version',
  ],
} as const satisfies Record<string, readonly [message: string, remedy: string]>;

/** Stable name of an error. */
export type ErrorCode = keyof typeof errors;

/** All codes, for documentation and checks. */
export const errorCodes = Object.keys(errors) as ErrorCode[];

/** Where and why: what `fail` takes. */
export interface ErrorDetails {
  /** Path as the user gave it; `-` for standard input. */
  file?: string;
  /** From 1. */
  line?: number;
  /** From 1, in UTF-16 units. */
  column?: number;
  /** JSON pointer to the faulty value; `''` is the whole document. */
  pointer?: string;
  cause?: unknown;
  /** Fill the message's `{reason}`, `{encoding}`, `{limit}`. */
  reason?: string;
  encoding?: string;
  limit?: number;
}

/** An error as plain data: survives worker threads and JSON. */
export interface ErrorData {
  code: ErrorCode;
  /** One sentence without place and way out. */
  message: string;
  remedy: string;
  file?: string;
  line?: number;
  column?: number;
  pointer?: string;
}

/** The only error that jianglu throws on purpose. `message` is one sentence; the place is in the fields. */
export class JiangluError extends Error {
  readonly code: ErrorCode;
  readonly remedy: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly pointer?: string;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    const [message, remedy] = errors[code];
    super(fill(message, details), details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'JiangluError';
    this.code = code;
    this.remedy = remedy;
    this.file = details.file;
    this.line = details.line;
    this.column = details.column;
    this.pointer = details.pointer;
  }
}

/** Makes (does not throw) the error of a code: `throw fail('line-too-long', { file, line, limit })`. */
export function fail(code: ErrorCode, details: ErrorDetails = {}): JiangluError {
  return new JiangluError(code, details);
}

const systemCodes: Record<string, ErrorCode> = {
  ENOENT: 'file-missing',
  ENOTDIR: 'file-missing',
  EISDIR: 'file-is-folder',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  // A NUL in the path.
  ERR_INVALID_ARG_VALUE: 'file-missing',
};

/**
 * Maps an error of `node:fs` to ours; a `JiangluError` stays as it is, anything else is `internal`.
 * `doing` tells a missing file apart from an output folder that cannot be written.
 */
export function systemError(error: unknown, file: string, doing: 'read' | 'write' = 'read'): JiangluError {
  if (error instanceof JiangluError) return error;
  const system = error instanceof Error && 'code' in error ? String(error.code) : '';
  const isSystem = error instanceof Error && 'syscall' in error;
  if (!isSystem && !Object.hasOwn(systemCodes, system)) {
    return fail('internal', { file, cause: error, reason: reasonOf(error) });
  }
  const known = systemCodes[system];
  const code =
    doing === 'write' && known !== 'disk-full' ? 'output-unwritable' : (known ?? 'file-unreadable');
  return fail(code, { file, cause: error, reason: system });
}

/** Any thrown value as plain data; an unknown one becomes `internal`. */
export function errorData(error: unknown): ErrorData {
  const ours = error instanceof JiangluError ? error : fail('internal', { reason: reasonOf(error) });
  const data: ErrorData = { code: ours.code, message: ours.message, remedy: ours.remedy };
  for (const key of ['file', 'line', 'column', 'pointer'] as const) {
    if (ours[key] !== undefined) Object.assign(data, { [key]: ours[key] });
  }
  return data;
}

/**
 * Two lines for a person, without a stack: `FILE:LINE:COLUMN: message [code]` and the way out.
 * Control characters of file names and reasons are escaped, so that they cannot steer a terminal.
 */
export function describe(error: unknown): string {
  const { code, message, remedy, file, line, column, pointer } = isData(error) ? error : errorData(error);
  const place = [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined);
  const at = pointer === undefined ? '' : ` (at ${pointer === '' ? 'the top level' : pointer})`;
  const first = `${place.join(':')}${place.length ? ': ' : ''}${message}${at} [${code}]`;
  return `${printable(first)}\n  ${remedy}`;
}

/** What an error says, and where, without its way out. */
export const firstLine = (error: unknown): string => describe(error).split('\n')[0]!;

/** Replaces control characters, line breaks among them, by `\u00XX`. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function isData(error: unknown): error is ErrorData {
  return (
    typeof error === 'object' &&
    error !== null &&
    !(error instanceof Error) &&
    'code' in error &&
    'remedy' in error
  );
}

/** What an error of any kind says. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function fill(message: string, details: ErrorDetails): string {
  const values: Record<string, string | number | undefined> = {
    reason: details.reason,
    encoding: details.encoding,
    limit: details.limit,
  };
  return message.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? 'unknown'));
}
