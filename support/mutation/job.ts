import type { SourceMutant, Verdict, WireMutant } from './mutant';
import type { Rehearsal } from './performance';
import type { ScenarioRecord } from './record';

/** What the coordinator asks of a worker process. */
export type Job =
  | { readonly kind: 'rehearse'; readonly feature: string; readonly journey: number }
  | { readonly kind: 'wire'; readonly mutant: WireMutant; readonly scenarios: readonly ScenarioRecord[] }
  | { readonly kind: 'source'; readonly mutant: SourceMutant; readonly features: readonly string[] };

/** What a worker process answers: each kind of job has its own. */
export interface Answers {
  rehearse: Rehearsal;
  wire: Omit<Verdict, 'mutant' | 'durationMs'>;
  source: Omit<Verdict, 'mutant' | 'durationMs'>;
}

/** The variable by which a worker learns which fault it is built with. */
export const FAULT_VARIABLE = 'DUMONT_MUTATION_FAULT';
