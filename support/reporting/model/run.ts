import type { CommandEvidence } from '../../shared/messages/evidence';
import type { Note } from '../../shared/messages/note';
import type { RunInfo } from '../../shared/messages/run-info';
import type { StepAdvice } from '../../shared/vocabulary/advice';

/**
 * One run of the suite as every report sees it. It is filled from the message stream alone (collector.ts) and is readable at any moment
 * of the run: an attempt without a duration is still going on.
 */
export interface Run {
  startedAt: Date | null;
  finishedAt: Date | null;
  /** What cucumber-js itself makes of the run, null until it ends: a process that dies between scenarios fails it as well. */
  succeeded: boolean | null;
  /** Tool versions, as the stream's `meta` gives them: "cucumber-js 12.9.0", "node.js 20.20.2". */
  tools: readonly string[];
  /** What ran against what, from which commit; null when nobody said. */
  runInfo: RunInfo | null;
  /** Where the run happened when it was a CI that cucumber knows. */
  ci: { name: string; url: string | null; revision: string | null; branch: string | null } | null;
  /** True when nothing was executed, not even a hook: cucumber-js --dry-run. */
  dryRun: boolean;
  /** Journeys with at least one selected scenario, in the order of their files. */
  journeys: Journey[];
  parseErrors: ParseFailure[];
  hookFailures: RunHookFailure[];
  /** Expressions that name a parameter type nobody defined; the steps they were for are undefined. */
  unknownParameterTypes: { expression: string; name: string }[];
  /** Every step definition of the suite, used or not, each once, in the order of their files. */
  definitions: StepDefinitionPlace[];
  /** What the parameters of those definitions accept: sources of regular expressions. Those built in are not among them. */
  parameterTypes: { name: string; patterns: readonly string[] }[];
  /** What is missing from the streams the run was read from, or does not fit together; one sentence each, in Portuguese. */
  gaps: string[];
}

export interface ParseFailure {
  uri: string;
  /** cucumber's own sentence, in English, beginning with "(line:column): ". */
  message: string;
}

export interface RunHookFailure {
  when: 'BeforeAll' | 'AfterAll';
  /** `file:line` of the hook. */
  location: string;
  error: StepError;
  /** How many processes it failed in: each worker runs the hook once. */
  times: number;
}

/**
 * A journey: its main file and the files of rules in the folder of the same name. When the main file was not in the run, its name is
 * `Jornada 2` and the rest of its heading is empty.
 */
export interface Journey extends Heading {
  /** Path of the main file, which is what names the journey, read or not. */
  uri: string;
  /** Null when the main file was not in the run. */
  line: number | null;
  background: Background | null;
  /** Those of the main file, then those of each theme, in the order of the files. */
  scenarios: Scenario[];
}

/** A file of rules in the folder of a journey. */
export interface Theme extends Heading {
  uri: string;
  line: number;
  background: Background | null;
}

export interface Heading {
  keyword: string;
  name: string;
  /** As written, indentation removed; empty when there is none. */
  description: string;
  tags: readonly string[];
}

export interface Background {
  keyword: string;
  name: string;
  description: string;
  steps: readonly StepText[];
}

export interface RuleHeading extends Heading {
  line: number;
  background: Background | null;
}

export interface Scenario extends Heading {
  /** Stays the same from run to run while journey, Regra, name and example stay: ten characters, safe in a URL. */
  key: string;
  /** Its own file: the main one of the journey, or that of its theme. */
  uri: string;
  /** The line cucumber-js accepts after `uri:`; of an outline, the line of the row. */
  line: number;
  /** Null in the main file of the journey. */
  theme: Theme | null;
  rule: RuleHeading | null;
  /** The row of Exemplos this scenario came from; empty outside an outline. */
  example: readonly { column: string; value: string }[];
  /** The name before the columns of Exemplos were filled in; all rows of an outline share it. */
  outline: string;
  /** Its steps as they will run, those of the Contexto first; hooks are not among them. */
  plan: readonly PlannedStep[];
  /** In order; empty while it waits, and for ever when nobody ran it. */
  attempts: Attempt[];
}

/** A step of a scenario before anybody runs it. */
export interface PlannedStep extends StepText {
  /** What the step is for, whichever word it begins with: a Dado prepares, a Quando acts, an Então looks. */
  purpose: 'prepare' | 'act' | 'look' | 'unknown';
  /** The step comes from the Contexto of the feature or of the rule. */
  fromBackground: boolean;
  /** The comment lines right above the step in the feature ("1. Pesquisar GPUs disponíveis"); empty when there are none. */
  stanza: string;
  /** As the feature has it, before the columns of Exemplos were filled in; outside an outline the same words. */
  written: StepText;
  /** What matches the step's text: none when undefined, several when ambiguous. */
  definitions: readonly StepDefinitionPlace[];
  /** Of an undefined step: what may have been meant and how to define it; null for any other. */
  advice: StepAdvice | null;
}

export interface Attempt {
  id: string;
  worker: string | null;
  startedAt: Date;
  /** Null until it ends. */
  durationMs: number | null;
  willBeRetried: boolean;
  steps: Step[];
}

export interface StepText {
  /** Without the space after it: "Dado", "E", "Quando". */
  keyword: string;
  text: string;
  line: number;
  table: readonly (readonly string[])[] | null;
  docString: { mediaType: string | null; content: string } | null;
}

/** One of cucumber's statuses, or where an unfinished step is. */
export type StepStatus =
  | 'PASSED'
  | 'FAILED'
  | 'SKIPPED'
  | 'PENDING'
  | 'UNDEFINED'
  | 'AMBIGUOUS'
  | 'UNKNOWN'
  | 'RUNNING'
  | 'WAITING';

export interface Step extends PlannedStep {
  id: string;
  /** `before` and `after` are hooks: keyword and text are empty and `location` says where the hook is. */
  kind: 'step' | 'before' | 'after';
  location: string | null;
  status: StepStatus;
  startedAt: Date | null;
  durationMs: number;
  error: StepError | null;
  commands: CommandEvidence[];
  /** What hooks and steps said, in their order; a bare `this.log` is a remark. */
  notes: Note[];
  attachments: OtherAttachment[];
}

export interface StepError {
  /** The error's name: `EnvironmentError` when the suite could not do its work, as against a promise that does not hold. */
  type: string;
  /** The error's own message, without type and stack. */
  message: string;
  /** What cucumber adds to the message: the diff of a comparison, the stack as it filtered it; null when there is nothing. */
  stack: string | null;
}

export interface StepDefinitionPlace {
  expression: string;
  /** `file:line`. */
  location: string;
}

export interface OtherAttachment {
  mediaType: string;
  fileName: string | null;
  /** Null when it is not text. */
  text: string | null;
  bytes: number;
}
