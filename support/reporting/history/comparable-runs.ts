import { groupOf, type Outcome } from '../model/outcome';
import { type Since, sinceOf, standingOf } from './promise-status';
import type { RecordedRun } from './recorded-run';
import { type SpecChanges, specChanges } from './spec-changes';
import { type Unstable, unstableScenarios } from './unstable';

/** How many of the last runs are looked at for instability. */
export const UNSTABLE_WINDOW = 20;

/** Comparable runs, one the past of the next. */
export class ComparableRuns {
  /**
   * @param runs of one place, in the order of time
   * @param elsewhere all runs of the history: a release may have been made from another branch
   */
  constructor(
    readonly runs: readonly RecordedRun[],
    private readonly elsewhere: readonly RecordedRun[] = runs,
  ) {}

  /** The last run; null when none is recorded. */
  get current(): RecordedRun | null {
    return this.runs.at(-1) ?? null;
  }

  /** The runs before the last one. */
  get past(): ComparableRuns {
    return new ComparableRuns(this.runs.slice(0, -1), this.elsewhere);
  }

  /** The last whole run before the current one. */
  get previous(): RecordedRun | null {
    return this.runs.slice(0, -1).findLast(({ record }) => record.whole) ?? null;
  }

  /** The last run of the release before the current run: of any branch, with the same target and CLI. */
  get lastRelease(): RecordedRun | null {
    const { current } = this;
    if (!current) return null;
    return (
      this.elsewhere.findLast(
        (run) =>
          run.at < current.at &&
          run.record.release !== null &&
          run.record.release !== current.record.release &&
          run.record.target === current.record.target &&
          run.record.cli === current.record.cli,
      ) ?? null
    );
  }

  /** What changed since `previous`; null when there is nothing to compare with. */
  get changesSincePrevious(): SpecChanges | null {
    return this.changesSince(this.previous);
  }

  /** What changed since `lastRelease`; null when there is nothing to compare with. */
  get changesSinceRelease(): SpecChanges | null {
    return this.changesSince(this.lastRelease);
  }

  /** Since when a scenario is in the state it has now; null when no run had it. */
  since(key: string): Since | null {
    return sinceOf(this.runs, (run) => {
      const outcome = run.outcomeOf(key);
      return outcome === null ? null : groupOf(outcome);
    });
  }

  /** Since when a journey is in the state it has now, by the runs that had all of it; null when none had. */
  journeySince(uri: string): Since | null {
    const wholeSpecs = new Set(this.runs.filter(({ record }) => record.whole).map(({ spec }) => spec.id));
    return sinceOf(this.runs, (run) =>
      wholeSpecs.has(run.spec.id) && run.hasAllOf(uri) ? (run.journey(uri)?.group ?? null) : null,
    );
  }

  /** The last run that showed whether the scenario holds, and how it ended there; null when none did. */
  lastEvidence(key: string): { run: RecordedRun; outcome: Outcome } | null {
    for (const run of [...this.runs].reverse()) {
      const outcome = run.outcomeOf(key);
      if (outcome !== null && ['holds', 'fails'].includes(standingOf(groupOf(outcome)))) return { run, outcome };
    }
    return null;
  }

  /** The scenarios that do not always end alike, over the last `window` runs, the most unstable first. */
  unstable(window: number = UNSTABLE_WINDOW): Unstable[] {
    return unstableScenarios(this.runs.slice(-window));
  }

  /** The last `amount` whole runs, in the order of time. */
  trend(amount = 50): readonly RecordedRun[] {
    return this.runs.filter(({ record }) => record.whole).slice(-amount);
  }

  private changesSince(before: RecordedRun | null): SpecChanges | null {
    return before && this.current ? specChanges(before, this.current) : null;
  }
}
