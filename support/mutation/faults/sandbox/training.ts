import { edit, sandboxFault as fault } from '../building';
import type { SourceFault } from '../fault';

/** Fine-tuning jobs and their logs, and the advisor. */
export const TRAINING_FAULTS: readonly SourceFault[] = [
  fault(
    'cancelled-job-goes-on',
    [5],
    'um treino cancelado continua treinando',
    edit(
      'domain/training/job.ts',
      'return Math.min(now.getTime(), this.ending?.at ?? Number.POSITIVE_INFINITY);',
      'return now.getTime();',
    ),
  ),
  fault(
    'finished-job-can-be-cancelled',
    [5],
    'cancela-se um treino que já terminou',
    edit('domain/training/finetune.ts', "if (status !== 'queued' && status !== 'running')", "if (status === 'cancelled')"),
  ),
  fault(
    'refused-cancel-still-cancels',
    [5],
    'cancelar um treino concluído é recusado, mas ele passa a cancelado',
    edit('domain/training/finetune.ts', "    if (status !== 'queued'", "    job.end(how, now);\n    if (status !== 'queued'"),
    edit('domain/training/finetune.ts', '    job.end(how, now);\n    return job;', '    return job;'),
  ),
  fault(
    'queued-job-cannot-be-cancelled',
    [5],
    'não se cancela um treino que ainda está na fila',
    edit('domain/training/finetune.ts', "status !== 'queued' && status !== 'running'", "status !== 'running'"),
  ),
  fault(
    'cancel-takes-the-newest',
    [5],
    'cancelar um treino cancela o mais novo, e não o pedido',
    edit(
      'domain/training/finetune.ts',
      "return this.end(id, 'cancelled');",
      "return this.end(this.get(id) && (this.list()[0]?.order.id ?? id), 'cancelled');",
    ),
  ),
  fault(
    'tail-ignored',
    [5],
    'os logs ignoram quantas linhas foram pedidas',
    edit('handlers/finetune.ts', 'query.tail)', '1000)'),
  ),
  fault(
    'logs-from-the-beginning',
    [5],
    'os logs trazem as primeiras linhas em vez das últimas',
    edit('domain/training/job.ts', 'const firstStep = Math.max(1, step - tail + 1);', 'const firstStep = 1;'),
    edit('domain/training/job.ts', '...outro].slice(-tail)', '...outro].slice(0, tail)'),
  ),
  fault(
    'logs-of-the-newest-job',
    [5],
    'os logs são sempre os do treino mais novo',
    edit('handlers/finetune.ts', 'logs: job.logAt(', 'logs: (tenant.jobs.list()[0] ?? job).logAt('),
  ),
  fault(
    'jobs-oldest-first',
    [5],
    'a lista de treinos vem do mais antigo para o mais novo',
    edit('domain/training/finetune.ts', '[...this.jobs.values()].reverse()', '[...this.jobs.values()]'),
  ),
  fault(
    'unknown-model-accepted',
    [5],
    'treina-se um modelo que não existe: o primeiro da lista entra no lugar dele',
    edit(
      'domain/training/finetune-models.ts',
      'return BASE_MODELS.find((model) => model.id === id);',
      'return BASE_MODELS.find((model) => model.id === id) ?? BASE_MODELS[0];',
    ),
  ),
  fault(
    'dataset-not-needed',
    [5],
    'um treino começa sem dataset nenhum',
    edit('handlers/finetune.ts', "tenant.has('dataset') ? PREPARED_DATASET : undefined", 'PREPARED_DATASET'),
  ),
  fault(
    'refused-job-stays-queued',
    [5],
    'sem dataset o treino é recusado, mas fica na lista',
    edit(
      'handlers/finetune.ts',
      "const job = tenant.jobs.create(request, tenant.has('dataset') ? PREPARED_DATASET : undefined);",
      "const job = tenant.jobs.create(request, PREPARED_DATASET);\n  if (!tenant.has('dataset') && body.dataset_path === undefined) tenant.jobs.create(request, undefined);",
    ),
  ),
  fault(
    'dataset-path-ignored',
    [5],
    'o treino usa o dataset da conta, e não o que foi pedido',
    edit('handlers/finetune.ts', 'path: body.dataset_path', 'path: undefined'),
    edit('handlers/finetune.ts', 'source: body.dataset_source', 'source: undefined'),
  ),
  fault(
    'training-config-ignored',
    [5],
    'a configuração do treino é ignorada: vale sempre a padrão',
    edit('handlers/finetune.ts', 'config: body.config ?? {}', 'config: {}'),
  ),
  fault(
    'training-gpu-ignored',
    [5],
    'o treino roda sempre na GPU padrão, e não na pedida',
    edit('handlers/finetune.ts', 'gpuType: body.gpu_type', 'gpuType: undefined'),
  ),
  fault(
    'last-model-missing',
    [5],
    'a lista de modelos base perde o último',
    edit('handlers/finetune.ts', 'BASE_MODELS.map((model)', 'BASE_MODELS.slice(0, -1).map((model)'),
  ),
  fault(
    'advisor-recommends-the-dearest',
    [5, 8],
    'o conselheiro recomenda a GPU mais cara que serve',
    edit('domain/training/advisor.ts', 'one.price_per_hour - other.price_per_hour', 'other.price_per_hour - one.price_per_hour'),
  ),
  fault(
    'advisor-ignores-the-size',
    [5, 8],
    'o conselheiro recomenda para o modelo de 70B a GPU do de 8B',
    edit(
      'domain/training/task-need.ts',
      'const meant = inTheTask.length > 0 || strays.length > 0 ? inTheTask : [family.variants[0]];',
      'const meant = [family.variants[0]];',
    ),
  ),
  fault(
    'advisor-underrates-the-unknown',
    [5, 8],
    'o conselheiro dá 12 GB de VRAM, e não 24, a uma tarefa que não diz o modelo',
    edit('domain/training/task-need.ts', 'const VRAM_OF_THE_UNKNOWN_GB = 24;', 'const VRAM_OF_THE_UNKNOWN_GB = 12;'),
  ),
  fault(
    'advisor-accepts-no-task',
    [5, 8],
    'o conselheiro recomenda uma GPU para uma tarefa em branco',
    edit(
      'domain/training/advisor.ts',
      "  if (task.trim() === '') throw",
      "  if (task.trim() === '' && task.length > 1000) throw",
    ),
  ),
];
