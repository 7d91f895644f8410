import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { split } from 'shlex';
import { DOCUMENTED_COMMANDS } from '../commands.fixture';
import { loadContract } from '../contract';
import { readRequest } from '../request';
import { CommandMisuse, type Misuse } from './misuse';
import { type OperationRequest, targetOf } from './request';
import { lineOf } from './write';

const contract = loadContract();

function requestOf(...argv: string[]): OperationRequest {
  return contract.requestOf(argv) ?? assert.fail(`no operation: ${argv.join(' ')}`);
}

function misuseOf(act: () => unknown): Misuse {
  try {
    act();
  } catch (error) {
    if (error instanceof CommandMisuse) return error.misuse;
    throw error;
  }
  return assert.fail('nothing was wrong with it');
}

/** What the document's `<...>` stand for here. */
const filledIn = (line: string): string => line.replace(/<(snapshot|job)_id>/g, '9f86d081').replace(/<\w+>/g, '2001');

describe('a documented command', () => {
  test('is one of 66', () => assert.equal(DOCUMENTED_COMMANDS.length, 66));

  for (const [line, operationId] of new Map(DOCUMENTED_COMMANDS.map(([line, id]) => [filledIn(line), id]))) {
    test(`asks for ${operationId}, and is what asks for it: ${line}`, () => {
      const [, ...argv] = split(line);
      const request = requestOf(...argv);
      assert.equal(request.operationId, operationId);
      const { path } = targetOf(request);
      assert.equal(contract.match(request.method, path)?.operation.id, operationId);
      const back = contract.argvOf(request) ?? assert.fail('no command');
      assert.equal(lineOf(back), line);
      assert.deepEqual(requestOf(...back), request);
    });
  }
});

describe('the request of a command', () => {
  test('has its arguments where the operation declares them, in the body by their types', () => {
    assert.deepEqual(requestOf('instance', 'create', 'offer_id=7', 'label=1', 'ports=22,8080', 'skip_standby=true'), {
      operationId: 'createInstance',
      method: 'POST',
      path: '/api/v1/instances',
      params: {},
      query: {},
      body: { offer_id: 7, label: '1', ports: [22, 8080], skip_standby: true },
      files: undefined,
    });
    const { params, query, body } = requestOf('instance', 'delete', '5', 'reason=gpu_failure', 'destroy_standby=false');
    assert.deepEqual(
      { params, query, body },
      {
        params: { instance_id: '5' },
        query: { reason: 'gpu_failure', destroy_standby: 'false' },
        body: undefined,
      },
    );
  });

  test('is read by its types, defaults filled in, as any request is', () => {
    const { operationId, params, query, body } = requestOf('instance', 'delete', '5', 'destroy_standby=false');
    assert.deepEqual(readRequest(contract.operation(operationId), params, query, body), {
      params: { instance_id: 5 },
      query: { destroy_standby: false, reason: 'user_request' },
      request: undefined,
    });
  });

  test('says which files of the working directory it still lacks', () => {
    const { body, files } = requestOf('ai-wizard', 'analyze');
    assert.deepEqual({ body, files }, { body: {}, files: { field: 'files', names: ['requirements.txt', 'Dockerfile'] } });
    assert.deepEqual(contract.argvOf({ operationId: 'analyzeProject', body: { files: { Dockerfile: 'FROM x' } } }), [
      'ai-wizard',
      'analyze',
    ]);
  });

  test('is of the longest command that fits: an estimate never migrates', () => {
    assert.equal(requestOf('instance', 'migrate', '5', 'target_type=cpu').operationId, 'migrateInstance');
    for (const argv of [
      ['5', 'estimate', 'target_type=cpu'],
      ['target_type=cpu', '5', 'estimate'],
    ])
      assert.equal(requestOf('instance', 'migrate', ...argv).operationId, 'estimateMigration');
  });

  test('is none for help and version', () => {
    for (const argv of [['--help'], ['help', 'instance'], ['instance', 'get', '-h'], ['--version']])
      assert.equal(contract.requestOf(argv), null);
  });

  test('goes to a path and query that no value can leave', () => {
    const { path, query } = targetOf(requestOf('spot', 'prediction', '--', 'a/b?c=d&e#f%20'));
    assert.deepEqual([path, query], ['/api/v1/metrics/spot/prediction/a%2Fb%3Fc%3Dd%26e%23f%2520', '']);
    assert.equal(targetOf(requestOf('spot', 'training-cost', 'model=a b&c')).query, '?model=a%20b%26c');
    assert.equal(targetOf({ path: '/x', params: {}, query: { a: ['1', '2'] } }).query, '?a=1&a=2');
  });
});

describe('misuse is told as data:', () => {
  const WRONG: [argv: string[], misuse: Record<string, unknown>][] = [
    [[], { kind: 'no-resource' }],
    [['instanc', 'list'], { kind: 'unknown-resource', resource: 'instanc' }],
    [['instance'], { kind: 'no-action', resource: 'instance' }],
    [['instance', 'lst'], { kind: 'unknown-action', resource: 'instance', action: 'lst' }],
    [['instance', 'get'], { kind: 'missing-argument', shown: '<instance_id>' }],
    [['instance', 'migrate', 'estimate'], { kind: 'missing-argument', shown: '<instance_id>', before: 'estimate' }],
    [['instance', 'get', ''], { kind: 'empty-argument', shown: '<instance_id>' }],
    [['instance', 'get', '5', '6'], { kind: 'surplus-argument', word: '6' }],
    [['instance', 'get', 'instance_id=5'], { kind: 'positional-as-key', key: 'instance_id', word: 'instance_id=5' }],
    [['instance', 'create', 'ofer_id=5'], { kind: 'unknown-key', key: 'ofer_id', word: 'ofer_id=5' }],
    [['instance', 'create', 'offer_id=5', 'offer_id=6'], { kind: 'repeated-key', key: 'offer_id', word: 'offer_id=6' }],
    [['instance', 'create', 'offer_id=1.5'], { kind: 'wrong-value', shown: 'offer_id', text: '1.5' }],
    [['instance', 'create', 'ports=22,x'], { kind: 'wrong-value', shown: 'ports', text: 'x' }],
    [['finetune', 'logs', '..'], { kind: 'dot-segment', shown: '<job_id>', text: '..' }],
  ];
  for (const [argv, wanted] of WRONG) {
    test(`dumont ${argv.join(' ')}`, () => {
      const found = { ...misuseOf(() => contract.requestOf(argv)) } as Record<string, unknown>;
      assert.deepEqual(Object.fromEntries(Object.keys(wanted).map((name) => [name, found[name]])), wanted);
    });
  }
});

describe('the command of an operation', () => {
  test('is written from an exchange as well as from a command', () => {
    const found = contract.match('POST', '/api/v1/instances/5/migrate/estimate');
    const argv = contract.argvOf({ operationId: found?.operation.id ?? '', params: found?.params, body: { target_type: 'cpu' } });
    assert.equal(lineOf(argv ?? []), 'dumont instance migrate 5 estimate target_type=cpu');
  });

  test('is none for an operation of the suite alone', () => assert.equal(contract.argvOf({ operationId: 'getBalance' }), null));

  const VALUES = ['v=1', '--', '--help', '-h', 'a b', `it's "quoted"`, '$HOME `x` \\', 'ação 🚀', 'one\ntwo', '--x', '<id>'];
  for (const name of VALUES) {
    test(`says values as they are: ${JSON.stringify(name)}`, () => {
      const asked = { operationId: 'createSnapshot', body: { name, instance_id: 5 } };
      const argv = contract.argvOf(asked) ?? [];
      assert.deepEqual(contract.requestOf(argv)?.body, asked.body);
      assert.deepEqual(split(lineOf(argv)), ['dumont', ...argv]);
      const task = { operationId: 'recommendGpu', body: { task: name } };
      assert.deepEqual(contract.requestOf(contract.argvOf(task) ?? [])?.body, task.body);
    });
  }

  for (const ports of [[], [22], [22, 8080]]) {
    test(`says lists and objects: ${JSON.stringify(ports)}`, () => {
      const body = { offer_id: 7, ports };
      assert.deepEqual(contract.requestOf(contract.argvOf({ operationId: 'createInstance', body }) ?? [])?.body, body);
      const job = { job_name: 'a', model_id: 'b', config: { epochs: 3 } };
      assert.deepEqual(contract.requestOf(contract.argvOf({ operationId: 'createFinetuneJob', body: job }) ?? [])?.body, job);
    });
  }

  test('is refused where no line can say it', () => {
    const refused = (operationId: string, body: object, params?: object): string =>
      misuseOf(() => contract.argvOf({ operationId, body, params: { ...params } })).kind;
    assert.equal(refused('getInstance', {}), 'missing-argument');
    assert.equal(refused('getInstance', {}, { instance_id: 'five' }), 'wrong-value');
    assert.equal(refused('migrateInstance', { target_type: 'cpu' }, { instance_id: 'estimate' }), 'missing-argument');
    assert.equal(refused('createInstance', { offer_id: 5, moon: true }), 'unknown-key');
    assert.equal(refused('createInstance', { offer_id: 5, label: null }), 'wrong-value');
  });
});
