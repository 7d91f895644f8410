import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { split } from 'shlex';
import { setUp, type Workbench } from './testing/workbench';

interface Expected {
  query?: Record<string, string>;
  body?: unknown;
}
type Row = [row: string, line: string, request: string, expected?: Expected];

/** What the document's `<...>` stand for here. */
const IDS: Record<string, string> = {
  ID: '100007',
  instance_id: '2001',
  gpu_instance_id: '2001',
  gpu_id: '2001',
  cpu_id: '2002',
  snapshot_id: '9f86d081',
  job_id: '1a2b3c4d',
};
const offer = (label: string): Expected => ({ body: { offer_id: 100007, label } });

const DOCUMENT: Row[] = [
  [
    '1.1',
    'dumont auth login user@email.com password',
    'POST /api/v1/auth/login',
    { body: { username: 'user@email.com', password: 'password' } },
  ],
  ['1.2', 'dumont auth me', 'GET /api/v1/auth/me'],
  ['1.3', 'dumont setting list', 'GET /api/v1/settings'],
  ['1.4', 'dumont auth logout', 'POST /api/v1/auth/logout'],
  ['1.5', 'dumont auth me', 'GET /api/v1/auth/me'],

  ['2.1', 'dumont instance offers', 'GET /api/v1/instances/offers'],
  [
    '2.2',
    'dumont instance offers gpu_name=rtx4090 max_price=0.50',
    'GET /api/v1/instances/offers',
    { query: { gpu_name: 'rtx4090', max_price: '0.50' } },
  ],
  [
    '2.3',
    'dumont instance create offer_id=<ID> label=test-gpu disk_size=100',
    'POST /api/v1/instances',
    { body: { offer_id: 100007, label: 'test-gpu', disk_size: 100 } },
  ],
  ['2.4', 'dumont instance list', 'GET /api/v1/instances'],
  ['2.5', 'dumont instance get <instance_id>', 'GET /api/v1/instances/2001'],
  ['2.6', 'dumont instance pause <instance_id>', 'POST /api/v1/instances/2001/pause'],
  ['2.7', 'dumont instance resume <instance_id>', 'POST /api/v1/instances/2001/resume'],
  ['2.8', 'dumont instance delete <instance_id>', 'DELETE /api/v1/instances/2001'],
  ['2.9', 'dumont instance list', 'GET /api/v1/instances'],

  ['3.1', 'dumont instance create offer_id=<ID> label=backup-test', 'POST /api/v1/instances', offer('backup-test')],
  ['3.2', 'dumont instance sync <instance_id>', 'POST /api/v1/instances/2001/sync'],
  [
    '3.3',
    'dumont snapshot create backup-v1 <instance_id>',
    'POST /api/v1/snapshots',
    { body: { name: 'backup-v1', instance_id: 2001 } },
  ],
  ['3.4', 'dumont snapshot list', 'GET /api/v1/snapshots'],
  ['3.5', 'dumont instance delete <instance_id>', 'DELETE /api/v1/instances/2001'],
  [
    '3.6',
    'dumont snapshot restore <snapshot_id> gpu_name=rtx4090',
    'POST /api/v1/snapshots/restore',
    { body: { snapshot_id: '9f86d081', gpu_name: 'rtx4090' } },
  ],
  ['3.7', 'dumont instance list', 'GET /api/v1/instances'],
  ['3.8', 'dumont snapshot delete <snapshot_id>', 'DELETE /api/v1/snapshots/9f86d081'],

  ['4.1', 'dumont standby status', 'GET /api/v1/standby/status'],
  [
    '4.2',
    'dumont standby configure enabled=true gcp_zone=europe-west1-b',
    'POST /api/v1/standby/configure',
    { body: { enabled: true, gcp_zone: 'europe-west1-b' } },
  ],
  ['4.3', 'dumont instance create offer_id=<ID> label=resilient-gpu', 'POST /api/v1/instances', offer('resilient-gpu')],
  ['4.4', 'dumont standby associations', 'GET /api/v1/standby/associations'],
  ['4.5', 'dumont standby sync-start <gpu_instance_id>', 'POST /api/v1/standby/associations/2001/start-sync'],
  [
    '4.6',
    'dumont instance delete <gpu_id> reason=gpu_failure destroy_standby=false',
    'DELETE /api/v1/instances/2001',
    { query: { reason: 'gpu_failure', destroy_standby: 'false' } },
  ],
  ['4.7', 'dumont standby status', 'GET /api/v1/standby/status'],

  ['5.1', 'dumont finetune models', 'GET /api/v1/finetune/models'],
  [
    '5.2',
    'dumont advisor recommend task="Train Llama 3 8B with LoRA"',
    'POST /api/v1/advisor/recommend',
    { body: { task: 'Train Llama 3 8B with LoRA' } },
  ],
  ['5.3', 'dumont instance create offer_id=<ID> label=finetune-job', 'POST /api/v1/instances', offer('finetune-job')],
  [
    '5.4',
    'dumont finetune create job_name=my-lora model_id=unsloth/llama-3-8b-bnb-4bit',
    'POST /api/v1/finetune/jobs',
    { body: { job_name: 'my-lora', model_id: 'unsloth/llama-3-8b-bnb-4bit' } },
  ],
  ['5.5', 'dumont finetune jobs', 'GET /api/v1/finetune/jobs'],
  ['5.6', 'dumont finetune logs <job_id>', 'GET /api/v1/finetune/jobs/1a2b3c4d/logs'],
  ['5.7', 'dumont finetune cancel <job_id>', 'POST /api/v1/finetune/jobs/1a2b3c4d/cancel'],

  ['6.1', 'dumont spot prediction rtx4090', 'GET /api/v1/metrics/spot/prediction/rtx4090'],
  ['6.2', 'dumont spot monitor', 'GET /api/v1/metrics/spot/monitor'],
  ['6.3', 'dumont spot reliability', 'GET /api/v1/metrics/spot/reliability'],
  ['6.4', 'dumont spot llm-gpus', 'GET /api/v1/metrics/spot/llm-gpus'],
  ['6.5', 'dumont spot safe-windows rtx4090', 'GET /api/v1/metrics/spot/safe-windows/rtx4090'],
  ['6.6', 'dumont spot availability', 'GET /api/v1/metrics/spot/availability'],
  [
    '6.7',
    'dumont spot training-cost model=llama-3-8b',
    'GET /api/v1/metrics/spot/training-cost',
    { query: { model: 'llama-3-8b' } },
  ],

  ['7.1', 'dumont metrics savings', 'GET /api/v1/metrics/savings/real'],
  ['7.2', 'dumont saving summary', 'GET /api/v1/savings/summary'],
  ['7.3', 'dumont saving breakdown', 'GET /api/v1/savings/breakdown'],
  ['7.4', 'dumont saving history', 'GET /api/v1/savings/history'],
  ['7.5', 'dumont hibernation stats', 'GET /api/v1/hibernation/stats'],
  ['7.6', 'dumont saving comparison', 'GET /api/v1/savings/comparison'],

  [
    '8.1',
    'dumont ai-wizard analyze',
    'POST /api/v1/ai-wizard/analyze',
    { body: { files: { 'requirements.txt': 'torch==2.1.0\n', Dockerfile: 'FROM pytorch/pytorch\n' } } },
  ],
  [
    '8.2',
    'dumont advisor recommend task="Run inference with Flux.1"',
    'POST /api/v1/advisor/recommend',
    { body: { task: 'Run inference with Flux.1' } },
  ],
  ['8.3', 'dumont instance create wizard gpu_name=rtx4090', 'POST /api/v1/instances/wizard', { body: { gpu_name: 'rtx4090' } }],
  ['8.4', 'dumont instance list', 'GET /api/v1/instances'],

  ['9.1', 'dumont instance create offer_id=<ID> label=migrate-test', 'POST /api/v1/instances', offer('migrate-test')],
  ['9.2', 'dumont instance sync <instance_id>', 'POST /api/v1/instances/2001/sync'],
  [
    '9.3',
    'dumont instance migrate <instance_id> estimate target_type=cpu',
    'POST /api/v1/instances/2001/migrate/estimate',
    { body: { target_type: 'cpu' } },
  ],
  [
    '9.4',
    'dumont instance migrate <instance_id> target_type=cpu',
    'POST /api/v1/instances/2001/migrate',
    { body: { target_type: 'cpu' } },
  ],
  ['9.5', 'dumont instance list', 'GET /api/v1/instances'],
  [
    '9.6',
    'dumont instance migrate <cpu_id> target_type=gpu gpu_name=rtx4090',
    'POST /api/v1/instances/2002/migrate',
    { body: { target_type: 'gpu', gpu_name: 'rtx4090' } },
  ],
  ['9.7', 'dumont instance list', 'GET /api/v1/instances'],

  ['10.1', 'dumont health list', 'GET /health'],
  ['10.2', 'dumont instance list', 'GET /api/v1/instances'],
  ['10.3', 'dumont metrics market', 'GET /api/v1/metrics/market'],
  ['10.4', 'dumont metrics efficiency', 'GET /api/v1/metrics/efficiency'],
  ['10.5', 'dumont metrics providers', 'GET /api/v1/metrics/providers'],
  ['10.6', 'dumont agent status', 'GET /api/v1/agent/status'],
];

let bench: Workbench;
before(async () => {
  bench = await setUp();
});
after(() => bench.close());
beforeEach(() => {
  bench.api.received = [];
  writeFileSync(path.join(bench.project, 'requirements.txt'), 'torch==2.1.0\n');
  writeFileSync(path.join(bench.project, 'Dockerfile'), 'FROM pytorch/pytorch\n');
  bench.saveToken('session-token');
  bench.api.reply = { status: 200, body: '{"token":"session-token"}' };
});

test('all 66 documented commands are here', () => assert.equal(DOCUMENT.length, 66));

for (const [row, line, request, { query = {}, body }] of DOCUMENT.map(
  (each) => [each[0], each[1], each[2], each[3] ?? {}] as const,
)) {
  test(`${row} ${line}`, async () => {
    const [, ...argv] = split(line.replace(/<(\w+)>/g, (_, name: string) => IDS[name] ?? assert.fail(`no value for <${name}>`)));
    const { code, stdout, stderr } = await bench.dumont(argv);
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' }, stdout);
    assert.equal(bench.api.received.length, 1);
    const [received] = bench.api.received;
    assert.equal(`${received?.method} ${received?.path}`, request);
    assert.deepEqual(received?.query, query);
    assert.deepEqual(received?.body, body);
    assert.equal(received?.headers.authorization, 'Bearer session-token');
    assert.equal(stdout.split('\n')[0], `🔄 ${request}`);
    assert.equal(stdout.split('\n')[1], '✅ Success (200)');
  });
}

test('8.1 sends the files that are there, and no other', async () => {
  rmSync(path.join(bench.project, 'Dockerfile'));
  writeFileSync(path.join(bench.project, 'package.json'), '{}');
  await bench.dumont(['ai-wizard', 'analyze']);
  assert.deepEqual(bench.api.received[0]?.body, { files: { 'requirements.txt': 'torch==2.1.0\n' } });
});

test('8.1 sends an empty list where no such file is: the refusal is the API’s', async () => {
  rmSync(path.join(bench.project, 'requirements.txt'));
  rmSync(path.join(bench.project, 'Dockerfile'));
  await bench.dumont(['ai-wizard', 'analyze']);
  assert.deepEqual(bench.api.received[0]?.body, { files: {} });
});
