import type { DeploymentTarget } from '../../../settings';
import { count, dollars } from '../../../shared/words';
import { Ledger } from '../cleanup/ledger';
import { ledgerFiles, readLedger, removeLedger } from '../cleanup/ledger-folder';
import { isSettled, isUnderWay, stateOf } from '../cleanup/ledger-records';
import { leftIn, leftoverInWords } from '../cleanup/settling';
import { pastRuns, rememberRun, summaryOf } from './past-runs';

/** What is said before a run that may rent: what it may cost, and what earlier runs have left behind. */
export function announceCosts(target: DeploymentTarget, ceiling: number): string[] {
  return [whatItMayCost(target.baseUrl, ceiling), ...whatIsLeftOf(target)];
}

/** Closes the ledger of a run. @returns what it cost and, last, what is left of it; nothing when it created nothing */
export function closeRunLedger(file: string): string[] {
  const state = stateOf(readLedger(file));
  if (state.run === null) return [];
  const summary = summaryOf(state, Date.now());
  if (summary) rememberRun(summary);
  const said = summary ? [whatItCost(summary.costs, summary.machines)] : [];
  if (isSettled(state)) {
    removeLedger(file);
    return said;
  }
  const left = leftIn(Ledger.reopen(file), 'não foi desfeito').map((leftover) => `  ${leftoverInWords(leftover)}`);
  return [...said, `ATENÇÃO: ficou em ${state.run.baseUrl}:`, ...left, 'Para desfazer: npm run sweep'];
}

function whatItMayCost(baseUrl: string, ceiling: number): string {
  const last = pastRuns(baseUrl).at(-1);
  const limit = Number.isFinite(ceiling) ? `no máximo ${dollars(ceiling)} (DUMONT_MAX_COST)` : 'sem teto';
  const before = last
    ? `; a última execução custou ${dollars(sumOf(last.costs))}`
    : '; ainda não se sabe quanto uma execução custa aqui';
  return `Custo: ${limit}${before}.`;
}

function whatItCost(costs: Readonly<Record<string, number>>, machines: number): string {
  const parts = Object.entries(costs).map(([feature, cost]) => `  ${dollars(cost).padStart(10)}  ${feature}`);
  return [
    `Custo desta execução: ${dollars(sumOf(costs))}, ${count(machines, 'máquina ou job', 'máquinas e jobs')}`,
    ...parts,
  ].join('\n');
}

function whatIsLeftOf({ baseUrl, email }: DeploymentTarget): string[] {
  const states = ledgerFiles().map((file) => stateOf(readLedger(file)));
  const left = states.filter(
    (state) => state.run?.baseUrl === baseUrl && state.run.account === email && !isUnderWay(state.run) && !isSettled(state),
  );
  if (left.length === 0) return [];
  return [
    `Aviso: ${count(left.length, 'execução anterior deixou', 'execuções anteriores deixaram')} algo neste backend; veja e desfaça com npm run sweep.`,
  ];
}

function sumOf(costs: Readonly<Record<string, number>>): number {
  return Object.values(costs).reduce((sum, cost) => sum + cost, 0);
}
