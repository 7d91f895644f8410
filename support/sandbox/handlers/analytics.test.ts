import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { checkExchange } from '../../contract/checker';
import { loadContract } from '../../contract/contract';
import { readRequest } from '../../contract/request';
import { Platform } from '../domain/accounts/platform';
import { DomainError } from '../domain/errors';
import { Market } from '../domain/market/market';
import { DEFAULT_TIMINGS } from '../domain/timings';
import { advisorHandlers } from './advisor';
import { agentHandlers } from './agents';
import { finetuneHandlers } from './finetune';
import type { Call, Handler, Reply } from './handler';
import { healthHandlers } from './health';
import { metricsHandlers } from './metrics';
import { savingsHandlers } from './savings';
import { spotHandlers } from './spot';
import { analysisHandlers } from './wizard';

const HANDLERS: Record<string, Handler> = {
  ...spotHandlers,
  ...metricsHandlers,
  ...savingsHandlers,
  ...finetuneHandlers,
  ...advisorHandlers,
  ...analysisHandlers,
  ...healthHandlers,
  ...agentHandlers,
};

const root = mkdtempSync(path.join(tmpdir(), 'analytics-'));
after(() => rmSync(root, { recursive: true, force: true }));

/** A backend whose clock the test moves, with one account that has everything. */
function backend({ seed = 'dumont', at = '2026-03-02T09:41:07Z' } = {}) {
  let moment = new Date(at).getTime();
  const clock = { now: () => new Date(moment) };
  const platform = new Platform(clock, DEFAULT_TIMINGS, new Market(seed, clock.now()), mkdtempSync(path.join(root, 'platform-')));
  const tenant = platform.register('ana@example.com', 'password', [
    'vast_key',
    'balance',
    'storage',
    'gcp',
    'dataset',
    'history',
  ]);
  /** Answers as the server would: defaults filled in by the contract, a refusal as an error body. */
  const call = async (method: string, target: string, sent?: unknown): Promise<Reply> => {
    const url = new URL(target, 'http://sandbox');
    const matched = loadContract().match(method, url.pathname);
    assert.ok(matched, `${method} ${target} is in the contract`);
    const { params, query, request } = readRequest(matched.operation, matched.params, url.searchParams, sent);
    const handler = HANDLERS[matched.operation.id] as (call: Call) => Reply | Promise<Reply>;
    const reply = await refusalAsReply(() => handler({ platform, tenant, params, query, body: request as never }));
    const mismatches = await checkExchange({
      method,
      path: url.pathname,
      query: url.searchParams,
      requestBody: sent,
      status: reply.status,
      responseBody: JSON.parse(JSON.stringify(reply.body)),
    });
    assert.deepEqual(
      mismatches.map(({ sentence }) => sentence),
      [],
      `${method} ${target}`,
    );
    return reply;
  };
  return { platform, tenant, call, wait: (ms: number) => (moment += ms) };
}

async function refusalAsReply(answer: () => Reply | Promise<Reply>): Promise<Reply> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { status, message, details } = error;
    return { status, body: details === undefined ? { error: message } : { error: message, details } };
  }
}

const READS = [
  '/api/v1/metrics/spot/prediction/rtx4090',
  '/api/v1/metrics/spot/prediction/a100_pcie',
  '/api/v1/metrics/spot/monitor',
  '/api/v1/metrics/spot/monitor?gpu_name=rtx-4090',
  '/api/v1/metrics/spot/monitor?gpu_name=voodoo2',
  '/api/v1/metrics/spot/reliability',
  '/api/v1/metrics/spot/reliability?gpu_name=rtx3090&min_score=90&limit=3',
  '/api/v1/metrics/spot/reliability?gpu_name=voodoo2',
  '/api/v1/metrics/spot/llm-gpus',
  '/api/v1/metrics/spot/llm-gpus?min_vram=24&max_price=1',
  '/api/v1/metrics/spot/llm-gpus?model_size=13b',
  '/api/v1/metrics/spot/llm-gpus?max_price=0.01',
  '/api/v1/metrics/spot/safe-windows/rtx4090',
  '/api/v1/metrics/spot/safe-windows/L4',
  '/api/v1/metrics/spot/availability',
  '/api/v1/metrics/spot/availability?gpu_name=h100&min_available=2',
  '/api/v1/metrics/spot/availability?min_available=500',
  '/api/v1/metrics/spot/training-cost?model=llama-3-8b',
  '/api/v1/metrics/spot/training-cost?model=unsloth/Qwen2-7B-bnb-4bit&min_vram=24&max_price=0.5',
  '/api/v1/metrics/spot/training-cost?model=phi-3-mini&max_price=0.01',
  '/api/v1/metrics/market',
  '/api/v1/metrics/market?gpu_name=rtx4090&machine_type=interruptible&hours=168&limit=1000',
  '/api/v1/metrics/market?machine_type=bid',
  '/api/v1/metrics/efficiency',
  '/api/v1/metrics/efficiency?gpu_name=rtx4090&verified_only=true&max_price=0.5&min_reliability=0.9&geolocation=eu',
  '/api/v1/metrics/providers',
  '/api/v1/metrics/providers?verified_only=true&order_by=price_stability_score&limit=200',
  '/api/v1/metrics/providers?geolocation=US&min_reliability=0.9&min_observations=330&order_by=total_observations',
  '/api/v1/metrics/savings/real',
  '/api/v1/metrics/savings/real?days=3',
  '/api/v1/savings/summary',
  '/api/v1/savings/summary?period=day',
  '/api/v1/savings/breakdown?period=all',
  '/api/v1/savings/history?months=24',
  '/api/v1/savings/comparison',
  '/api/v1/savings/comparison/rtx4090',
  '/api/v1/savings/comparison/L4',
  '/api/v1/hibernation/stats',
  '/api/v1/finetune/models',
  '/api/v1/finetune/jobs',
  '/api/v1/agent/status',
  '/health',
];

describe('analytics against the contract', () => {
  for (const seed of ['dumont', 'a second market', 'a third market']) {
    it(`keeps every promise of every reply in the market "${seed}"`, async () => {
      const { call } = backend({ seed, at: '2027-01-03T23:59:59Z' });
      for (const target of READS) assert.equal((await call('GET', target)).status, 200, target);
    });
  }

  it('answers zeros and empty lists, not errors, for an account without history', async () => {
    const { call, tenant } = backend();
    tenant.set('history', false);
    for (const target of READS.filter((read) => /savings|hibernation/.test(read))) {
      assert.equal((await call('GET', target)).status, 200, target);
    }
    const { body } = await call('GET', '/api/v1/savings/summary');
    assert.equal((body as { total_savings: number }).total_savings, 0);
  });

  it('refuses an unknown GPU in a path with 404, an unknown model with 422', async () => {
    const { call } = backend();
    assert.equal((await call('GET', '/api/v1/metrics/spot/prediction/xyz')).status, 404);
    assert.equal((await call('GET', '/api/v1/metrics/spot/safe-windows/cpu')).status, 404);
    assert.equal((await call('GET', '/api/v1/metrics/spot/training-cost?model=gpt-9')).status, 422);
  });

  it('follows a training job from the queue to its cancellation', async () => {
    const { call, wait } = backend();
    const asked = { job_name: 'my-lora', model_id: 'unsloth/llama-3-8b-bnb-4bit', gpu_type: 'rtx4090' };
    const created = await call('POST', '/api/v1/finetune/jobs', asked);
    const { job_id, gpu_type, user_id } = created.body as { job_id: string; gpu_type: string; user_id: string };
    assert.deepEqual([created.status, gpu_type, user_id], [201, 'RTX 4090', 'ana@example.com']);

    wait(DEFAULT_TIMINGS.jobStart + 10 * DEFAULT_TIMINGS.jobStep);
    const { jobs } = (await call('GET', '/api/v1/finetune/jobs')).body as { jobs: { status: string; current_step: number }[] };
    assert.deepEqual(
      jobs.map(({ status, current_step }) => [status, current_step]),
      [['running', 10]],
    );
    const { logs } = (await call('GET', `/api/v1/finetune/jobs/${job_id}/logs?tail=5`)).body as { logs: string };
    assert.match(logs, /step 6\/\d+ loss [\d.]+\n.*\n.*\n.*\n.*step 10\//);

    assert.equal((await call('POST', `/api/v1/finetune/jobs/${job_id}/cancel`)).status, 200);
    assert.equal((await call('POST', `/api/v1/finetune/jobs/${job_id}/cancel`)).status, 409);
    assert.equal((await call('POST', '/api/v1/finetune/jobs/00000000/cancel')).status, 404);
    assert.equal((await call('GET', '/api/v1/finetune/jobs/00000000/logs')).status, 404);
    await call('GET', '/api/v1/finetune/jobs');
  });

  it('asks for a dataset when the account has none prepared', async () => {
    const { call, tenant } = backend();
    tenant.set('dataset', false);
    const asked = { job_name: 'my-lora', model_id: 'unsloth/gemma-7b-bnb-4bit' };
    assert.equal((await call('POST', '/api/v1/finetune/jobs', asked)).status, 400);
    const named = { ...asked, dataset_source: 'huggingface', dataset_path: 'yahma/alpaca-cleaned' };
    assert.equal((await call('POST', '/api/v1/finetune/jobs', named)).status, 201);
  });

  it('keeps the promises of the advisor for every kind of task', async () => {
    const { call } = backend();
    const tasks = ['Train Llama 3 8B with LoRA', 'Run inference with Flux.1', 'Full fine-tune of a 13B model', 'something'];
    for (const task of tasks) assert.equal((await call('POST', '/api/v1/advisor/recommend', { task })).status, 200, task);
    assert.equal((await call('POST', '/api/v1/advisor/recommend', { task: '  ' })).status, 422);
    assert.equal((await call('POST', '/api/v1/advisor/recommend', { task: 'Serve a 900B model' })).status, 422);
  });

  it('recommends for each base model the GPU that the advisor would', async () => {
    const { call } = backend();
    const { models } = (await call('GET', '/api/v1/finetune/models')).body as {
      models: { name: string; recommended_gpu: string }[];
    };
    for (const { name, recommended_gpu } of models) {
      const advice = await call('POST', '/api/v1/advisor/recommend', { task: `Train ${name} with LoRA` });
      assert.equal(
        (advice.body as { gpu_recommendation: { gpu_name: string } }).gpu_recommendation.gpu_name,
        recommended_gpu,
        name,
      );
    }
  });

  it('analyses what a project sends and says what is missing', async () => {
    const { call } = backend();
    const files = { 'requirements.txt': 'torch==2.1.0\ndiffusers==0.30.0\n' };
    assert.equal((await call('POST', '/api/v1/ai-wizard/analyze', { files })).status, 200);
    const nothing = await call('POST', '/api/v1/ai-wizard/analyze', { files: {} });
    assert.equal(nothing.status, 422);
    assert.match((nothing.body as { error: string }).error, /requirements\.txt or Dockerfile/);
  });

  it('shows a degraded dependency in the health and in the agents, and an offline database as 503', async () => {
    const { call, platform } = backend();
    assert.equal(((await call('GET', '/health')).body as { status: string }).status, 'healthy');
    platform.dependencies.set('vast', 'offline');
    assert.equal(((await call('GET', '/health')).body as { status: string }).status, 'degraded');
    const { agents } = (await call('GET', '/api/v1/agent/status')).body as { agents: { name: string; status: string }[] };
    assert.equal(agents.find(({ name }) => name === 'market-monitor')?.status, 'offline');
    assert.equal(agents.find(({ name }) => name === 'price-predictor')?.status, 'healthy');
    assert.equal((await call('GET', '/api/v1/metrics/spot/monitor')).status, 200);
    platform.dependencies.set('database', 'offline');
    assert.equal((await call('GET', '/health')).status, 503);
    assert.equal((await call('GET', '/api/v1/metrics/spot/monitor')).status, 503);
    assert.equal((await call('GET', '/api/v1/savings/summary')).status, 503);
  });
});
