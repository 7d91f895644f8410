import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock';
import { DomainError, invalidField } from '../errors';
import { findGpu } from '../market/catalogue';
import type { Timings } from '../timings';
import { chosenDataset, type Dataset, type DatasetRequest } from './datasets';
import { type TrainingNumbers, trainingNumbers } from './finetune-config';
import { modelById } from './finetune-models';
import { Job, type JobEnding } from './job';

/** What a request for a training job says; what is left out gets the contract's default. */
export interface JobRequest {
  readonly name: string;
  readonly modelId: string;
  readonly dataset?: DatasetRequest;
  readonly config?: Partial<TrainingNumbers>;
  readonly gpuType?: string | undefined;
  readonly numGpus?: number | undefined;
}

const LONGEST_NAME = 100;
const MOST_GPUS = 8;

/** The training jobs of one account; another account's ids are unknown here, hence 404. */
export class JobBook {
  private readonly jobs = new Map<string, Job>();
  private nextIsHeld = false;

  constructor(
    private readonly owner: string,
    private readonly clock: Clock,
    private readonly timings: Pick<Timings, 'jobStart' | 'jobStep'>,
  ) {}

  /**
   * Queues a job; it runs after `timings.jobStart` ms. `prepared` is the account's own dataset, if it has one. 422 for a name, model, GPU or
   * number that is not allowed, 400 without a dataset.
   */
  create(request: JobRequest, prepared: Dataset | undefined): Job {
    const { name, modelId, gpuType = 'A100', numGpus = 1 } = request;
    if (name.length < 1 || name.length > LONGEST_NAME) {
      throw invalidField(['body', 'job_name'], `must have 1 to ${LONGEST_NAME} characters`, name);
    }
    const model = modelById(modelId);
    if (model === undefined) throw invalidField(['body', 'model_id'], 'unknown base model', modelId);
    const gpu = findGpu(gpuType);
    if (gpu === undefined) throw invalidField(['body', 'gpu_type'], 'unknown GPU', gpuType);
    if (!Number.isInteger(numGpus) || numGpus < 1 || numGpus > MOST_GPUS) {
      throw invalidField(['body', 'num_gpus'], `must be from 1 to ${MOST_GPUS}`, numGpus);
    }
    const numbers = trainingNumbers(request.config);
    const dataset = chosenDataset(request.dataset ?? {}, prepared);
    const createdAt = this.clock.now();
    const order = { id: this.freshId(), owner: this.owner, name, model, dataset, numbers, gpuType: gpu.name, numGpus };
    const startsAt = this.nextIsHeld ? Number.POSITIVE_INFINITY : createdAt.getTime() + this.timings.jobStart;
    const job = new Job(order, createdAt, startsAt, this.timings.jobStep);
    this.nextIsHeld = false;
    this.jobs.set(order.id, job);
    return job;
  }

  /** The next job stays queued: no GPU comes free for it. */
  holdNext(): void {
    this.nextIsHeld = true;
  }

  /** The account's jobs, newest first. */
  list(): Job[] {
    return [...this.jobs.values()].reverse();
  }

  /** The job with that id; 404 when the account has none such. */
  get(id: string): Job {
    const job = this.jobs.get(id);
    if (job === undefined) throw new DomainError(404, `Job not found: ${id}`);
    return job;
  }

  /** Stops a queued or running job; 404 unknown, 409 when it has already ended. */
  cancel(id: string): Job {
    return this.end(id, 'cancelled');
  }

  /** Lets a job reach its end, which nothing else does (resolutions J5 c: the control channel); 404 unknown, 409 when it has already ended. */
  finish(id: string, how: Exclude<JobEnding, 'cancelled'>): Job {
    return this.end(id, how);
  }

  private end(id: string, how: JobEnding): Job {
    const job = this.get(id);
    const now = this.clock.now();
    const status = job.statusAt(now);
    if (status !== 'queued' && status !== 'running') throw new DomainError(409, `Job ${id} is already ${status}`);
    job.end(how, now);
    return job;
  }

  private freshId(): string {
    const id = randomBytes(4).toString('hex');
    return this.jobs.has(id) ? this.freshId() : id;
  }
}
