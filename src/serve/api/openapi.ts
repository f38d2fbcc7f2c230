import type { Parameter } from '../../pages/parameters.js';
import { packageVersion } from '../../version.js';
import { type Operation, operations } from './operations.js';
import { type Schema, shapes } from './shapes.js';

/** Where all paths begin. */
export const apiBase = '/api/v1';

const inPath = (operation: Operation, name: string) => operation.path.includes(`{${name}}`);

function parameter(operation: Operation, name: string, { description, ...schema }: Parameter): Schema {
  const isPart = inPath(operation, name);
  return {
    name,
    in: isPart ? 'path' : 'query',
    description,
    ...((isPart || operation.required?.includes(name)) && { required: true }),
    schema,
  };
}

const content = (type: string, schema: Schema) => ({ [type]: { schema } });

function described(operation: Operation): Schema {
  const problem = (description: string) => ({
    description,
    content: content('application/problem+json', { $ref: '#/components/schemas/Problem' }),
  });
  return {
    operationId: operation.id,
    summary: operation.summary,
    parameters: Object.entries(operation.parameters).map(([name, one]) => parameter(operation, name, one)),
    responses: {
      200: { description: operation.summary, content: content('application/json', operation.response) },
      400: problem('a parameter is not as it must be'),
      ...(operation.path.includes('{') && { 404: problem('there is no such thing') }),
    },
  };
}

/** The OpenAPI document of the table of operations. */
export function openapi(): Schema {
  return {
    openapi: '3.1.0',
    info: {
      title: 'jianglu',
      version: packageVersion(),
      description: 'Talks held in group chats and what they define; every line leads to its message.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: apiBase }],
    paths: Object.fromEntries(operations.map((one) => [one.path, { get: described(one) }])),
    components: {
      schemas: shapes(),
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
    security: [{}, { token: [] }],
  };
}
