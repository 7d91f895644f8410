import { expectThat } from '../language/expectation';
import type { ApiCall } from '../targets/api';
import type { AccountClient } from './account-client';
import type { Resource } from './resource';

/** One part of what an account has, which a feature may say to be as it was before the command. */
export interface AccountView {
  /** As a feature names it: `minhas instâncias`. */
  readonly written: string;
  /** What they are, for a message: `as instâncias`. */
  readonly things: string;
  /** How they continue: `as mesmas`. */
  readonly same: string;
  /** It grows while nobody does anything: what is rented costs more each moment. */
  readonly movesByItself?: boolean;
  /** The name, in what `look` gives, of the one with that id. */
  nameOf(id: string): string;
  /** State of each thing by its name, both as a message shows them. */
  look(client: AccountClient): Promise<ReadonlyMap<string, string>>;
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
    look: async (client) =>
      new Map(
        (await listed('listInstances', 'instances', client)).map(({ id, status, actual_status }) => [
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
    look: async (client) =>
      new Map(
        (await listed('listSnapshots', 'snapshots', client)).map(({ id, short_id, ...rest }) => [
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
    look: async (client) =>
      new Map(
        (await listed('listFinetuneJobs', 'jobs', client)).map(({ job_id, name, status }) => [
          `o job ${job_id}`,
          `${UNDER_WAY.includes(String(status)) ? 'em andamento' : status} (${name})`,
        ]),
      ),
  },
  {
    written: 'meus gastos',
    things: 'os gastos',
    same: 'os mesmos',
    movesByItself: true,
    nameOf: (id) => id,
    async look(client) {
      const { total_hours, total_cost_dumont } = await lookAt(client, 'getSavingsSummary', { query: { period: 'all' } });
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
 * Demands that a part of the account is as it was before, but for what was gained and lost, which must be so.
 * @param before what the view showed before the command
 * @throws Error in Portuguese that names every change that should not be and every one that should
 */
export async function demandOnlyChanges(
  view: AccountView,
  { gained = [], lost = [] }: AllowedChanges,
  earlier: ReadonlyMap<string, string>,
  client: AccountClient,
): Promise<void> {
  const [before, after] = [new Map(earlier), new Map(await view.look(client))];
  const [expected, actual] = [new Map(before), new Map(after)];
  const nameOf = (resource: Resource): string => view.nameOf(String(client.memory.recall(placeholderOf(resource))));
  const wrong: string[] = [];
  for (const name of lost.map(nameOf)) {
    if (!before.has(name)) wrong.push(`${name} nem existia antes`);
    else if (after.has(name)) wrong.push(`${name} continua lá`);
    expected.delete(name);
    before.delete(name);
    after.delete(name);
  }
  for (const name of gained.map(nameOf)) {
    if (before.has(name)) wrong.push(`${name} já existia antes`);
    else if (!after.has(name)) wrong.push(`${name} não apareceu`);
    expected.set(name, after.get(name) ?? 'presente');
    before.delete(name);
    after.delete(name);
  }
  wrong.push(...changesBetween(before, after));
  const wanted =
    gained.length + lost.length === 0
      ? `deveriam continuar ${view.same}`
      : `só deveriam ${[...lost.map(({ written }) => `perder ${written}`), ...gained.map(({ written }) => `ganhar ${written}`)].join(' e ')}`;
  expectThat(wrong.length === 0, `${view.things} ${wanted}, mas ${wrong.join('; ')}.`, {
    expected: Object.fromEntries(expected),
    actual: Object.fromEntries(actual),
  });
}

function placeholderOf({ written, placeholder }: Resource): string {
  if (placeholder === null) throw new Error(`${written} não é algo que se ganhe ou se perca.`);
  return placeholder;
}

async function listed(operationId: string, listName: string, client: AccountClient): Promise<readonly Item[]> {
  const list = (await lookAt(client, operationId))[listName];
  expectThat(Array.isArray(list), `a resposta de ${operationId} não tem a lista "${listName}".`);
  return list;
}

async function lookAt(client: AccountClient, operationId: string, call: ApiCall = {}): Promise<Item> {
  return (await client.look(operationId, call)).body as Item;
}
