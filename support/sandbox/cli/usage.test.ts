import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { setUp, type Workbench } from './testing/workbench';

let bench: Workbench;
before(async () => {
  bench = await setUp();
});
after(() => bench.close());
beforeEach(() => {
  bench.api.received = [];
});

async function sent(...argv: string[]): Promise<Workbench['api']['received'][number]> {
  const { stdout } = await bench.dumont(argv);
  assert.equal(bench.api.received.length, 1, stdout);
  return bench.api.received[0] as Workbench['api']['received'][number];
}

async function refused(...argv: string[]): Promise<string> {
  const { code, stdout, stderr } = await bench.dumont(argv);
  assert.deepEqual({ code, stderr, received: bench.api.received }, { code: 2, stderr: '', received: [] }, stdout);
  return stdout;
}

describe('values', () => {
  test('take the type that the contract gives their field', async () => {
    const pairs = ['offer_id=7', 'label=1', 'disk_size=20.5', 'skip_standby=true', 'ports=22,8080'];
    const { body } = await sent('instance', 'create', ...pairs);
    assert.deepEqual(body, { offer_id: 7, label: '1', disk_size: 20.5, skip_standby: true, ports: [22, 8080] });
  });

  test('may be JSON where the field is an array or an object', async () => {
    assert.deepEqual((await sent('instance', 'create', 'offer_id=7', 'ports=[22]')).body, { offer_id: 7, ports: [22] });
    bench.api.received = [];
    const { body } = await sent('finetune', 'create', 'job_name=a', 'model_id=b', 'config={"epochs":3}');
    assert.deepEqual(body, { job_name: 'a', model_id: 'b', config: { epochs: 3 } });
  });

  test('go to the query where the operation declares them there', async () => {
    const { query, body } = await sent('instance', 'sync', '5', 'force=true');
    assert.deepEqual({ query, body }, { query: { force: 'true' }, body: undefined });
  });

  const TRICKY = {
    spaces: '  Train  Llama 3 ',
    quotes: `it's "quoted" \\"twice\\"`,
    'equals signs': 'a=b==c',
    unicode: 'ação 训练 🚀 e\u0301',
    'shell metacharacters': '$(rm -rf ~); `id` | & > < * ? ! # ~ {a,b} \\',
    'URL characters': 'a/b?c=d&e#f%20+;',
    'line breaks': 'one\ntwo\ttab',
    'nothing at all': '',
  };
  for (const [what, value] of Object.entries(TRICKY)) {
    test(`with ${what} arrive as they were typed, in a body`, async () => {
      assert.deepEqual((await sent('advisor', 'recommend', `task=${value}`)).body, { task: value });
    });
    test(`with ${what} arrive as they were typed, in a query`, async () => {
      assert.deepEqual((await sent('spot', 'training-cost', `model=${value}`)).query, { model: value });
    });
    if (value === '') continue;
    test(`with ${what} arrive as they were typed, in a path`, async () => {
      const { path } = await sent('spot', 'prediction', '--', value);
      assert.equal(decodeURIComponent(path.slice('/api/v1/metrics/spot/prediction/'.length)), value);
      assert.equal(path.split('/').length, '/api/v1/metrics/spot/prediction/x'.split('/').length);
    });
  }

  test('of a secret positional may look like a pair', async () => {
    const { body } = await sent('auth', 'login', 'user@email.com', 'pass=word');
    assert.deepEqual(body, { username: 'user@email.com', password: 'pass=word' });
  });

  test('after -- are positional whatever they look like', async () => {
    assert.deepEqual((await sent('snapshot', 'create', '--', 'v=1', '5')).body, { name: 'v=1', instance_id: 5 });
    bench.api.received = [];
    assert.deepEqual((await sent('auth', 'login', 'u@e.com', '--', '--help')).body, { username: 'u@e.com', password: '--help' });
  });

  test('may stand between the positionals', async () => {
    const { path, body } = await sent('instance', 'migrate', 'target_type=cpu', '5');
    assert.deepEqual({ path, body }, { path: '/api/v1/instances/5/migrate', body: { target_type: 'cpu' } });
  });
});

describe('literal words', () => {
  test('win wherever the pairs stand, so that an estimate can never migrate', async () => {
    for (const argv of [
      ['5', 'estimate', 'target_type=cpu'],
      ['target_type=cpu', '5', 'estimate'],
      ['5', 'target_type=cpu', 'estimate'],
    ]) {
      bench.api.received = [];
      assert.equal((await sent('instance', 'migrate', ...argv)).path, '/api/v1/instances/5/migrate/estimate');
    }
  });

  for (const argv of [
    ['estimate', 'target_type=cpu'],
    ['estimate', '5', 'target_type=cpu'],
    ['5', 'Estimate', 'target_type=cpu'],
    ['5', 'estimat', 'target_type=cpu'],
    ['5', 'estimate', 'estimate', 'target_type=cpu'],
    ['5', '', 'target_type=cpu'],
  ]) {
    test(`misplaced or misspelt, nothing is sent: migrate ${argv.join(' ')}`, async () => {
      assert.match(await refused('instance', 'migrate', ...argv), /Usage: dumont instance migrate <instance_id> estimate /);
    });
  }
});

describe('wrong usage sends nothing, exits 2 and shows what is right:', () => {
  const WRONG: [argv: string[], says: RegExp][] = [
    [[], /Missing resource and action[\s\S]*dumont <resource> <action>/],
    [['instanc', 'list'], /Unknown resource "instanc"\. Did you mean "instance"\?/],
    [['zzz', 'list'], /Unknown resource "zzz"\.\n[\s\S]*Resources: .*auth.*health/],
    [['instance'], /Missing action for "instance"[\s\S]*Actions of instance: .*offers/],
    [['instance', 'lst'], /Unknown action "lst" of instance[\s\S]*Usage: dumont instance list/],
    [['instance', '--list'], /Unknown action "--list"/],
    [['--base-url', 'http://x'], /Unknown resource "--base-url"/],
    [['instance', 'get'], /Missing <instance_id>[\s\S]*Usage: dumont instance get <instance_id>/],
    [['instance', 'get', ''], /<instance_id> is empty/],
    [['instance', 'get', '5', '6'], /Unexpected argument "6"[\s\S]*Usage: dumont instance get <instance_id>/],
    [['instance', 'get', 'abc'], /<instance_id> must be a whole number, not "abc"/],
    [
      ['instance', 'get', 'instance_id=5'],
      /"instance_id" goes by its position, without "instance_id="\.\n *Usage: dumont instance get <instance_id>/,
    ],
    [['instance', 'list', '--verbose'], /Unexpected argument "--verbose"/],
    [['instance', 'create', 'ofer_id=5'], /Unknown key "ofer_id"\. Did you mean "offer_id"\?[\s\S]*offer_id=<integer>/],
    [['instance', 'create', 'offer_id=x'], /offer_id must be a whole number, not "x"[\s\S]*Usage: dumont instance create/],
    [['instance', 'create', 'offer_id=1.5'], /offer_id must be a whole number/],
    [['instance', 'create', 'offer_id=99999999999999999999'], /offer_id must be a whole number/],
    [['instance', 'create', 'offer_id=5', 'offer_id=6'], /"offer_id" is given twice/],
    [['instance', 'create', 'offer_id=5', 'disk_size=0,5'], /disk_size must be a number, with a point/],
    [['instance', 'create', 'offer_id=5', 'disk_size='], /disk_size must be a number/],
    [['instance', 'create', 'offer_id=5', 'ports=22,x'], /ports must be a whole number, not "x"/],
    [['standby', 'configure', 'enabled=yes'], /enabled must be true or false, not "yes"/],
    [['finetune', 'create', 'job_name=a', 'model_id=b', 'config=[]'], /config must be a JSON object/],
    [['finetune', 'logs', '..'], /<job_id> cannot be "\.\."\.\n *Usage: dumont finetune logs <job_id>/],
    [['ai-wizard', 'analyze', 'files={}'], /Unknown key "files"/],
    [['snapshot', 'create', 'v=1', '5'], /Unknown key "v"/],
    [['auth', 'login', 'user@email.com'], /Missing <password>[\s\S]*Usage: dumont auth login <email> <password>/],
    [['nothing', '--help'], /Unknown resource "nothing"/],
  ];
  for (const [argv, says] of WRONG) {
    test(`dumont ${argv.join(' ')}`, async () => {
      const stdout = await refused(...argv);
      assert.match(stdout, /^❌ /);
      assert.match(stdout, says);
    });
  }

  test('DUMONT_API_URL without http', async () => {
    const { code, stdout } = await bench.dumont(['health', 'list'], { DUMONT_API_URL: 'localhost:8767' });
    assert.equal(code, 2);
    assert.match(stdout, /DUMONT_API_URL is not an http:\/\/ or https:\/\/ URL/);
  });
});
