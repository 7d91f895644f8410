import type { Kill, SourceMutant, Verdict, WireMutant } from './mutant';
import type { ScenarioRecord } from './record';

/** What the coordinator asks of a worker process. */
export type Job =
  | { readonly kind: 'dryRun'; readonly features: readonly string[] }
  | { readonly kind: 'check'; readonly scenario: string }
  | { readonly kind: 'wire'; readonly mutant: WireMutant; readonly journey: ScenarioRecord }
  | {
      readonly kind: 'source';
      readonly mutant: SourceMutant;
      readonly features: readonly string[];
      /** Name of the scenario that is expected to notice. */
      readonly first: string | undefined;
    };

/** What a worker process answers: each kind of job has its own. */
export interface Answers {
  dryRun: { readonly scenarios: readonly ScenarioRecord[]; readonly failed: readonly Kill[] };
  /** Whether the scenario passes with nothing broken. */
  check: boolean;
  wire: Omit<Verdict, 'mutant' | 'durationMs'>;
  source: Omit<Verdict, 'mutant' | 'durationMs'>;
}

/** The variable by which a worker learns which fault it is built with. */
export const FAULT_VARIABLE = 'DUMONT_MUTATION_FAULT';
