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
  /** Where the run happened when it was a CI that cucumber knows. */
  ci: { name: string; url: string | null; revision: string | null; branch: string | null } | null;
  /** True when the hooks of the run were not executed: cucumber-js --dry-run. */
  dryRun: boolean;
  /** Features with at least one selected scenario, in the order of the files. */
  journeys: Journey[];
  parseErrors: ParseFailure[];
  hookFailures: RunHookFailure[];
  /** Expressions that name a parameter type nobody defined; the steps they were for are undefined. */
  unknownParameterTypes: { expression: string; name: string }[];
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

export interface Journey extends Heading {
  uri: string;
  line: number;
  background: Background | null;
  scenarios: Scenario[];
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
  /** Identity of the pickle within this run. */
  id: string;
  uri: string;
  /** The line cucumber-js accepts after `uri:`; of an outline, the line of the row. */
  line: number;
  rule: RuleHeading | null;
  /** The row of Exemplos this scenario came from; empty outside an outline. */
  example: readonly { column: string; value: string }[];
  /** In order; empty while it waits, and for ever when nobody ran it. */
  attempts: Attempt[];
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

export interface Step extends StepText {
  id: string;
  /** `before` and `after` are hooks: keyword and text are empty and `location` says where the hook is. */
  kind: 'step' | 'before' | 'after';
  location: string | null;
  /** The step comes from the Contexto of the feature or of the rule. */
  fromBackground: boolean;
  /** The comment lines right above the step in the feature ("1. Pesquisar GPUs disponíveis"); empty when there are none. */
  stanza: string;
  status: StepStatus;
  startedAt: Date | null;
  durationMs: number;
  error: StepError | null;
  /** What matched the step's text: none when undefined, several when ambiguous. */
  definitions: readonly StepDefinitionPlace[];
  commands: CommandRun[];
  /** What hooks and steps said by `this.log`. */
  notes: string[];
  attachments: OtherAttachment[];
}

export interface StepError {
  /** The error's own message, without type and stack. */
  message: string;
  /** Message and stack as cucumber filtered them; null when there is none. */
  stack: string | null;
}

export interface StepDefinitionPlace {
  expression: string;
  /** `file:line`. */
  location: string;
}

/** Attachment `application/vnd.dumont.command+json`: one command the suite ran. */
export interface CommandRun {
  command: string;
  role: 'documentado' | 'preparacao' | 'sonda';
  argv: string[];
  exitCode: number | null;
  durationMs: number;
  stdout: string;
  stderr: string;
  exchanges: { method: string; path: string; operationId: string | null; status: number | null }[];
}

export interface OtherAttachment {
  mediaType: string;
  fileName: string | null;
  /** Null when it is not text. */
  text: string | null;
  bytes: number;
}
