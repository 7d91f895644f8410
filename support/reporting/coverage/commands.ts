import type { CommandEvidence, ExchangeEvidence } from '../../shared/messages/evidence';
import { skipReason } from '../model/outcome';
import type { Attempt, PlannedStep, Scenario, Step } from '../model/run';
import { expectedStatus } from '../model/stanzas';
import type { CommandFigures, CommandUse } from './model';

/**
 * The commands that a scenario promises (steps that act by a command in backticks, or in which a documented command ran), with what
 * became of each in the attempt that counts.
 */
export function commandsOf(scenario: Scenario): CommandUse[] {
  const attempt = scenario.attempts.at(-1);
  const steps: readonly (PlannedStep | Step)[] = attempt?.steps.filter(({ kind }) => kind === 'step') ?? scenario.plan;
  const uses: CommandUse[] = [];
  for (const step of steps) {
    const runs = documentedRuns(step);
    if (isCommandStep(step) || runs.length > 0) uses.push(useOf(step, runs, attempt));
    else noteAssertion(uses.at(-1), step);
  }
  return uses;
}

/** What the API was asked by a command, the CLI's own fetching of the API's description aside. */
export function ownExchanges({ exchanges }: CommandEvidence): ExchangeEvidence[] {
  return exchanges.filter(({ kind }) => kind === 'call');
}

export function withoutQuery(path: string): string {
  const query = path.indexOf('?');
  return query < 0 ? path : path.slice(0, query);
}

/** Adds up uses of commands. */
export function figuresOf(uses: readonly CommandUse[]): CommandFigures {
  const figures = { ...NO_COMMANDS };
  for (const { ran, executed, asserted } of uses) {
    figures.promised += 1;
    if (ran) figures.ran += 1;
    if (executed) figures.executed += 1;
    if (asserted !== 'no') figures.asserted += 1;
    if (asserted === 'status') figures.statusOnly += 1;
  }
  return figures;
}

export function sumOf(all: readonly CommandFigures[]): CommandFigures {
  const sum = { ...NO_COMMANDS };
  for (const figures of all) {
    for (const name of Object.keys(sum) as (keyof CommandFigures)[]) sum[name] += figures[name];
  }
  return sum;
}

const NO_COMMANDS: CommandFigures = { promised: 0, ran: 0, executed: 0, asserted: 0, statusOnly: 0 };

const IN_BACKTICKS = /`([^`]+)`/;

function isCommandStep({ purpose, text }: PlannedStep): boolean {
  return purpose === 'act' && IN_BACKTICKS.test(text);
}

function documentedRuns(step: PlannedStep | Step): readonly CommandEvidence[] {
  if (!('commands' in step) || step.commands.length === 0) return NO_RUNS;
  return step.commands.filter(({ role }) => role === 'documented');
}

/** Most steps run nothing, and there may be a hundred thousand of them. */
const NO_RUNS: readonly CommandEvidence[] = [];

function useOf(step: PlannedStep, runs: readonly CommandEvidence[], attempt: Attempt | undefined): CommandUse {
  const exchanges = runs.flatMap(ownExchanges);
  const executed = exchanges.some(({ status }) => status !== null);
  return {
    command: IN_BACKTICKS.exec(step.text)?.[1] ?? runs[0]?.command ?? '',
    line: step.line,
    ran: runs.length > 0,
    executed,
    asserted: 'no',
    operations: [...new Set(exchanges.flatMap(({ operationId }) => operationId ?? []))],
    why: executed ? null : whyNot(runs.length > 0, exchanges.length > 0, attempt),
  };
}

function whyNot(ran: boolean, asked: boolean, attempt: Attempt | undefined): string {
  if (asked) return 'a API não respondeu';
  if (ran) return 'resolveu-se na própria máquina, sem pedir nada à API';
  if (!attempt) return 'o cenário não rodou';
  const reason = skipReason(attempt);
  if (reason !== null) return `o cenário foi pulado: ${reason}`;
  return attempt.steps.some(({ status }) => status === 'FAILED') ? 'um passo anterior falhou' : 'o passo não rodou';
}

function noteAssertion(use: CommandUse | undefined, step: PlannedStep | Step): void {
  if (!use?.ran || !('status' in step) || step.status !== 'PASSED' || step.purpose !== 'look') return;
  if (expectedStatus(step) === null) use.asserted = 'content';
  else if (use.asserted === 'no') use.asserted = 'status';
}
