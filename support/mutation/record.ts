import { loadContract } from '../contract/contract';

/** What one documented command got while nothing was broken. */
export interface StepRecord {
  /** From 1, in the scenario. */
  readonly number: number;
  /** As the feature writes it. */
  readonly command: string;
  readonly method: string;
  readonly operationId: string;
  /** Without the query. */
  readonly path: string;
  readonly query: string;
  readonly status: number;
  readonly body: unknown;
  /** What the scenario had noted when the command ran. */
  readonly noted: Readonly<Record<string, unknown>>;
}

/** One scenario that passed while nothing was broken. */
export interface ScenarioRecord {
  /** `features/x.feature`. */
  readonly feature: string;
  readonly line: number;
  readonly name: string;
  readonly journey: number;
  /** Commands that sent something, in order. */
  readonly steps: readonly StepRecord[];
}

/** Does it change something in the product? */
export function isWrite({ operationId }: Pick<StepRecord, 'operationId'>): boolean {
  return loadContract().operation(operationId).writes;
}
