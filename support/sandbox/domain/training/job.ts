import { roundTo } from '../numbers';
import { Random } from '../random';
import type { Dataset } from './datasets';
import type { TrainingNumbers } from './finetune-config';
import type { BaseModel } from './finetune-models';

export type JobStatus = 'queued' | 'running' | 'completed' | 'failed' | 'cancelled';
export type JobEnding = Extract<JobStatus, 'completed' | 'failed' | 'cancelled'>;

/** What a training job was asked to do. */
export interface JobOrder {
  readonly id: string;
  readonly owner: string;
  readonly name: string;
  readonly model: BaseModel;
  readonly dataset: Dataset;
  readonly numbers: TrainingNumbers;
  readonly gpuType: string;
  readonly numGpus: number;
}

/** How far a job has come at one moment; `loss` is undefined before its first step. */
export interface JobProgress {
  readonly status: JobStatus;
  readonly epoch: number;
  readonly step: number;
  readonly totalSteps: number;
  readonly loss: number | undefined;
  readonly startedAt: Date | undefined;
  readonly endedAt: Date | undefined;
  readonly errorMessage: string | undefined;
}

/**
 * One training job. Where it stands follows from the time alone: queued, then running one step after another. It never ends by itself
 * (resolutions J5 c): `end` says when and how, until then the last step is not taken.
 */
export class Job {
  readonly stepsPerEpoch: number;
  readonly totalSteps: number;
  private ending: { readonly how: JobEnding; readonly at: number } | undefined;

  constructor(
    readonly order: JobOrder,
    readonly createdAt: Date,
    private startsAt: number,
    private readonly stepMs: number,
  ) {
    const { batch_size, gradient_accumulation_steps, epochs } = order.numbers;
    this.stepsPerEpoch = Math.ceil(order.dataset.rows / (batch_size * gradient_accumulation_steps * order.numGpus));
    this.totalSteps = this.stepsPerEpoch * epochs;
  }

  statusAt(now: Date): JobStatus {
    if (this.ending !== undefined) return this.ending.how;
    return now.getTime() < this.startsAt ? 'queued' : 'running';
  }

  /** Ends the job now; a job that was still queued and completes or fails counts as started now. */
  end(how: JobEnding, now: Date): void {
    if (how !== 'cancelled') this.startsAt = Math.min(this.startsAt, now.getTime());
    this.ending = { how, at: now.getTime() };
  }

  progressAt(now: Date): JobProgress {
    const step = this.stepAt(now);
    const status = this.statusAt(now);
    const started = this.startsAt <= this.lastMoment(now);
    return {
      status,
      epoch: started ? Math.min(this.order.numbers.epochs, Math.floor(step / this.stepsPerEpoch) + 1) : 0,
      step,
      totalSteps: this.totalSteps,
      loss: step === 0 ? undefined : this.lossOf(step),
      startedAt: started ? new Date(this.startsAt) : undefined,
      endedAt: this.ending && new Date(this.ending.at),
      errorMessage: status === 'failed' ? `Training stopped at step ${step}/${this.totalSteps}` : undefined,
    };
  }

  /** The last `tail` lines of the log, each `[ISO time] text`; the first line of all names the model and the dataset. */
  logAt(now: Date, tail: number): string[] {
    const step = this.stepAt(now);
    const { model, dataset, name, numGpus, gpuType } = this.order;
    const intro = [
      stamped(this.createdAt.getTime(), `job ${name} queued: ${model.id} on ${dataset.source} dataset ${dataset.path}`),
    ];
    if (this.startsAt <= this.lastMoment(now)) {
      intro.push(stamped(this.startsAt, `training started on ${numGpus}x ${gpuType}, ${dataset.rows} ${dataset.format} rows`));
    }
    const outro = this.ending === undefined ? [] : [stamped(this.ending.at, this.farewell(this.ending.how, step))];
    const firstStep = Math.max(1, step - tail + 1);
    const steps = Array.from({ length: step - firstStep + 1 }, (_, index) => this.stepLine(firstStep + index));
    return [...intro, ...steps, ...outro].slice(-tail);
  }

  private lastMoment(now: Date): number {
    return Math.min(now.getTime(), this.ending?.at ?? Number.POSITIVE_INFINITY);
  }

  private stepAt(now: Date): number {
    if (this.ending?.how === 'completed') return this.totalSteps;
    const running = this.lastMoment(now) - this.startsAt;
    return Math.max(0, Math.min(this.totalSteps - 1, Math.floor(running / this.stepMs)));
  }

  /** Falls from about 2.3 towards 0.6, with the small ups and downs of a real run; the same step always has the same loss. */
  private lossOf(step: number): number {
    const noise = new Random(`${this.order.id}/${step}`).between(-0.04, 0.04);
    return roundTo(0.6 + 1.7 * Math.exp((-4 * step) / this.totalSteps) + noise, 4);
  }

  private stepLine(step: number): string {
    const at = Math.min(this.startsAt + step * this.stepMs, this.ending?.at ?? Number.POSITIVE_INFINITY);
    return stamped(at, `step ${step}/${this.totalSteps} loss ${this.lossOf(step).toFixed(4)}`);
  }

  private farewell(how: JobEnding, step: number): string {
    if (how === 'completed') return `training completed: ${this.totalSteps} steps`;
    return how === 'failed'
      ? `training failed at step ${step}/${this.totalSteps}`
      : `cancelled by the user at step ${step}/${this.totalSteps}`;
  }
}

const stamped = (at: number, text: string): string => `[${new Date(at).toISOString()}] ${text}`;
