import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Asked, Failure, Misuse, runProgram } from '../shared/command-line';
import { EQUIVALENTS } from './equivalents';
import { FAULTS } from './faults/index';
import { type Feature, journeyFeatures, mainFeatures } from './journey-features';
import { KillCache } from './kill-cache';
import type { Mutant, SourceMutant, Verdict } from './mutant';
import { type MutationOptions, mutationOptions, PROGRAM } from './options';
import { wireMutants } from './plan';
import { Progress } from './progress';
import type { ScenarioRecord } from './record';
import { seededSample } from './sample';
import { failures, summary } from './summary';
import { JobFailure, Worker } from './workers';

const ROOT = path.resolve(__dirname, '..', '..');

/** What judging needs: the journeys as they go unbroken, the processes, the folder for what these leave. */
interface JudgingContext {
  readonly records: readonly ScenarioRecord[];
  readonly workers: readonly Worker[];
  readonly folder: string;
  readonly kills: KillCache;
}

type Outcome = Omit<Verdict, 'mutant' | 'durationMs'>;

async function main(asked: Asked<typeof PROGRAM.options>): Promise<number> {
  const options = mutationOptions(asked);
  const folder = mkdtempSync(path.join(tmpdir(), 'dumont-mutation-'));
  const workers = Array.from({ length: options.workers }, () => new Worker(folder));
  const clear = (): void => {
    for (const worker of [...workers, ...faultWorkers]) worker.end();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  process.once('exit', clear);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(signal === 'SIGINT' ? 130 : 143));

  try {
    return await judgeChosen(options, workers, folder);
  } finally {
    for (const worker of workers) worker.end();
  }
}

async function judgeChosen(options: MutationOptions, workers: readonly Worker[], folder: string): Promise<number> {
  const features = chosenFeatures(options);
  const records = await dryRun(features, workers[0] ?? new Worker(folder));
  const mutants = chosenMutants(records, options);
  if (mutants.length === 0) throw new Misuse('Nenhum mutante corresponde ao pedido.');
  const kills = new KillCache();
  const verdicts = await judgeAll(mutants, { records, workers, folder, kills });
  kills.save(verdicts);

  if (options.json !== null) writeJson(options.json, verdicts);
  process.stdout.write(`${summary(verdicts)}\n`);
  const unmet = failures(verdicts);
  for (const failure of unmet) process.stdout.write(`\n${failure[0]?.toUpperCase()}${failure.slice(1)}\n`);
  return unmet.length > 0 ? 1 : 0;
}

/** Processes with a fault in them: each lives for one mutant. */
const faultWorkers = new Set<Worker>();

/** The main files of the journeys that were asked for. @throws Misuse when there is no such journey */
function chosenFeatures({ journeys }: MutationOptions): Feature[] {
  const features = mainFeatures(journeyFeatures(ROOT));
  const unknown = journeys.find((journey) => !features.some((feature) => feature.journey === journey));
  if (unknown !== undefined) throw new Misuse(`Não há jornada ${unknown}.`);
  return features.filter(({ journey }) => journeys.length === 0 || journeys.includes(journey));
}

/** Runs the journeys with nothing broken. @throws Failure when one fails */
async function dryRun(features: readonly Feature[], worker: Worker): Promise<readonly ScenarioRecord[]> {
  const { scenarios, failed } = await worker.do({ kind: 'dryRun', features: features.map(({ file }) => file) });
  if (failed.length === 0) return scenarios;
  const list = failed.map(({ scenario, name, message }) => `  ${scenario} ${name}\n${message.replace(/^/gm, '    ')}`);
  throw new Failure(`A suíte falha sem que nada esteja quebrado, e assim nenhum mutante pode ser julgado:\n${list.join('\n')}`);
}

function chosenMutants(records: readonly ScenarioRecord[], { journeys, sample, seed, scope, only }: MutationOptions): Mutant[] {
  const wire = records.flatMap((journey) => wireMutants(journey, scope));
  const source = FAULTS.map(
    ({ id, part, journeys: expected, what }): SourceMutant => ({
      kind: 'source',
      id: `fault ${id}`,
      operator: part === 'cli' ? 'cli' : 'domain',
      journey: expected[0] ?? 0,
      fault: id,
      what,
    }),
  ).filter(({ journey }) => journeys.length === 0 || journeys.includes(journey));
  const mutants = [...wire, ...source].filter(({ id }) => only.length === 0 || only.some((text) => id.includes(text)));
  return sample === null ? mutants : seededSample(mutants, sample, seed);
}

async function judgeAll(mutants: readonly Mutant[], context: JudgingContext): Promise<Verdict[]> {
  const progress = new Progress('mutantes', mutants.length);
  const verdicts = new Map<Mutant, Verdict>();
  await spread(mutants, context.workers, async (mutant, worker) => {
    const startedAt = performance.now();
    const outcome = await judge(mutant, worker, context);
    const verdict = withEquivalence({ mutant, ...outcome, durationMs: Math.round(performance.now() - startedAt) });
    verdicts.set(mutant, verdict);
    progress.step(verdict.fate === 'survived' || verdict.fate === 'invalid');
  });
  progress.end();
  return mutants.flatMap((mutant) => verdicts.get(mutant) ?? []);
}

async function judge(mutant: Mutant, worker: Worker, context: JudgingContext): Promise<Outcome> {
  try {
    if (mutant.kind === 'source') return await judgeSource(mutant, worker, context);
    const journey = context.records.find((record) => record.journey === mutant.journey);
    if (!journey) throw new JobFailure('a jornada não rodou sem defeito antes');
    return await worker.do({ kind: 'wire', mutant, journey });
  } catch (error) {
    if (!(error instanceof JobFailure)) throw error;
    return { fate: 'invalid', kill: null, note: error.message };
  }
}

/** In a process of its own, which has the fault; the scenario that noticed must pass in one that has not. */
async function judgeSource(mutant: SourceMutant, worker: Worker, { folder, kills }: JudgingContext): Promise<Outcome> {
  const faultWorker = new Worker(folder, mutant.fault);
  faultWorkers.add(faultWorker);
  try {
    const fault = FAULTS.find(({ id }) => id === mutant.fault);
    const features = featuresFor(fault?.journeys ?? []);
    const outcome = await faultWorker.do({ kind: 'source', mutant, features, first: kills.scenarioFor(mutant.fault) });
    if (outcome.fate !== 'killed' || !outcome.kill) return outcome;
    if (await worker.do({ kind: 'check', scenario: outcome.kill.scenario })) return outcome;
    return { ...outcome, fate: 'invalid', note: 'o cenário falha também sem a falha' };
  } finally {
    faultWorker.end();
    faultWorkers.delete(faultWorker);
  }
}

/** All features, those of the journeys that are expected to notice first. */
function featuresFor(expected: readonly number[]): string[] {
  const rank = ({ journey }: Feature): number =>
    expected.includes(journey) ? expected.indexOf(journey) : expected.length + journey;
  return journeyFeatures(ROOT)
    .sort((one, other) => rank(one) - rank(other))
    .map(({ file }) => file);
}

/** A mutant of the list is expected to survive; one that does not has no place there. */
function withEquivalence(verdict: Verdict): Verdict {
  const listed = EQUIVALENTS.find(({ id }) => id === verdict.mutant.id);
  if (!listed) return verdict;
  if (verdict.fate === 'survived') return { ...verdict, fate: 'equivalent', note: listed.reason };
  return { ...verdict, fate: 'invalid', note: 'está na lista dos equivalentes, mas foi notado ou não mudou nada' };
}

/** Does the work of each item, as many at a time as there are workers. */
async function spread<Item>(
  items: readonly Item[],
  workers: readonly Worker[],
  work: (item: Item, worker: Worker) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  await Promise.all(
    workers.map(async (worker) => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item, worker);
    }),
  );
}

function writeJson(file: string, verdicts: readonly Verdict[]): void {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  writeFileSync(file, `${JSON.stringify(verdicts, null, 2)}\n`);
}

/** Over when the program is. */
export const ended = runProgram(PROGRAM, main, 'A mutação não pôde ser feita');
