import type { Conformity } from '../conformity/conformity';
import type { Coverage } from '../coverage/model';
import type { ComparableRuns } from '../history/comparable-runs';
import type { RecordedRun } from '../history/recorded-run';
import { scenariosOf } from '../model/outcome';
import type { Run, Scenario } from '../model/run';
import { scenarioHref } from '../site/links';

/** From `painel/` to the pages of the documentation. */
export const DOCUMENTATION = '../documentacao/';

/** What the dashboard is made of. */
export interface DashboardFacts {
  run: Run;
  /** The recorded runs that this one continues, itself the last when it was recorded: `readHistory(file).lineOf(run)`. */
  line: ComparableRuns;
  /** What the run says of every promise. */
  conformity: Conformity;
  /** Null leaves the section out. */
  coverage: Coverage | null;
  /** When the page is made; ages are counted from here. */
  now: Date;
}

/** True when the last run of the line is this one: only then does what the line says of its end speak of this run. */
export function isRecorded({ run, line }: Pick<DashboardFacts, 'run' | 'line'>): boolean {
  return !run.dryRun && run.startedAt !== null && line.current?.at.getTime() === run.startedAt.getTime();
}

/** How many runs a strip shows. */
const STRIP = 20;

/** The last whole runs, oldest first; none for a dry run, which is about what is promised. */
export function recentRuns({ run, line }: Pick<DashboardFacts, 'run' | 'line'>): readonly RecordedRun[] {
  return run.dryRun ? [] : line.trend(STRIP);
}

/** Finds scenarios of the run by their key, for links to their evidence. */
export class Evidence {
  readonly #scenarios: ReadonlyMap<string, Scenario>;

  constructor(run: Run) {
    this.#scenarios = new Map(scenariosOf(run).map((scenario) => [scenario.key, scenario]));
  }

  /** Where the scenario stands in the documentation; null when the run does not have it. */
  hrefOf(key: string): string | null {
    const scenario = this.#scenarios.get(key);
    return scenario ? `${DOCUMENTATION}${scenarioHref(scenario)}` : null;
  }
}
