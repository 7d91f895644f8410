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

/** Operations that only tell something, although they are no GET. */
const TELLING: readonly string[] = ['recommendGpu', 'analyzeProject', 'estimateMigration'];

/** Does it change something in the product? */
export function isWrite({ method, operationId }: Pick<StepRecord, 'method' | 'operationId'>): boolean {
  return method !== 'GET' && !TELLING.includes(operationId);
}
