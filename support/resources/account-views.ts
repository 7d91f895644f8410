import type { DumontWorld } from '../world';

/** One part of what an account has, which a feature may say to be as it was before the command. */
export interface AccountView {
  /** As a feature names it: `minhas instâncias`. */
  readonly written: string;
  /** What should be, for the message. */
  readonly wanted: string;
  /** State of each thing by its name, both as a message shows them. */
  look(world: DumontWorld): Promise<ReadonlyMap<string, string>>;
}

/** A job that moves from one of these to the next does so by itself: nobody changed it. */
const UNDER_WAY = ['pending', 'uploading', 'queued', 'running'];

/** The parts that can be compared. */
export const ACCOUNT_VIEWS: readonly AccountView[] = [
  {
    written: 'minhas instâncias',
    wanted: 'as instâncias deveriam continuar as mesmas',
    look: async (world) =>
      new Map(
        (await listed('listInstances', 'instances', world)).map(({ id, status, actual_status }) => [
          `a instância ${id}`,
          `${status}/${actual_status}`,
        ]),
      ),
  },
  {
    written: 'meus snapshots',
    wanted: 'os snapshots deveriam continuar os mesmos',
    look: async (world) =>
      new Map(
        (await listed('listSnapshots', 'snapshots', world)).map(({ id, short_id, ...rest }) => [
          `o snapshot ${short_id ?? id}`,
          JSON.stringify(rest),
        ]),
      ),
  },
  {
    written: 'meus treinos',
    wanted: 'os treinos deveriam continuar os mesmos',
    look: async (world) =>
      new Map(
        (await listed('listFinetuneJobs', 'jobs', world)).map(({ job_id, name, status }) => [
          `o job ${job_id} (${name})`,
          UNDER_WAY.includes(String(status)) ? 'em andamento' : String(status),
        ]),
      ),
  },
  {
    written: 'meus gastos',
    wanted: 'os gastos deveriam continuar os mesmos',
    async look(world) {
      const { total_hours, total_cost_dumont } = await world.ask<Item>('getSavingsSummary', { query: { period: 'all' } });
      return new Map([
        ['o total de horas', String(total_hours)],
        ['o custo total em US$', String(total_cost_dumont)],
      ]);
    },
  },
];

/** Source of the regular expression of a view in a sentence. */
export const VIEW_PATTERN = ACCOUNT_VIEWS.map(({ written }) => written).join('|');

/** Reads what matched VIEW_PATTERN. */
export function readView(text: string): AccountView {
  const view = ACCOUNT_VIEWS.find(({ written }) => written === text);
  if (!view) throw new Error(`não sei comparar "${text}".`);
  return view;
}

/** The views that some sentence of a scenario compares: they must be looked at before the command too. */
export function comparedViews(sentences: readonly string[]): AccountView[] {
  return ACCOUNT_VIEWS.filter(({ written }) => sentences.some((sentence) => sentence.startsWith(`${written} continuam `)));
}

/** What appeared, disappeared or is otherwise than before, one clause each. */
export function changesBetween(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [
    ...[...before].filter(([name]) => !after.has(name)).map(([name]) => `${name} sumiu`),
    ...[...after].filter(([name]) => !before.has(name)).map(([name]) => `${name} apareceu`),
    ...[...after]
      .filter(([name, state]) => before.has(name) && before.get(name) !== state)
      .map(([name, state]) => `${name} passou de ${before.get(name)} a ${state}`),
  ];
}

type Item = Readonly<Record<string, unknown>>;

async function listed(operationId: string, listName: string, world: DumontWorld): Promise<readonly Item[]> {
  const list = (await world.ask<Item>(operationId))[listName];
  if (!Array.isArray(list)) throw new Error(`a resposta de ${operationId} não tem a lista "${listName}".`);
  return list;
}
