import type { Verdict } from '../../shared/messages/note';
import { DOCUMENT, DOCUMENT_TOTAL, documentFiguresOf } from '../coverage/document-figures';
import { compareDeviations, type DeviationReport, mayDeviate, type Standing, standingOf } from '../deviations/compare';
import type { KnownDeviations } from '../deviations/known-file';
import type { ComparableRuns } from '../history/comparable-runs';
import type { RecordedRun } from '../history/recorded-run';
import type { Run } from '../model/run';
import { type JudgedPromise, promisesIn } from './promises';
import { ALL_VERDICTS } from './verdict-words';

/** What a run says of every promise of the document: whether it holds, else which side breaks it. */
export interface Conformity {
  /** What the commands ran against; null when the run does not say. */
  readonly target: string | null;
  readonly cli: string | null;
  /** In the order of the document. */
  readonly promises: readonly ConformityPromise[];
  readonly totals: ConformityTotals;
  /** What deviates, promises and rules, beside what is known to; null where nothing may, and for a run that nobody said the target of. */
  readonly deviations: DeviationReport | null;
}

export interface ConformityPromise extends JudgedPromise {
  /** The first of the runs in a row with this verdict; null when the run does not say when it began. */
  readonly since: Date | null;
  /** The verdict in the last comparable run before this one that had the promise; null when there is none. */
  readonly before: Verdict | null;
  /** What its deviations are to the list of those known; null when it has none, and where there is no list. */
  readonly standing: Standing | null;
}

export interface ConformityTotals extends Readonly<Record<Verdict, number>> {
  /** Promises of the whole document. */
  readonly documented: number;
  /** Those whose journey was in the run. */
  readonly inRun: number;
  /** Verdicts that are another than in the comparable run before; null when there is none to compare with. */
  readonly changed: number | null;
}

/**
 * The verdicts of a run, beside what earlier runs said.
 * @param line runs comparable with this one, which may be the last of them; null when nothing is known of earlier ones
 * @param known the deviations listed for the run's target and CLI; null for no list
 */
export function conformityOf(
  run: Run,
  line: Pick<ComparableRuns, 'runs'> | null,
  known: KnownDeviations | null = null,
): Conformity {
  const { startedAt, runInfo } = run;
  const earlier = line?.runs.filter(({ at }) => startedAt !== null && at < startedAt) ?? [];
  const judged = promisesIn(run);
  const deviations = mayDeviate(runInfo) && !run.dryRun ? compareDeviations(run, judged, known) : null;
  const promises = judged.map((promise): ConformityPromise => {
    const past = pastOf(promise.step, earlier);
    return {
      ...promise,
      since: sinceOf(promise.verdict, past) ?? startedAt,
      before: past.at(-1)?.verdict ?? null,
      standing: deviations === null || deviations.file === null ? null : standingOf(promise, deviations),
    };
  });
  const compared = promises.filter(({ before }) => before !== null);
  const amounts = ALL_VERDICTS.map((one) => [one, promises.filter(({ verdict }) => verdict === one).length]);
  return {
    target: runInfo?.target ?? null,
    cli: runInfo?.cli ?? null,
    promises,
    deviations,
    totals: {
      documented: promises.length + absentPromises(run, promises),
      inRun: promises.length,
      ...(Object.fromEntries(amounts) as Record<Verdict, number>),
      changed: compared.length > 0 ? compared.filter(({ verdict, before }) => verdict !== before).length : null,
    },
  };
}

interface Seen {
  readonly at: Date;
  readonly verdict: Verdict;
}

function pastOf(step: string, earlier: readonly RecordedRun[]): Seen[] {
  return earlier.flatMap((run) => {
    const verdict = run.verdictOf(step);
    return verdict === null ? [] : [{ at: run.at, verdict }];
  });
}

/** Runs that learnt nothing of it neither end nor begin a time, unless nothing was learnt of it now either. */
function sinceOf(verdict: Verdict, past: readonly Seen[]): Date | null {
  const known = verdict === 'unverified' ? past : past.filter((seen) => seen.verdict !== 'unverified');
  const other = known.findLastIndex((seen) => seen.verdict !== verdict);
  return known[other + 1]?.at ?? null;
}

/** How many promises the document has beside those of the run; none for features that are not the document's. */
function absentPromises(run: Run, promises: readonly JudgedPromise[]): number {
  if (!run.journeys.some(({ uri }) => documentFiguresOf(uri) !== null)) return 0;
  const judged = new Set(promises.map(({ journey }) => documentFiguresOf(journey.uri)));
  const present = Object.values(DOCUMENT).filter((figures) => judged.has(figures));
  return DOCUMENT_TOTAL.commands - present.reduce((sum, { commands }) => sum + commands, 0);
}
