import { count, list } from '../../shared/words';
import type { CommandUse, DocumentFigures, JourneyCoverage, OperationCoverage, TotalCoverage } from './model';
import { commandName } from './names';

/** What the explanations are told from, beside the journey itself. */
export interface Ground {
  /** By id. */
  operations: ReadonlyMap<string, OperationCoverage>;
  /** By id of the operation: the journeys whose own commands used it. */
  users: ReadonlyMap<string, readonly JourneyCoverage[]>;
}

/**
 * Why the document's figures for a journey are not the measured ones, told from what was used and how often. Null when they agree, when
 * the document has no such journey, or when its commands were not in the run.
 */
export function journeyDifference(journey: JourneyCoverage, ground: Ground): string | null {
  const { document, own, commands } = journey;
  if (!document || own.promised === 0) return null;
  const sentences = [
    own.promised !== document.commands &&
      `O documento traz ${count(document.commands, 'comando', 'comandos')}; o cenário da jornada, ${own.promised}.`,
    own.executed < own.promised && notExecuted(commands),
    own.executed > 0 && journey.operations.own.length !== document.endpoints && endpointsApart(journey, document, ground),
  ].filter((sentence) => sentence !== false);
  return sentences.length > 0 ? sentences.join(' ') : null;
}

/** Why the totals of the document are not the measured ones; null when they are, or when not every command of the document ran. */
export function totalDifference(
  { own, operations, document }: TotalCoverage,
  journeys: readonly JourneyCoverage[],
  ground: Ground,
): string | null {
  if (own.executed !== document.commands) return null;
  const { own: distinct, sumOfJourneys } = operations;
  if (document.endpoints === distinct) return null;
  const apart = journeys.filter((journey) => journey.document && journey.document.endpoints !== journey.operations.own.length);
  const sum = `O documento soma os endpoints de cada jornada: ${document.endpoints}.`;
  const same =
    sumOfJourneys === document.endpoints
      ? 'Somadas do mesmo jeito, as operações usadas dão o mesmo.'
      : `Somadas do mesmo jeito, as operações usadas são ${sumOfJourneys}: ${count(apart.length, 'jornada difere', 'jornadas diferem')}.`;
  return [sum, same, distinctSentence(distinct, ground)].filter((sentence) => sentence !== null).join(' ');
}

function distinctSentence(distinct: number, { users, operations }: Ground): string | null {
  const shared = [...users].filter(([, by]) => by.length > 1).sort(([, one], [, other]) => other.length - one.length);
  if (shared.length === 0) return null;
  const told = shared.map(([id, by]) => `${commandName(id, operations)} (${by.length})`);
  return `Contadas uma vez cada, são ${distinct}: ${count(shared.length, 'serve', 'servem')} a mais de uma jornada, ${list(told)}.`;
}

/** Commands without a trace at the API, by why. */
function notExecuted(commands: readonly CommandUse[]): string {
  const missing = commands.flatMap(({ why, command }) => (why === null ? [] : [{ why, command }]));
  const reasons = groupBy(missing, ({ why }) => why);
  const told = [...reasons].map(([why, some]) => {
    if (some.length === commands.length) return `nenhum comando chegou à API: ${why}`;
    const names = list([...new Set(some.map(({ command }) => `"${command}"`))]);
    return `${names} ${some.length === 1 ? 'não chegou' : 'não chegaram'} à API: ${why}`;
  });
  return `${capital(told.join('; '))}.`;
}

function endpointsApart(journey: JourneyCoverage, { endpoints }: DocumentFigures, ground: Ground): string {
  const { own, commands } = journey;
  const used = count(journey.operations.own.length, 'operação', 'operações');
  const by = own.executed === 1 ? 'o comando executado usou' : `os ${own.executed} comandos executados usaram`;
  const fact = `O documento conta ${count(endpoints, 'endpoint', 'endpoints')}; ${by} ${used}${spread(commands, ground)}.`;
  return own.executed === own.promised ? `${fact} ${reading(journey, endpoints, ground)}` : fact;
}

/** How commands and operations go together: which operation several commands used, which command used several operations. */
function spread(commands: readonly CommandUse[], { operations }: Ground): string {
  const users = groupBy(
    commands.flatMap((command) => command.operations),
    (id) => id,
  );
  const shared = [...users]
    .filter(([, some]) => some.length > 1)
    .map(([id, some]) => `${commandName(id, operations)} ${some.length} vezes`);
  const many = new Map(commands.filter((one) => one.operations.length > 1).map((one) => [one.command, one.operations.length]));
  const parts = [
    shared.length > 0 && list(shared),
    many.size > 0 && list([...many].map(([command, amount]) => `"${command}" pede ${amount}`)),
  ].filter((part) => part !== false);
  if (parts.length > 0) return ` (${parts.join('; ')})`;
  return commands.filter(({ why }) => why === null).length > 1 ? ', uma por comando' : '';
}

/**
 * How the document's number can be had from the same commands. Several readings may give it; the document does not say which one it took,
 * so each that fits is told, and that none does when none does.
 */
function reading({ operations: { own }, commands }: JourneyCoverage, endpoints: number, { operations, users }: Ground): string {
  const shared = own.filter((id) => (users.get(id)?.length ?? 0) > 1);
  const sharedNames = list(shared.map((id) => commandName(id, operations)));
  const paths = groupBy(own, (id) => operations.get(id)?.path ?? id);
  const twice = [...paths].filter(([, ids]) => ids.length > 1);
  const written = new Set(commands.map(({ command }) => command)).size;
  const readings = [
    written === endpoints && 'os comandos escritos de formas diferentes',
    paths.size === endpoints && `os endereços sem o método (${list(twice.map(([path, ids]) => `${path} atende ${ids.length}`))})`,
    own.length - shared.length === endpoints && `só o que nenhuma outra jornada usa (fora ${sharedNames})`,
  ].filter((one) => one !== false);
  if (readings.length > 0) return `Chega-se a ${endpoints} contando ${readings.join(', ou ')}.`;
  const others = shared.length > 0 ? `; outras jornadas também usam ${sharedNames}` : '';
  return `${own.length === 1 ? 'É' : 'São'} ${list(own.map((id) => commandName(id, operations)))}${others}. O documento não diz como contou ${endpoints}.`;
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
