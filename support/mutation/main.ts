import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EQUIVALENTS } from './equivalents';
import { FAULTS } from './faults/index';
import type { Job } from './job';
import type { Mutant, SourceMutant, Verdict } from './mutant';
import { type MutationOptions, readOptions, USAGE, UsageError } from './options';
import type { Rehearsal } from './performance';
import { wireMutants } from './plan';
import { Progress } from './progress';
import type { ScenarioRecord } from './record';
import { seededSample } from './sample';
import { complaints, summary } from './summary';
import { JobFailure, Worker } from './workers';

const ROOT = path.resolve(__dirname, '..', '..');
const MISUSE = 2;

/** A feature and the journey whose number its name begins with. */
interface Feature {
  readonly file: string;
  readonly journey: number;
}

/** The suite itself fails: nothing can be said about mutants. */
class UnfitSuite extends Error {}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const folder = mkdtempSync(path.join(tmpdir(), 'dumont-mutation-'));
  const lanes = Array.from({ length: options.workers }, () => new Worker(folder));
  const clear = (): void => {
    for (const worker of [...lanes, ...guests]) worker.end();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  process.once('exit', clear);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(signal === 'SIGINT' ? 130 : 143));

  const features = chosenFeatures(options);
  const rehearsals = await rehearseAll(features, lanes);
  const mutants = chosenMutants(rehearsals, options);
  if (mutants.length === 0) throw new UsageError('Nenhum mutante corresponde ao pedido.');
  const verdicts = await judgeAll(mutants, rehearsals, lanes, folder);

  if (options.json !== null) writeJson(options.json, verdicts);
  process.stdout.write(`${summary(verdicts)}\n`);
  const unmet = complaints(verdicts);
  for (const complaint of unmet) process.stdout.write(`\n${complaint[0]?.toUpperCase()}${complaint.slice(1)}\n`);
  process.exitCode = unmet.length > 0 ? 1 : 0;
}

/** Processes with a fault in them: each lives for one mutant. */
const guests = new Set<Worker>();

function allFeatures(): Feature[] {
  return readdirSync(path.join(ROOT, 'features'))
    .sort()
    .flatMap((name) => {
      const journey = /^(\d+)_.*\.feature$/.exec(name)?.[1];
      return journey === undefined ? [] : [{ file: `features/${name}`, journey: Number(journey) }];
    });
}

function chosenFeatures({ journeys }: MutationOptions): Feature[] {
  const features = allFeatures();
  const unknown = journeys.find((journey) => !features.some((feature) => feature.journey === journey));
  if (unknown !== undefined) throw new UsageError(`Não há jornada ${unknown}.`);
  return features.filter(({ journey }) => journeys.length === 0 || journeys.includes(journey));
}

/** Plays every feature with nothing broken. @throws UnfitSuite when a scenario fails */
async function rehearseAll(features: readonly Feature[], lanes: readonly Worker[]): Promise<Map<number, Rehearsal>> {
  const rehearsals = new Map<number, Rehearsal>();
  const progress = new Progress('ensaio sem nada quebrado', features.length);
  await spread(features, lanes, async ({ file, journey }, worker) => {
    const rehearsal = await worker.do({ kind: 'rehearse', feature: file, journey });
    rehearsals.set(journey, rehearsal);
    progress.step(rehearsal.failed.length > 0);
  });
  progress.end();
  const failed = [...rehearsals.values()].flatMap((rehearsal) => rehearsal.failed);
  if (failed.length === 0) return rehearsals;
  const list = failed.map(({ scenario, name, message }) => `  ${scenario} ${name}\n${message.replace(/^/gm, '    ')}`);
  throw new UnfitSuite(
    `A suíte falha sem que nada esteja quebrado, e assim nenhum mutante pode ser julgado:\n${list.join('\n')}`,
  );
}

function chosenMutants(
  rehearsals: ReadonlyMap<number, Rehearsal>,
  { journeys, sample, seed, scope, only }: MutationOptions,
): Mutant[] {
  const wire = [...rehearsals.values()]
    .flatMap(({ scenarios }) => scenarios.filter(({ isJourney }) => isJourney))
    .sort((one, other) => one.journey - other.journey)
    .flatMap((journey) => wireMutants(journey, scope));
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

async function judgeAll(
  mutants: readonly Mutant[],
  rehearsals: ReadonlyMap<number, Rehearsal>,
  lanes: readonly Worker[],
  folder: string,
): Promise<Verdict[]> {
  const progress = new Progress('mutantes', mutants.length);
  const verdicts = new Map<Mutant, Verdict>();
  await spread(mutants, lanes, async (mutant, worker) => {
    const startedAt = performance.now();
    const outcome = await judge(mutant, rehearsals, worker, folder);
    const verdict = withEquivalence({ mutant, ...outcome, durationMs: Math.round(performance.now() - startedAt) });
    verdicts.set(mutant, verdict);
    progress.step(verdict.fate === 'survived' || verdict.fate === 'invalid');
  });
  progress.end();
  return mutants.flatMap((mutant) => verdicts.get(mutant) ?? []);
}

async function judge(
  mutant: Mutant,
  rehearsals: ReadonlyMap<number, Rehearsal>,
  lane: Worker,
  folder: string,
): Promise<Omit<Verdict, 'mutant' | 'durationMs'>> {
  try {
    if (mutant.kind === 'wire') return await lane.do({ kind: 'wire', mutant, scenarios: scenariosFor(mutant, rehearsals) });
    const guest = new Worker(folder, mutant.fault);
    guests.add(guest);
    try {
      return await guest.do<'source'>({ kind: 'source', mutant, features: featuresFor(mutant) } satisfies Job);
    } finally {
      guest.end();
      guests.delete(guest);
    }
  } catch (error) {
    if (!(error instanceof JobFailure)) throw error;
    return { fate: 'invalid', kill: null, note: error.message };
  }
}

/** The journey, and of the rules those that run the operation. */
function scenariosFor(
  { journey, step }: Extract<Mutant, { kind: 'wire' }>,
  rehearsals: ReadonlyMap<number, Rehearsal>,
): ScenarioRecord[] {
  const scenarios = rehearsals.get(journey)?.scenarios ?? [];
  const operation = scenarios.find(({ isJourney }) => isJourney)?.steps.find(({ number }) => number === step)?.operationId;
  return scenarios.filter(({ isJourney, steps }) => isJourney || steps.some(({ operationId }) => operationId === operation));
}

/** All features, those that are expected to notice first. */
function featuresFor({ fault }: SourceMutant): string[] {
  const expected = FAULTS.find(({ id }) => id === fault)?.journeys ?? [];
  const rank = ({ journey }: Feature): number =>
    expected.includes(journey) ? expected.indexOf(journey) : expected.length + journey;
  return allFeatures()
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

/** Does the work of each item, as many at a time as there are lanes. */
async function spread<Item>(
  items: readonly Item[],
  lanes: readonly Worker[],
  work: (item: Item, worker: Worker) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  await Promise.all(
    lanes.map(async (worker) => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item, worker);
    }),
  );
}

function writeJson(file: string, verdicts: readonly Verdict[]): void {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  writeFileSync(file, `${JSON.stringify(verdicts, null, 2)}\n`);
}

main().catch((error: Error) => {
  const isMisuse = error instanceof UsageError;
  const text = isMisuse
    ? `${error.message}\n${USAGE}`
    : error instanceof UnfitSuite || process.env.DEBUG !== '1'
      ? error.message
      : error.stack;
  process.stderr.write(`${text}\n`);
  process.exit(isMisuse ? MISUSE : 1);
});
