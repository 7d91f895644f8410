import type { Html } from '../../shared/html';
import type { Conformity } from '../conformity/conformity';
import type { Outcome } from '../model/outcome';
import type { StepDefinitionPlace } from '../model/run';

/** What the documentation needs to know besides the run. */
export interface SiteContext {
  /** When the pages are made; ages are counted from here. */
  now: Date;
  /** What earlier runs said; null leaves out every sentence that needs it. */
  history: SiteHistory | null;
  /** What the run says of every promise, compared with earlier runs; null: by the run alone. */
  conformity: Conformity | null;
  /** Address behind "Editar", with `{path}`, `{line}`, `{branch}` and `{commit}` to be filled in; null: no such links. */
  editTemplate: string | null;
  /** Links from the front page to what else was made of the run, such as coverage; addresses relative to `documentacao/`. */
  related: readonly { label: string; href: string }[];
  /** More about a step for the catalogue, already safe; null when there is nothing to say. */
  explainStep: ((definition: StepDefinitionPlace) => Html | null) | null;
}

/** What the pages ask of earlier runs. */
export interface SiteHistory {
  /**
   * Since when something is in the state it has now, and in how many runs in a row, this one included; `changed` when an earlier run saw
   * it otherwise.
   * @param key `Scenario.key`, or `Journey.uri` for a whole journey
   */
  since(key: string): { since: Date; runs: number; changed: boolean } | null;
  /** The last earlier run in which the scenario really ran, for one that did not run in this one. @param key `Scenario.key` */
  lastEvidence(key: string): { at: Date; outcome: Outcome; commit: string | null } | null;
}

/** A context that knows nothing but the time. */
export function plainContext(now: Date): SiteContext {
  return { now, history: null, conformity: null, editTemplate: null, related: [], explainStep: null };
}
