import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { asking, openedWith, someNotes } from './site.js';

const held = someNotes();
const ask = asking(await openedWith(held));
const document = JSON.parse((await ask('/api/openapi.json')).text);
const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema(document, 'api');

/** Faults of an answer by the document's schema for it. */
function faults(path: string, status: number, body: unknown): unknown {
  const { responses } = document.paths[path].get;
  const type = status === 200 ? 'application/json' : 'application/problem+json';
  const pointer = ['paths', path, 'get', 'responses', String(status), 'content', type, 'schema'];
  expect(responses[status]).toBeDefined();
  const validate = ajv.getSchema(
    `api#/${pointer.map((part) => encodeURIComponent(part.replaceAll('/', '~1'))).join('/')}`,
  )!;
  return validate(body) ? [] : validate.errors;
}

const talk = encodeURIComponent(held[0]!.note.id);
const examples: Record<string, string[]> = {
  '/search': ['?q=商户', '?q=商户&kind=risk&in=section&in=concept&limit=3&explain=true', '?q=', ''],
  '/suggest': ['?q=风', '?q=zzz&limit=1'],
  '/talks': ['', '?speaker=江&since=2024-01-01&until=2025-01-01&limit=2&offset=1', '?topic=acquiring'],
  '/talks/{id}': [talk],
  '/concepts': ['', '?kind=risk&limit=5', '?letter=S&synonyms=true&defined=true'],
  '/concepts/{key}': ['acquiring', 'money-laundering-risk', 'term%3A%E5%B7%A1%E6%A3%80'],
  '/topics': [''],
  '/speakers': [''],
};

describe('the REST interface', () => {
  it('is described by a valid OpenAPI document', async () => {
    const { valid, errors } = await new Validator().validate(document);
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths).sort()).toEqual(Object.keys(examples).sort());
  });

  it.each(Object.entries(examples))('answers %s as the document says', async (path, cases) => {
    for (const one of cases) {
      const address = `/api/v1${path.includes('{') ? path.replace(/\{\w+\}/u, one) : path + one}`;
      const { status, text, answer } = await ask(address);
      expect([address, status]).toEqual([address, 200]);
      expect(answer.headers.get('content-type')).toBe('application/json');
      expect(faults(path, 200, JSON.parse(text))).toEqual([]);
    }
  });

  it.each([
    ['/search', '/search?q=a&nonsense=1', 400, 'nonsense'],
    ['/search', '/search?q=a&limit=0', 400, 'limit'],
    ['/search', '/search?q=a&limit=101', 400, 'limit'],
    ['/search', '/search?q=a&limit=1e9', 400, 'limit'],
    ['/search', '/search?q=a&q=b', 400, 'q'],
    ['/search', `/search?q=${'长'.repeat(401)}`, 400, 'q'],
    ['/search', '/search?q=a&kind=__proto__', 400, 'kind'],
    ['/search', '/search?q=a&constructor=1', 400, 'constructor'],
    ['/talks', '/talks?since=yesterday', 400, 'since'],
    ['/suggest', '/suggest', 400, 'q'],
    ['/talks/{id}', '/talks/nobody', 404, undefined],
    ['/concepts/{key}', '/concepts/..%2F..%2Fetc', 404, undefined],
  ] as const)('refuses on %s %s with a problem', async (path, address, status, named) => {
    const answer = await ask(`/api/v1${address}`);
    expect(answer.status).toBe(status);
    expect(answer.answer.headers.get('content-type')).toBe('application/problem+json');
    const problem = JSON.parse(answer.text);
    expect(faults(path, status, problem)).toEqual([]);
    expect(problem.status).toBe(status);
    if (named !== undefined) expect(problem.detail).toContain(named);
  });
});
