import { schemaText } from '../../schemas.js';
import { noticeCodes } from '../../search/notices.js';
import { termKinds } from '../../store/record.js';
import { entryKinds } from '../../store/store.js';

/** A JSON schema. */
export type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string' };
const whole: Schema = { type: 'integer', minimum: 0 };
const number: Schema = { type: 'number' };

/** A closed object; keys that end in `?` may be absent. */
function object(fields: Readonly<Record<string, Schema>>): Schema {
  const entries = Object.entries(fields);
  return {
    type: 'object',
    additionalProperties: false,
    required: entries.map(([key]) => key).filter((key) => !key.endsWith('?')),
    properties: Object.fromEntries(entries.map(([key, schema]) => [key.replace('?', ''), schema])),
  };
}

/** A list. */
export const list = (items: Schema): Schema => ({ type: 'array', items });

/** A reference to a shape of `shapes`. */
export const shape = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

const kind: Schema = { type: 'string', enum: [...termKinds] };
const named = object({ key: text, label: text });
const topic = object({ id: text, label: text, score: number });
const language: Schema = { type: 'string', enum: ['zh-Hans', 'zh-Hant', 'en'] };

const talk = object({
  id: text,
  slug: text,
  kind: { type: 'string', enum: ['talk', 'discussion'] },
  title: text,
  date: text,
  group: text,
  language,
  speakers: list(text),
  topics: list(topic),
});

const marked = object({
  text,
  marks: list({
    type: 'array',
    items: whole,
    minItems: 2,
    maxItems: 2,
    description: 'start and end, UTF-16',
  }),
});

const hit = object({
  kind: { type: 'string', enum: [...entryKinds] },
  score: number,
  coverage: number,
  heading: shape('Marked'),
  snippet: shape('Marked'),
  'talk?': shape('Talk'),
  'pointer?': text,
  'above?': list(text),
  'message?': whole,
  'source?': whole,
  'concept?': text,
  'termKind?': kind,
  'talks?': whole,
  'causes?': { type: 'array', description: 'why it stands where it does; only with explain', items: {} },
  'heard?': { type: 'object', description: 'what only sounds like the query' },
});

const definition = object({
  'broader?': text,
  concept: text,
  pointer: text,
  term: text,
  aliases: list(text),
  kind,
  text,
  message: whole,
  'source?': whole,
  start: whole,
  end: whole,
  talk: shape('Talk'),
});

const concept = object({
  key: text,
  label: text,
  kind,
  aliases: list(text),
  'scheme?': text,
  'definition?': object({ text, 'source?': text, 'reviewed?': { const: false } }),
  'broader?': named,
  narrower: list(named),
  related: list(named),
  definitions: list(shape('Definition')),
});

const conceptLine = object({
  key: text,
  label: text,
  kind,
  'see?': text,
  'broader?': text,
  'scheme?': text,
  talks: whole,
  letter: text,
  'first?': text,
  'last?': text,
});

const suggestion = object({
  text,
  kind: { type: 'string', enum: ['concept', 'talk', 'speaker'] },
  id: text,
  'label?': text,
});

const problem: Schema = {
  ...object({ type: text, title: text, status: whole, 'detail?': text }),
  description: 'RFC 9457',
};

/** The contract of notes, its parts under names of their own. */
function noteShapes(): Record<string, Schema> {
  const plain = schemaText('note').replaceAll('"#/$defs/', '"#/components/schemas/note.');
  const { $schema: _, $id: __, $defs = {}, ...note } = JSON.parse(plain);
  const parts = Object.entries($defs).map(([name, part]) => [`note.${name}`, part as Schema]);
  return { Note: note, ...Object.fromEntries(parts) };
}

/** All shapes that answers are made of. */
export const shapes = (): Record<string, Schema> => ({
  Talk: talk,
  Marked: marked,
  Hit: hit,
  Definition: definition,
  Concept: concept,
  ConceptLine: conceptLine,
  Suggestion: suggestion,
  Notice: object({
    code: { type: 'string', enum: [...noticeCodes] },
    about: text,
    'takes?': { type: 'string', enum: ['kind', 'period'] },
    'meant?': text,
    message: text,
  }),
  Problem: problem,
  Topic: object({
    id: text,
    label: text,
    talks: whole,
    months: list(object({ month: text, talks: whole })),
  }),
  Speaker: object({ name: text, talks: whole, last: text }),
  ...noteShapes(),
});

/** An answer: an object of these fields. */
export { object as answer };
