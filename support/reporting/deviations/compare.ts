import type { RunInfo } from '../../shared/messages/run-info';
import type { JudgedPromise } from '../conformity/promises';
import { deviates } from '../conformity/verdict-words';
import { outcomeOf, scenariosOf } from '../model/outcome';
import type { Run, Scenario } from '../model/run';
import { type Deviation, differingIn } from './deviation';
import type { KnownDeviation, KnownDeviations } from './known-file';

/** A deviation that somebody wrote down before. */
export interface KnownMet {
  readonly deviation: Deviation;
  readonly entry: KnownDeviation;
}

/** What deviates in a run, beside what is known to. */
export interface DeviationReport {
  /** Where the known ones stand; null when nobody recorded any for this target and CLI. */
  readonly file: string | null;
  readonly fresh: readonly Deviation[];
  readonly known: readonly KnownMet[];
  /** Listed, but what they are about holds now. */
  readonly healed: readonly KnownDeviation[];
  /** Listed, but this run says neither. */
  readonly unseen: readonly KnownDeviation[];
  /** Failed, or failed as well, by something that says nothing of the product. */
  readonly otherFailures: readonly Scenario[];
}

/** What a promise's deviations are to those who know the list. */
export type Standing = 'new' | 'known' | 'healed';

/** Against its own sandbox the embedded CLI keeps every promise, or the suite is wrong: nothing is ever known to deviate. */
export function mayDeviate(runInfo: RunInfo | null): runInfo is RunInfo {
  return runInfo !== null && !(runInfo.target === OWN_SANDBOX && runInfo.cli === OWN_CLI);
}

const OWN_SANDBOX = 'sandbox embutido';
const OWN_CLI = 'embutida';

/**
 * @param promises those of the run, as it judges them
 * @param known what is listed for the run's target and CLI; null for nothing
 */
export function compareDeviations(run: Run, promises: readonly JudgedPromise[], known: KnownDeviations | null): DeviationReport {
  const { deviations, otherFailures } = differingIn(run, promises);
  const entries = new Map(known?.entries.map((entry) => [entry.signature, entry]));
  const met = new Set(deviations.map(({ signature }) => signature));
  const holding = subjectsThatHold(run, promises);
  const absent = [...entries.values()].filter(({ signature }) => !met.has(signature));
  return {
    file: known?.file ?? null,
    fresh: deviations.filter(({ signature }) => !entries.has(signature)),
    known: deviations.flatMap((deviation) => {
      const entry = entries.get(deviation.signature);
      return entry ? [{ deviation, entry }] : [];
    }),
    healed: absent.filter(({ subject }) => holding.has(subject)),
    unseen: absent.filter(({ subject }) => !holding.has(subject)),
    otherFailures,
  };
}

function subjectsThatHold(run: Run, promises: readonly JudgedPromise[]): Set<string> {
  const held = promises.filter(({ verdict }) => verdict === 'holds').map(({ step }) => step);
  const passed = scenariosOf(run).filter((scenario) => ['passed', 'flaky'].includes(outcomeOf(scenario)));
  return new Set([...held, ...passed.map(({ key }) => key)]);
}

/** What a promise's deviations are; null when it has none, and none is listed. One that is new counts more than one that is known. */
export function standingOf({ step, verdict }: Pick<JudgedPromise, 'step' | 'verdict'>, report: DeviationReport): Standing | null {
  if (report.fresh.some(({ subject }) => subject === step)) return 'new';
  if (report.known.some(({ deviation }) => deviation.subject === step)) return 'known';
  return !deviates(verdict) && report.healed.some(({ subject }) => subject === step) ? 'healed' : null;
}
