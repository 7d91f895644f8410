import { loadContract } from '../../../contract/contract';

/** What the contract lets a request bring into being; a `standby` is the CPU that comes with an instance. */
export type ResourceKind = 'instance' | 'snapshot' | 'job' | 'standby';

/** Something on an account that outlives the scenario that made it. */
export interface CreatedResource {
  readonly kind: ResourceKind;
  readonly id: string;
}

/** One request that takes something back. */
export interface Undo {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  /** What a 409 says: nothing is left to end (a finished job), or not now (an instance that is still coming up). */
  readonly onConflict: 'done' | 'retry';
}

interface KindFacts {
  /** As a person reads it: `instância 7`. */
  readonly name: string;
  readonly undo: string;
  readonly parameter: string;
  readonly onConflict: Undo['onConflict'];
  /** The operation whose reply lists all that the account has of the kind. */
  readonly list: string;
}

const KINDS: Readonly<Record<ResourceKind, KindFacts>> = {
  instance: { name: 'instância', undo: 'deleteInstance', parameter: 'instance_id', onConflict: 'retry', list: 'listInstances' },
  snapshot: { name: 'snapshot', undo: 'deleteSnapshot', parameter: 'snapshot_id', onConflict: 'retry', list: 'listSnapshots' },
  job: { name: 'job', undo: 'cancelFinetuneJob', parameter: 'job_id', onConflict: 'done', list: 'listFinetuneJobs' },
  standby: {
    name: 'CPU standby da instância',
    undo: 'deleteStandbyAssociation',
    parameter: 'gpu_instance_id',
    onConflict: 'retry',
    list: 'listStandbyAssociations',
  },
};

/** @throws Error when the contract creates what nobody here knows how to take back */
export function kindNamed(name: string): ResourceKind {
  if (name in KINDS) return name as ResourceKind;
  throw new Error(`o contrato cria "${name}", mas o registro de limpeza não sabe desfazer isso.`);
}

/** `instância 7` */
export function nameOf({ kind, id }: CreatedResource): string {
  return `${KINDS[kind].name} ${id}`;
}

export function listOf(kind: ResourceKind): string {
  return KINDS[kind].list;
}

/** The request of the contract that ends a resource. */
export function undoOf({ kind, id }: CreatedResource): Undo {
  const { undo, parameter, onConflict } = KINDS[kind];
  const { method, path } = loadContract().operation(undo);
  return { method, path: path.replace(`{${parameter}}`, encodeURIComponent(id)), onConflict };
}

/** The command with which a person ends a resource; the request itself where no command does. */
export function removalOf(resource: CreatedResource): string {
  const { undo, parameter } = KINDS[resource.kind];
  const argv = loadContract().argvOf({ operationId: undo, params: { [parameter]: resource.id } });
  const { method, path } = undoOf(resource);
  return argv === null ? `${method} ${path}` : `dumont ${argv.join(' ')}`;
}
