import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DomainError } from '../errors';
import { PREPARED_DATASET } from './datasets';
import { JobBook, type JobRequest } from './finetune';
import { trainingNumbers } from './finetune-config';
import { BASE_MODELS } from './finetune-models';

const TIMINGS = { jobStart: 80, jobStep: 40 };
const REQUEST: JobRequest = { name: 'my-lora', modelId: 'unsloth/llama-3-8b-bnb-4bit' };
const refusal = (status: number) => (error: unknown) => error instanceof DomainError && error.status === status;

function account() {
  let moment = Date.parse('2026-03-02T10:00:00Z');
  const clock = { now: () => new Date(moment) };
  const jobs = new JobBook('ana@example.com', clock, TIMINGS);
  return { jobs, clock, wait: (ms: number) => (moment += ms) };
}

describe('training job', () => {
  it('waits in the queue, runs step by step and never ends by itself', () => {
    const { jobs, clock, wait } = account();
    const job = jobs.create(REQUEST, PREPARED_DATASET);
    const stepNow = () => job.progressAt(clock.now()).step;
    assert.equal(job.statusAt(clock.now()), 'queued');
    wait(79);
    assert.deepEqual([job.statusAt(clock.now()), job.progressAt(clock.now()).startedAt], ['queued', undefined]);
    wait(1);
    assert.deepEqual([job.statusAt(clock.now()), stepNow()], ['running', 0]);
    wait(41);
    assert.equal(stepNow(), 1);
    wait(10 * 40);
    assert.equal(stepNow(), 11);
    wait(1e9);
    assert.deepEqual([job.statusAt(clock.now()), stepNow()], ['running', job.totalSteps - 1]);
  });

  it('stays queued when it is held, and cancelled there it never started; the one after it runs', () => {
    const { jobs, clock, wait } = account();
    jobs.holdNext();
    const { order } = jobs.create(REQUEST, PREPARED_DATASET);
    wait(1e6);
    assert.equal(jobs.get(order.id).statusAt(clock.now()), 'queued');
    assert.equal(jobs.get(order.id).logAt(clock.now(), 100).length, 1);
    const { status, step, startedAt } = jobs.cancel(order.id).progressAt(clock.now());
    assert.deepEqual([status, step, startedAt], ['cancelled', 0, undefined]);
    const next = jobs.create(REQUEST, PREPARED_DATASET);
    wait(80);
    assert.equal(next.statusAt(clock.now()), 'running');
  });

  it('takes as many steps as its dataset, batches and GPUs ask for', () => {
    const { jobs } = account();
    const rows = { ...PREPARED_DATASET, rows: 1001 };
    assert.equal(jobs.create(REQUEST, rows).totalSteps, 126);
    const config = { epochs: 3, batch_size: 4, gradient_accumulation_steps: 1 };
    assert.equal(jobs.create({ ...REQUEST, config, numGpus: 2 }, rows).totalSteps, 3 * 126);
  });

  it('logs a line per step, names model and dataset first, and learns', () => {
    const { jobs, clock, wait } = account();
    const job = jobs.create(REQUEST, PREPARED_DATASET);
    assert.match(job.logAt(clock.now(), 100)[0] ?? '', /unsloth\/llama-3-8b-bnb-4bit .* datasets\/instructions\.jsonl/);
    wait(80 + 40 * 3);
    const early = job.logAt(clock.now(), 100);
    assert.deepEqual([early.length, early.at(-1)?.match(/step (\d+)\/6501 loss (\d\.\d{4})$/)?.[1]], [5, '3']);
    for (const line of early) assert.match(line, /^\[\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\] \S/);
    wait(40 * 4);
    const grown = job.logAt(clock.now(), 100);
    assert.deepEqual(grown.slice(0, early.length), early);
    assert.equal(grown.length, early.length + 4);
    assert.deepEqual(job.logAt(clock.now(), 2), grown.slice(-2));
    wait(40 * 5000);
    const lossOf = (line = ''): number => Number(line.split('loss ')[1]);
    assert.ok(lossOf(job.logAt(clock.now(), 1)[0]) < lossOf(early.at(-1)) - 1);
    assert.equal(job.logAt(clock.now(), 100).length, 100);
  });

  it('stops where it was cancelled', () => {
    const { jobs, clock, wait } = account();
    const { order } = jobs.create(REQUEST, PREPARED_DATASET);
    wait(80 + 40 * 7 + 5);
    const job = jobs.cancel(order.id);
    const log = job.logAt(clock.now(), 100);
    assert.match(log.at(-1) ?? '', /cancelled by the user at step 7\//);
    wait(60_000);
    assert.deepEqual(job.logAt(clock.now(), 100), log);
    const { status, step, endedAt } = job.progressAt(clock.now());
    assert.deepEqual([status, step, endedAt?.toISOString()], ['cancelled', 7, '2026-03-02T10:00:00.365Z']);
  });

  it('can be cancelled in the queue, and then never started', () => {
    const { jobs, clock, wait } = account();
    const job = jobs.create(REQUEST, PREPARED_DATASET);
    wait(10);
    jobs.cancel(job.order.id);
    wait(10_000);
    const { status, startedAt, step } = job.progressAt(clock.now());
    assert.deepEqual([status, startedAt, step], ['cancelled', undefined, 0]);
    assert.equal(job.logAt(clock.now(), 100).length, 2);
  });

  it('ends once: completed with all its steps, or failed where it was', () => {
    for (const how of ['completed', 'failed'] as const) {
      const { jobs, clock, wait } = account();
      const job = jobs.create(REQUEST, PREPARED_DATASET);
      wait(80 + 40 * 2);
      jobs.finish(job.order.id, how);
      wait(1000);
      const { status, step, errorMessage } = job.progressAt(clock.now());
      assert.deepEqual([status, step], [how, how === 'completed' ? job.totalSteps : 2]);
      assert.equal(errorMessage !== undefined, how === 'failed');
      assert.throws(() => jobs.cancel(job.order.id), refusal(409));
      assert.throws(() => jobs.finish(job.order.id, 'completed'), refusal(409));
      assert.equal(job.statusAt(clock.now()), how);
    }
  });

  it('has a start even when it is finished while still in the queue', () => {
    const { jobs, clock } = account();
    const job = jobs.create(REQUEST, PREPARED_DATASET);
    jobs.finish(job.order.id, 'completed');
    assert.deepEqual(job.progressAt(clock.now()).startedAt, clock.now());
  });
});

describe('job book', () => {
  it("lists the newest first and knows no other account's jobs", () => {
    const { jobs, wait } = account();
    const other = account();
    const first = jobs.create(REQUEST, PREPARED_DATASET);
    wait(5);
    const second = jobs.create({ ...REQUEST, name: 'second' }, PREPARED_DATASET);
    assert.deepEqual(jobs.list(), [second, first]);
    assert.match(first.order.id, /^[0-9a-f]{8}$/);
    assert.deepEqual(other.jobs.list(), []);
    for (const act of ['get', 'cancel'] as const) assert.throws(() => other.jobs[act](first.order.id), refusal(404));
  });

  it('refuses what the contract does not allow with 422', () => {
    const { jobs } = account();
    const wrong: Partial<JobRequest>[] = [
      { name: '' },
      { name: 'x'.repeat(101) },
      { modelId: 'unsloth/gpt-9' },
      { modelId: 'llama-3-8b' },
      { gpuType: 'xyz' },
      { numGpus: 0 },
      { numGpus: 9 },
      { config: { lora_rank: 3 } },
      { config: { epochs: 1.5 } },
    ];
    for (const part of wrong) {
      assert.throws(() => jobs.create({ ...REQUEST, ...part }, PREPARED_DATASET), refusal(422), JSON.stringify(part));
    }
    assert.deepEqual(jobs.list(), []);
    jobs.create({ ...REQUEST, name: 'x'.repeat(100), gpuType: 'h100_pcie', numGpus: 8 }, PREPARED_DATASET);
    assert.equal(jobs.list()[0]?.order.gpuType, 'H100 PCIE');
  });

  it('takes the edges of every range and names each number that is outside', () => {
    const { lora_rank, weight_decay } = trainingNumbers({ lora_rank: 128, weight_decay: 0 });
    assert.deepEqual([lora_rank, weight_decay, trainingNumbers().learning_rate], [128, 0, 0.0002]);
    assert.throws(
      () => trainingNumbers({ batch_size: 33, learning_rate: 0.1 }),
      (error) => {
        assert.ok(error instanceof DomainError && Array.isArray(error.details));
        assert.deepEqual(
          error.details.map(({ loc }) => loc.at(-1)),
          ['learning_rate', 'batch_size'],
        );
        return true;
      },
    );
  });

  it('learns from the named dataset, else from the prepared one, else refuses with 400', () => {
    const { jobs } = account();
    const datasetOf = (dataset: JobRequest['dataset'] = {}, prepared = true) =>
      jobs.create({ ...REQUEST, dataset }, prepared ? PREPARED_DATASET : undefined).order.dataset;
    assert.deepEqual(datasetOf(), PREPARED_DATASET);
    assert.equal(datasetOf({ format: 'sharegpt' }).format, 'sharegpt');
    const named = datasetOf({ source: 'huggingface', path: 'yahma/alpaca-cleaned' }, false);
    assert.deepEqual([named.source, named.path, named.format], ['huggingface', 'yahma/alpaca-cleaned', 'alpaca']);
    assert.ok(named.rows > 0 && named.rows === datasetOf({ source: 'huggingface', path: 'yahma/alpaca-cleaned' }).rows);
    assert.throws(() => datasetOf({}, false), refusal(400));
    assert.throws(() => datasetOf({ format: 'raw' }, false), refusal(400));
    assert.throws(() => datasetOf({ source: 'url' }), refusal(400));
  });

  it('knows six models, all of Unsloth', () => {
    assert.equal(new Set(BASE_MODELS.filter(({ id }) => id.startsWith('unsloth/')).map(({ id }) => id)).size, 6);
  });
});
