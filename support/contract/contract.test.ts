import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DOCUMENTED_COMMANDS } from './commands.fixture';
import { loadContract, type Operation } from './contract';
import { propertiesOf } from './schema';

const contract = loadContract();
const { operations } = contract;

const PUBLIC = ['login', 'analyzeProject', 'compareGpuPrices', 'getHealth'];

describe('the contract', () => {
  it('has 49 operations with a command and 2 of the suite, each with its own id', () => {
    assert.equal(operations.filter(({ cli }) => cli).length, 49);
    assert.deepEqual(
      operations.filter(({ suite }) => suite).map(({ id, suite }) => [id, suite]),
      [
        ['deleteStandbyAssociation', 'cleanup'],
        ['getBalance', 'preflight'],
      ],
    );
    assert.equal(new Set(operations.map(({ id }) => id)).size, 51);
    assert.ok(operations.every(({ cli, suite }) => (cli === null) !== (suite === null)));
  });

  it('has one line of summary for each, as --help shows it', () => {
    for (const { summary } of contract.commands) assert.match(summary, /^[A-Z].*[^.]$/);
  });

  it('can answer the 66 documented command lines with the status that the document gives', () => {
    for (const [line, id, status] of DOCUMENTED_COMMANDS)
      assert.ok(contract.operation(id).replies.has(status), `${line} cannot answer ${status}`);
    assert.equal(new Set(DOCUMENTED_COMMANDS.map(([, id]) => id)).size, 48);
  });

  it('lets eleven operations answer without a session; all others can answer 401', () => {
    const open = operations.filter(({ isPublic }) => isPublic).map(({ id }) => id);
    const spot = operations.filter(({ cli }) => cli?.resource === 'spot').map(({ id }) => id);
    assert.deepEqual(open.sort(), [...PUBLIC, ...spot].sort());
    assert.equal(open.length, 11);
    for (const { id, isPublic, replies } of operations) assert.equal(replies.has(401), !isPublic || id === 'login', id);
  });

  it('can answer 422 wherever there is something to malform, and only there', () => {
    const canBeMalformed = ({ requestBody, parameters }: Operation): boolean =>
      requestBody !== null || parameters.some(({ in: place, schema }) => place === 'query' || schema.type !== 'string');
    for (const operation of operations) assert.equal(operation.replies.has(422), canBeMalformed(operation), operation.id);
  });

  it('says in the ledger fields that replies and paths have', () => {
    for (const { id, creates, destroys, replies, parameters } of operations) {
      const success = [...replies].find(([status]) => status < 300)?.[1];
      assert.ok(success, id);
      for (const created of creates) assert.ok(Object.hasOwn(propertiesOf(success.schema), created.id), `${id}: ${created.id}`);
      if (destroys) assert.ok(parameters.some(({ name, in: place }) => place === 'path' && name === destroys.id));
    }
    const creating = operations.filter(({ creates }) => creates.length > 0).map(({ id }) => id);
    assert.deepEqual(creating.sort(), [
      'createFinetuneJob',
      'createInstance',
      'createSnapshot',
      'deployWithWizard',
      'migrateInstance',
      'restoreSnapshot',
      'syncInstance',
    ]);
  });
});

describe('finding the operation of a request', () => {
  it('fills path parameters, URL-decoded', () => {
    const found = contract.match('GET', '/api/v1/metrics/spot/prediction/RTX%204090');
    assert.equal(found?.operation.id, 'predictSpotPrice');
    assert.deepEqual(found?.params, { gpu_name: 'RTX 4090' });
  });

  it('prefers literal segments to templates, whatever the order in the document', () => {
    assert.equal(contract.match('POST', '/api/v1/snapshots/restore')?.operation.id, 'restoreSnapshot');
    assert.equal(contract.match('DELETE', '/api/v1/snapshots/restore')?.params.snapshot_id, 'restore');
    assert.equal(contract.match('GET', '/api/v1/instances/offers')?.operation.id, 'listOffers');
    assert.equal(contract.match('POST', '/api/v1/instances/7/migrate/estimate')?.operation.id, 'estimateMigration');
    assert.equal(contract.match('POST', '/api/v1/instances/7/migrate')?.operation.id, 'migrateInstance');
  });

  it('is one API under every prefix', () => {
    assert.equal(contract.match('GET', '/api/auth/me')?.operation.id, 'getCurrentUser');
    assert.equal(contract.match('POST', '/api/instances/7/migrate/estimate')?.params.instance_id, '7');
    assert.equal(contract.match('GET', '/api/health'), null);
    assert.equal(contract.match('GET', '/auth/me'), null);
    assert.deepEqual(contract.mountsOf('/api/v1/auth/me'), ['/api/v1/auth/me', '/api/auth/me']);
    assert.deepEqual(contract.mountsOf('/health'), ['/health']);
  });

  it('finds nothing for another method, another path or an empty parameter', () => {
    assert.equal(contract.match('PUT', '/api/v1/instances'), null);
    assert.equal(contract.match('GET', '/api/v1/openapi.json'), null);
    assert.equal(contract.match('DELETE', '/api/v1/snapshots/'), null);
    assert.equal(contract.match('GET', '/health/more'), null);
  });

  it('takes a path that is not well-formed as it is', () => {
    assert.equal(contract.match('DELETE', '/api/v1/snapshots/%zz')?.params.snapshot_id, '%zz');
  });

  it('fails by name for an operation that does not exist', () => {
    assert.throws(() => contract.operation('rentMoon'), /rentMoon/);
  });
});
