import { createHash } from 'node:crypto';
import type { Group, Outcome, Totals } from '../model/outcome';
import { OUTCOMES } from '../model/outcome-table';
import type { Run } from '../model/run';

/** The lines of `history.jsonl`. A run names its spec and a spec its scenarios, each written once, when it is first needed. */
export type HistoryLine = ScenarioLine | SpecLine | RunRecord;

/** The text of one scenario, under a name made of that text. */
export interface ScenarioLine {
  kind: 'scenario';
  /** Hash of everything below and of the journey's path. */
  id: string;
  /** `Scenario.key` of the model. */
  key: string;
  rule: string | null;
  name: string;
  /** Hash of the whole text of all steps: another one means other steps. */
  text: string;
  /** Each step as written, rows of its table and lines of its text below it; long ones cut, none in an enormous suite. */
  steps: string[];
}

/** Which scenarios a run had, in their order. */
export interface SpecLine {
  kind: 'spec';
  id: string;
  /** Path of the journey's main file, its name, the ids of its scenarios. */
  journeys: [uri: string, name: string, scenarios: string[]][];
  /** The documented commands by their step, `2.3`; absent where there are none. */
  commands?: Record<string, string>;
}

/** A journey in a run: its group and the time of its scenarios in milliseconds. */
export type JourneyRecord = [group: Group, ms: number];

/** One run of the suite. Every text comes from the message stream, where secrets are already replaced. */
export interface RunRecord {
  kind: 'run';
  v: 1;
  /** Hash of when it began and of its attempts: the same stream always has the same id. */
  id: string;
  /** When it began, ISO 8601 in UTC. */
  at: string;
  /** From beginning to end, in milliseconds; 0 when the end is not known. */
  ms: number;
  commit: string | null;
  branch: string | null;
  dirty: boolean;
  /** The tag of the commit, when it has one. */
  release: string | null;
  target: string | null;
  cli: string | null;
  /** Nothing narrowed the run to a part of the suite. */
  whole: boolean;
  /** What cucumber-js itself made of the run. */
  ok: boolean;
  /** Why the run failed although none of its scenarios did (a hook of the run, say); null otherwise. */
  trouble: string | null;
  /** Of all its scenarios; figures that are zero are left out. */
  totals: Partial<Totals>;
  /** One for each journey of the spec; null for one that was not in the run. */
  journeys: (JourneyRecord | null)[];
  spec: string;
  /** One letter for each scenario of the spec (outcome-codes.ts). */
  states: string;
  /** What scenarios failed by, each once; only the first ones have their words, the others an empty sentence. `interrupted`: the run was asked to end. */
  errors: [signature: string, sentence: string, why?: 'interrupted'][];
  /** Scenario key to index in `errors`: of all that failed, and of those that passed only on a retry. */
  failures: Record<string, number>;
  /** By number of journey, one letter for each documented command in it (conformity/verdicts.ts): the third is that of step 3. Absent where there are none. */
  verdicts?: Record<string, string>;
  /** The page of the run in its CI. */
  ci: string | null;
}

/** A run with all lines it stands on, ready to be appended. */
export interface RecordedLines {
  record: RunRecord;
  spec: SpecLine;
  scenarios: ScenarioLine[];
}

/** The letter in `states` of a scenario, and in `verdicts` of a promise, that was not in the run. */
export const ABSENT = '.';

/** By the letters that `states` has. */
export const OUTCOMES_BY_LETTER: ReadonlyMap<string, Outcome> = new Map(
  (Object.keys(OUTCOMES) as Outcome[]).map((outcome) => [OUTCOMES[outcome].letter, outcome]),
);

/** Where a run belongs: only runs of the same place are each other's past. */
export interface Place {
  target: string | null;
  cli: string | null;
  branch: string | null;
}

/** The place of a run; the branch is the CI's when the repository does not know it. */
export function placeOf(run: Run): Place {
  const { runInfo, ci } = run;
  return { target: runInfo?.target ?? null, cli: runInfo?.cli ?? null, branch: runInfo?.branch ?? ci?.branch ?? null };
}

/** A place as one text, to compare and to group by. */
export function placeKey({ target, cli, branch }: Place): string {
  return JSON.stringify([target, cli, branch]);
}

/** A short name made of `parts`: twelve characters, safe in a URL. */
export function hashOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 12);
}
