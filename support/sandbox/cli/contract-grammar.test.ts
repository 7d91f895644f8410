import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { grammarOf } from './contract-grammar';
import type { Command } from './grammar';
import type { ContractDocument } from './openapi-reader';

type Operation = Record<string, unknown>;

const cli = (args: string[] = [], more: object = {}): object => ({
  resource: 'thing',
  action: 'make',
  args,
  summary: 'Makes',
  ...more,
});
const param = (name: string, place: string, type: unknown = 'string'): object => ({ name, in: place, schema: { type } });
const json = (schema: object): object => ({ content: { 'application/json': { schema } } });
const document = (paths: Record<string, Record<string, Operation>>, schemas: object = {}): ContractDocument => ({
  paths,
  components: { schemas },
});

function only(path: string, operation: Operation, schemas: object = {}): Command {
  const { commands } = grammarOf(document({ [path]: { post: operation } }, schemas));
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
        parameters: [
          { ...param('id', 'path', 'integer'), required: true },
          param('force', 'query', 'boolean'),
          param('X-A', 'header'),
        ],
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

  test('knows the secrets of its request and of every reply, at any depth, though schemas refer to themselves', () => {
    const schemas = {
      Masked: { type: ['string', 'null'] },
      Node: {
        type: 'object',
        properties: {
          token: { $ref: '#/components/schemas/Masked', 'x-secret': true },
          anything: true,
          next: { $ref: '#/components/schemas/Node' },
          byName: { type: 'object', additionalProperties: { properties: { pin: { type: 'string', 'x-secret': true } } } },
        },
      },
    };
    const { secrets } = only(
      '/things',
      {
        'x-cli': cli(),
        requestBody: json({ properties: { password: { type: 'string', 'x-secret': true } } }),
        responses: { 200: json({ type: 'array', items: { $ref: '#/components/schemas/Node' } }), 204: { description: 'none' } },
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
    const shared = { parameters: [param('id', 'path')], get: { 'x-cli': cli(['{id}']) } };
    assert.equal(grammarOf({ paths: { '/things/{id}': shared } }).commands[0]?.fields[0]?.name, 'id');
  });

  test('is made only of operations that have one', () => {
    assert.deepEqual(grammarOf(document({ '/balance': { get: { 'x-suite': 'preflight' } } })), { commands: [] });
  });
});

describe('a contract is refused when', () => {
  const refused = (paths: Record<string, Record<string, Operation>>, says: RegExp): void => {
    assert.throws(() => grammarOf(document(paths)), says);
  };

  test('an argument names no field', () => {
    refused({ '/things': { get: { 'x-cli': cli(['{id}']) } } }, /dumont thing make: x-cli names \{id\}/);
  });

  test('nothing fills a part of the path', () => {
    const operation = { 'x-cli': cli(), parameters: [param('id', 'path')] };
    refused({ '/things/{id}': { get: operation } }, /no argument fills \{id\} of \/things\/\{id\}/);
  });

  test('a key could be meant for two places', () => {
    const operation = { 'x-cli': cli(), parameters: [param('id', 'query')], requestBody: json({ properties: { id: {} } }) };
    refused({ '/things': { post: operation } }, /id is declared twice/);
  });

  test('two operations would be the same command', () => {
    const operation = { 'x-cli': cli(['x']) };
    refused({ '/a': { get: operation }, '/b': { get: operation } }, /dumont thing make x is two operations: \/a and \/b/);
  });

  test('a reference leads nowhere', () => {
    const operation = { 'x-cli': cli(), requestBody: { $ref: '#/components/requestBodies/Thing' } };
    refused({ '/things': { post: operation } }, /the contract has no #\/components\/requestBodies\/Thing/);
  });
});
