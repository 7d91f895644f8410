import type { Contract } from '../../contract/contract';
import { count } from '../../shared/words';
import { outcomeOf, scenariosOf, totalsOf } from '../model/outcome';
import type { Journey, Run, Scenario } from '../model/run';
import { JOURNEY_TAG } from '../model/stanzas';
import { commandsOf, figuresOf, ownExchanges, sumOf } from './commands';
import { journeyDifference, totalDifference } from './differences';
import { DOCUMENT_TOTAL, documentFiguresOf } from './document-figures';
import type {
  CommandUse,
  Coverage,
  Exercise,
  JourneyCoverage,
  OperationCoverage,
  StateFigures,
  TotalCoverage,
  WeakCommand,
} from './model';
import { type Sender, Usage } from './usage';

export type * from './model';

/**
 * Measures what a run exercised of the product. Whether a command was executed and asserted is read from the attempt that counts (the
 * last); which operations, parameters and replies were met, from all attempts. Time is linear in the number of exchanges.
 * @param run as read from its message streams
 * @param contract what the product accepts and answers
 */
export function coverageOf(run: Run, contract: Contract): Coverage {
  const usage = new Usage(contract);
  const weak: WeakCommand[] = [];
  const measured = run.journeys.map((journey) => journeyCoverage(journey, usage, weak));
  const operations = usage.operations;
  const ground = { operations: new Map(operations.map((one) => [one.id, one])), users: usersOf(measured) };
  const journeys = measured.map((journey) => ({ ...journey, difference: journeyDifference(journey, ground) }));
  const total = totalOf(journeys, operations);
  return {
    caveats: caveatsOf(run, usage.isForgetful),
    journeys,
    total: { ...total, difference: totalDifference(total, journeys, ground) },
    operations,
    weak,
    outside: usage.outside,
  };
}

function journeyCoverage(journey: Journey, usage: Usage, weak: WeakCommand[]): JourneyCoverage {
  const own: CommandUse[] = [];
  const rules: CommandUse[] = [];
  const met = { own: new Set<string>(), rules: new Set<string>(), any: new Set<string>() };
  for (const scenario of journey.scenarios) {
    const isOwn = scenario.tags.includes(JOURNEY_TAG);
    const uses = commandsOf(scenario);
    (isOwn ? own : rules).push(...uses);
    weak.push(...weakOf(scenario, uses));
    meetExchanges(scenario, isOwn ? 'own' : 'rules', usage, met);
  }
  return {
    uri: journey.uri,
    name: journey.name,
    own: figuresOf(own),
    rules: figuresOf(rules),
    commands: own,
    operations: { own: [...met.own], rules: [...met.rules], any: [...met.any] },
    document: documentFiguresOf(journey.uri),
    difference: null,
  };
}

function weakOf({ uri }: Scenario, uses: readonly CommandUse[]): WeakCommand[] {
  return uses.flatMap(({ ran, asserted, command, line }) =>
    ran && asserted !== 'content' ? [{ uri, line, command, asserted }] : [],
  );
}

function meetExchanges(
  scenario: Scenario,
  kind: 'own' | 'rules',
  usage: Usage,
  met: Readonly<Record<'own' | 'rules' | 'any', Set<string>>>,
): void {
  for (const { steps } of scenario.attempts) {
    for (const { commands } of steps) {
      for (const command of commands) {
        const sender: Sender = command.role === 'documented' ? kind : 'support';
        for (const exchange of ownExchanges(command)) {
          usage.add(exchange, sender);
          if (exchange.operationId === null || exchange.status === null) continue;
          met.any.add(exchange.operationId);
          if (sender !== 'support') met[sender].add(exchange.operationId);
        }
      }
    }
  }
}

/** The journeys whose own commands used an operation, by its id. */
function usersOf(journeys: readonly JourneyCoverage[]): Map<string, JourneyCoverage[]> {
  const users = new Map<string, JourneyCoverage[]>();
  for (const journey of journeys) {
    for (const id of journey.operations.own) users.set(id, [...(users.get(id) ?? []), journey]);
  }
  return users;
}

function totalOf(journeys: readonly JourneyCoverage[], operations: readonly OperationCoverage[]): TotalCoverage {
  const own = new Set(journeys.flatMap((journey) => journey.operations.own));
  const documented = new Set(journeys.flatMap((journey) => [...journey.operations.own, ...journey.operations.rules]));
  const commandable = operations.filter(({ command }) => command !== null);
  return {
    own: sumOf(journeys.map((journey) => journey.own)),
    rules: sumOf(journeys.map((journey) => journey.rules)),
    operations: {
      promised: commandable.length,
      own: own.size,
      sumOfJourneys: journeys.reduce((sum, journey) => sum + journey.operations.own.length, 0),
      documented: documented.size,
      any: new Set(journeys.flatMap((journey) => journey.operations.any)).size,
    },
    parameters: tally(commandable.flatMap(({ parameters }) => parameters.map(({ state }) => state))),
    errorReplies: tally(
      commandable.flatMap(({ replies }) =>
        replies
          .filter(({ status, documented: isDocumented }) => isDocumented && status >= 400)
          .map(({ times }): Exercise => (times > 0 ? 'exercised' : 'never')),
      ),
    ),
    document: DOCUMENT_TOTAL,
    difference: null,
  };
}

function tally(states: readonly Exercise[]): StateFigures {
  const figures = { promised: states.length, exercised: 0, never: 0, unknown: 0 };
  for (const state of states) figures[state] += 1;
  return figures;
}

/** Why the figures do not speak of the whole suite, one sentence each. */
function caveatsOf(run: Run, isForgetful: boolean): string[] {
  const { skipped, 'not-run': notRun } = totalsOf(scenariosOf(run));
  const unfinished = scenariosOf(run).filter((scenario) => outcomeOf(scenario) === 'unfinished').length;
  const caveats: (string | false)[] = [
    run.dryRun && 'Ensaio (--dry-run): nenhum comando foi executado; só se sabe o que está prometido.',
    run.runInfo?.whole === false && 'A execução foi de uma parte da suíte: o que ficou de fora aparece aqui como não exercitado.',
    !run.dryRun &&
      skipped > 0 &&
      `${count(skipped, 'cenário foi pulado', 'cenários foram pulados')}: seus comandos não foram executados.`,
    !run.dryRun &&
      notRun + unfinished > 0 &&
      `${count(notRun + unfinished, 'cenário não chegou ao fim', 'cenários não chegaram ao fim')}: a medida é parcial.`,
    run.parseErrors.length > 0 && 'Há features que não puderam ser lidas: nada delas está nesta conta.',
    isForgetful &&
      'As mensagens são de uma versão que não guardava o que foi enviado: dos campos do corpo que não se viu, não se sabe se foram exercitados.',
  ];
  return caveats.filter((caveat) => caveat !== false);
}

/** Raised when a field of `Coverage` (model.ts) changes its name or its meaning. */
const SHAPE = 1;

/** `cobertura.json`: `{ versao: 1, ...Coverage }` as model.ts describes it, the same bytes for the same run. */
export function coverageJson(coverage: Coverage): string {
  return `${JSON.stringify({ versao: SHAPE, ...coverage }, null, 2)}\n`;
}
