import { roundTo } from '../domain/numbers';
import { gpusThatFit } from '../domain/training/advisor';
import { PREPARED_DATASET } from '../domain/training/datasets';
import { BASE_MODELS } from '../domain/training/finetune-models';
import type { Job } from '../domain/training/job';
import type { Schema } from '../domain/wire';
import type { Handler } from './handler';
import type { CallOf, ReplyOf } from './operations';
import { created, ok } from './replies';

/** The job as it stands at `now`, in the names of the wire. */
function wireJob(job: Job, now: Date): Schema<'Job'> {
  const { order, createdAt } = job;
  const progress = job.progressAt(now);
  const outputDir = `/outputs/${order.id}`;
  return {
    id: order.id,
    job_id: order.id,
    user_id: order.owner,
    name: order.name,
    status: progress.status,
    base_model: order.model.id,
    dataset_source: order.dataset.source,
    dataset_path: order.dataset.path,
    dataset_format: order.dataset.format,
    gpu_type: order.gpuType,
    num_gpus: order.numGpus,
    config: { base_model: order.model.id, ...order.numbers, output_dir: outputDir },
    current_epoch: progress.epoch,
    current_step: progress.step,
    total_steps: progress.totalSteps,
    loss: progress.loss ?? null,
    progress_percent: roundTo((100 * progress.step) / progress.totalSteps, 2),
    created_at: createdAt.toISOString(),
    started_at: progress.startedAt?.toISOString() ?? null,
    completed_at: progress.endedAt?.toISOString() ?? null,
    output_model_path: progress.status === 'completed' ? `${outputDir}/${order.name}` : null,
    error_message: progress.errorMessage ?? null,
  };
}

function listFinetuneModels({ platform }: CallOf<'listFinetuneModels'>): ReplyOf<'listFinetuneModels'> {
  const models = BASE_MODELS.map((model) => ({
    id: model.id,
    name: model.name,
    parameters: `${model.parameters}B`,
    min_vram: `${model.minVramGb}GB`,
    recommended_gpu: gpusThatFit(platform.market, model.minVramGb)[0]?.gpu_name ?? `any with ${model.minVramGb}GB`,
  }));
  return ok({ models });
}

function createFinetuneJob({ tenant, body }: CallOf<'createFinetuneJob'>): ReplyOf<'createFinetuneJob'> {
  const request = {
    name: body.job_name,
    modelId: body.model_id,
    dataset: { source: body.dataset_source, path: body.dataset_path, format: body.dataset_format },
    config: body.config ?? {},
    gpuType: body.gpu_type,
    numGpus: body.num_gpus,
  };
  const job = tenant.jobs.create(request, tenant.has('dataset') ? PREPARED_DATASET : undefined);
  return created(wireJob(job, job.createdAt));
}

function listFinetuneJobs({ tenant }: CallOf<'listFinetuneJobs'>): ReplyOf<'listFinetuneJobs'> {
  const now = tenant.clock.now();
  const jobs = tenant.jobs.list().map((job) => wireJob(job, now));
  return ok({ jobs, count: jobs.length });
}

function getFinetuneLogs({ tenant, params, query }: CallOf<'getFinetuneLogs', 'tail'>): ReplyOf<'getFinetuneLogs'> {
  const job = tenant.jobs.get(params.job_id);
  return ok({ job_id: job.order.id, logs: job.logAt(tenant.clock.now(), query.tail).join('\n') });
}

function cancelFinetuneJob({ tenant, params }: CallOf<'cancelFinetuneJob'>): ReplyOf<'cancelFinetuneJob'> {
  const { id } = tenant.jobs.cancel(params.job_id).order;
  return ok({ success: true, message: `Job ${id} cancelled`, id, job_id: id, status: 'cancelled' });
}

/** Journey 5: fine-tuning jobs of the account. */
export const finetuneHandlers: Record<string, Handler> = {
  listFinetuneModels,
  createFinetuneJob,
  listFinetuneJobs,
  getFinetuneLogs,
  cancelFinetuneJob,
};
