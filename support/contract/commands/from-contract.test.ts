import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Contract, type ContractDocument } from '../contract';
import type { Command } from './command';

const cli = (args: string[] = [], more: object = {}): object => ({ resource: 'thing', action: 'make', args, ...more });
const param = (name: string, place: string, type: unknown = 'string'): object => ({ name, in: place, schema: { type } });
const json = (schema: object): object => ({ content: { 'application/json': { schema } } });

let operationsMade = 0;
/** An operation as the document has it, with what every operation has. */
const operation = (more: object): object => ({
  operationId: `operation${operationsMade++}`,
  summary: 'Makes a thing',
  tags: [],
  responses: {},
  ...more,
});

function contractOf(paths: object, schemas: object = {}): Contract {
  const document = {
    openapi: '3.1.0',
    info: { title: '', version: '' },
    paths,
    components: { schemas },
    'x-invariant-helpers': {},
  };
  return new Contract(document as ContractDocument);
}

function only(path: string, more: object, schemas: object = {}): Command {
  const { commands } = contractOf({ [path]: { post: operation(more) } }, schemas);
  assert.equal(commands.length, 1);
  return commands[0] as Command;
}

describe('a command', () => {
  test('takes fields from the path, the query and the body, typed by their schemas', () => {
    const schemas = {
      Base: { type: 'object', properties: { label: { type: ['string', 'null'] }, key: { $ref: '#/components/schemas/Key' } } },
      Key: { type: 'string', 'x-secret': true },
    };
    const own = {
      properties: {
        size: { anyOf: [{ type: 'number' }, { type: 'null' }] },
        ports: { type: 'array', items: { type: 'integer' } },
      },
    };
    const { fields, takesBody } = only(
      '/things/{id}',
      {
        'x-cli': cli(['{id}']),
        parameters: [{ ...param('id', 'path', 'integer'), required: true }, param('force', 'query', 'boolean')],
        requestBody: json({ allOf: [{ $ref: '#/components/schemas/Base' }, own], required: ['label'] }),
      },
      schemas,
    );
    assert.equal(takesBody, true);
    assert.deepEqual(fields, [
      { name: 'id', place: 'path', type: 'integer', required: true },
      { name: 'force', place: 'query', type: 'boolean' },
      { name: 'label', place: 'body', type: 'string', required: true },
      { name: 'key', place: 'body', type: 'string', secret: true },
      { name: 'size', place: 'body', type: 'number' },
      { name: 'ports', place: 'body', type: 'integer', many: true },
    ]);
  });

  test('knows the secrets of its request and of every reply, at any depth', () => {
    const schemas = {
      Masked: { type: ['string', 'null'] },
      Node: {
        type: 'object',
        properties: {
          token: { $ref: '#/components/schemas/Masked', 'x-secret': true },
          byName: { type: 'object', additionalProperties: { properties: { pin: { type: 'string', 'x-secret': true } } } },
        },
      },
    };
    const { secrets } = only(
      '/things',
      {
        'x-cli': cli(),
        requestBody: json({ properties: { password: { type: 'string', 'x-secret': true } } }),
        responses: { 200: json({ type: 'array', items: { $ref: '#/components/schemas/Node' } }) },
      },
      schemas,
    );
    assert.deepEqual(secrets, ['password', 'token', 'pin']);
  });

  test('shows positionals by their display names, and keeps literal words', () => {
    const { args } = only('/things/{id}', {
      'x-cli': cli(['{id}', 'twice'], { display: { id: 'thing' } }),
      parameters: [param('id', 'path')],
    });
    assert.deepEqual(args, [{ field: 'id', shown: 'thing' }, { literal: 'twice' }]);
  });

  test('takes the parameters of its whole path', () => {
    const shared = { parameters: [param('id', 'path')], get: operation({ 'x-cli': cli(['{id}']) }) };
    assert.equal(contractOf({ '/things/{id}': shared }).commands[0]?.fields[0]?.name, 'id');
  });

  test('is made only of operations that have one', () => {
    assert.deepEqual(contractOf({ '/balance': { get: operation({ 'x-suite': 'preflight' }) } }).commands, []);
  });
});

describe('a contract is refused when', () => {
  const refused = (paths: object, says: RegExp): void => {
    assert.throws(() => contractOf(paths).commands, says);
  };

  test('an argument names no field', () => {
    refused({ '/things': { get: operation({ 'x-cli': cli(['{id}']) }) } }, /dumont thing make: x-cli names \{id\}/);
  });

  test('nothing fills a part of the path', () => {
    const get = operation({ 'x-cli': cli(), parameters: [param('id', 'path')] });
    refused({ '/things/{id}': { get } }, /no argument fills \{id\} of \/things\/\{id\}/);
  });

  test('a key could be meant for two places', () => {
    const post = operation({ 'x-cli': cli(), parameters: [param('id', 'query')], requestBody: json({ properties: { id: {} } }) });
    refused({ '/things': { post } }, /id is declared twice/);
  });

  test('two operations would be the same command', () => {
    const twin = (): object => operation({ 'x-cli': cli(['x']) });
    refused({ '/a': { get: twin() }, '/b': { get: twin() } }, /dumont thing make x is two operations: \/a and \/b/);
  });
});
