import type { DumontWorld } from '../../world';
import type { Resource } from './resource';

/** One part of what an account has, which a feature may say to be as it was before the command. */
export interface AccountView {
  /** As a feature names it: `minhas instâncias`. */
  readonly written: string;
  /** What they are, for a message: `as instâncias`. */
  readonly things: string;
  /** How they continue: `as mesmas`. */
  readonly same: string;
  /** The name, in what `look` gives, of the one with that id. */
  nameOf(id: string): string;
  /** State of each thing by its name, both as a message shows them. */
  look(world: DumontWorld): Promise<ReadonlyMap<string, string>>;
}

/** Characters of a snapshot's id that are enough. */
const SHORT_ID = 8;

/** A job that moves from one of these to the next does so by itself: nobody changed it. */
const UNDER_WAY = ['pending', 'uploading', 'queued', 'running'];

/** The parts that can be compared. */
export const ACCOUNT_VIEWS: readonly AccountView[] = [
  {
    written: 'minhas instâncias',
    things: 'as instâncias',
    same: 'as mesmas',
    nameOf: (id) => `a instância ${id}`,
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
    things: 'os snapshots',
    same: 'os mesmos',
    nameOf: (id) => `o snapshot ${id.slice(0, SHORT_ID)}`,
    look: async (world) =>
      new Map(
        (await listed('listSnapshots', 'snapshots', world)).map(({ id, short_id, ...rest }) => [
          `o snapshot ${short_id ?? String(id).slice(0, SHORT_ID)}`,
          JSON.stringify(rest),
        ]),
      ),
  },
  {
    written: 'meus treinos',
    things: 'os treinos',
    same: 'os mesmos',
    nameOf: (id) => `o job ${id}`,
    look: async (world) =>
      new Map(
        (await listed('listFinetuneJobs', 'jobs', world)).map(({ job_id, name, status }) => [
          `o job ${job_id}`,
          `${UNDER_WAY.includes(String(status)) ? 'em andamento' : status} (${name})`,
        ]),
      ),
  },
  {
    written: 'meus gastos',
    things: 'os gastos',
    same: 'os mesmos',
    nameOf: (id) => id,
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

const COMPARISON = / (continuam|só ganham|só perdem) /;

/** The views that some sentence of a scenario compares: they must be looked at before the command too. */
export function comparedViews(sentences: readonly string[]): AccountView[] {
  return ACCOUNT_VIEWS.filter(({ written }) =>
    sentences.some((sentence) => COMPARISON.test(sentence) && sentence.startsWith(`${written} `)),
  );
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

/** What may be otherwise than before. */
export interface AllowedChanges {
  readonly gained?: readonly Resource[];
  readonly lost?: readonly Resource[];
}

/**
 * Demands that a part of the account is as it was before the last command, but for what was gained and lost, which must be so.
 * @throws Error in Portuguese that names every change that should not be and every one that should
 */
export async function demandOnlyChanges(
  view: AccountView,
  { gained = [], lost = [] }: AllowedChanges,
  world: DumontWorld,
): Promise<void> {
  const [before, after] = [new Map(world.accountBefore(view)), new Map(await view.look(world))];
  const nameOf = (resource: Resource): string => view.nameOf(String(world.memory.recall(placeholderOf(resource))));
  const complaints: string[] = [];
  for (const name of lost.map(nameOf)) {
    if (!before.has(name)) complaints.push(`${name} nem existia antes`);
    else if (after.has(name)) complaints.push(`${name} continua lá`);
    before.delete(name);
    after.delete(name);
  }
  for (const name of gained.map(nameOf)) {
    if (before.has(name)) complaints.push(`${name} já existia antes`);
    else if (!after.has(name)) complaints.push(`${name} não apareceu`);
    before.delete(name);
    after.delete(name);
  }
  complaints.push(...changesBetween(before, after));
  if (complaints.length === 0) return;
  const wanted =
    gained.length + lost.length === 0
      ? `deveriam continuar ${view.same}`
      : `só deveriam ${[...lost.map(({ written }) => `perder ${written}`), ...gained.map(({ written }) => `ganhar ${written}`)].join(' e ')}`;
  throw new Error(`${view.things} ${wanted}, mas ${complaints.join('; ')}.`);
}

function placeholderOf({ written, placeholder }: Resource): string {
  if (placeholder === null) throw new Error(`${written} não é algo que se ganhe ou se perca.`);
  return placeholder;
}

async function listed(operationId: string, listName: string, world: DumontWorld): Promise<readonly Item[]> {
  const list = (await world.ask<Item>(operationId))[listName];
  if (!Array.isArray(list)) throw new Error(`a resposta de ${operationId} não tem a lista "${listName}".`);
  return list;
}
