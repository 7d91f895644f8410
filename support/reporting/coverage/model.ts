/**
 * What a run exercised of the product: measured from the commands and exchanges of the message stream, never from the text of the
 * features alone. Names of fields are part of `cobertura.json`: changing one breaks the programs that read that file.
 */
export interface Coverage {
  /** Why these figures do not speak of the whole suite (narrowed run, dry run, older stream); one Portuguese sentence each. */
  caveats: readonly string[];
  journeys: readonly JourneyCoverage[];
  total: TotalCoverage;
  /** Every operation of the contract, in its order. */
  operations: readonly OperationCoverage[];
  /** Commands that ran and of which nothing was looked at, or nothing but the status; in the order of the files. */
  weak: readonly WeakCommand[];
  /** Requests that are no operation of the contract; most frequent first. */
  outside: readonly OutsideRequest[];
}

export interface WeakCommand extends Pick<CommandUse, 'command' | 'line'> {
  uri: string;
  asserted: 'status' | 'no';
}

export interface JourneyCoverage {
  uri: string;
  name: string;
  /** Of the @jornada scenarios: the commands of the document. */
  own: CommandFigures;
  /** Of all other scenarios: what is promised beside the journey. */
  rules: CommandFigures;
  /** The commands of the @jornada scenarios, in order. */
  commands: readonly CommandUse[];
  operations: {
    /** Ids of the operations that the commands of the @jornada scenarios used, each once, in the order of their first use. */
    own: readonly string[];
    /** Those that documented commands of the other scenarios used. */
    rules: readonly string[];
    /** Those that any command used, preparing and looking included. */
    any: readonly string[];
  };
  /** The figures of the document; null when it has no such journey. */
  document: DocumentFigures | null;
  /** Why `document` and the measured figures differ; null when they agree or there is nothing to compare. */
  difference: string | null;
}

export interface CommandFigures {
  /** Steps that act by a command in backticks. */
  promised: number;
  /** Of these, those whose process ran. */
  ran: number;
  /** Of these, those that the API answered; the others stayed on the machine. */
  executed: number;
  /** Of those that ran, those with at least one Então that passed before the next command. */
  asserted: number;
  /** Of the asserted, those of which nothing but the status was looked at. */
  statusOnly: number;
}

export interface CommandUse {
  /** As the feature has it, without backticks. */
  command: string;
  line: number;
  ran: boolean;
  executed: boolean;
  asserted: 'content' | 'status' | 'no';
  operations: readonly string[];
  /** Why it was not executed, in Portuguese; null when it was. */
  why: string | null;
}

export interface DocumentFigures {
  commands: number;
  endpoints: number;
}

export interface TotalCoverage {
  own: CommandFigures;
  rules: CommandFigures;
  operations: {
    /** Operations of the contract that a command of the CLI is for. */
    promised: number;
    /** Distinct ones that the commands of the @jornada scenarios used. */
    own: number;
    /** The sum of the journeys' own: what is used in several journeys counts in each. */
    sumOfJourneys: number;
    /** Distinct ones that a documented command of any scenario used. */
    documented: number;
    /** Distinct ones that any command used, those without a command of their own included. */
    any: number;
  };
  parameters: StateFigures;
  errorReplies: StateFigures;
  document: DocumentFigures;
  /** Why the document's totals differ from the measured ones; null when they agree or not every journey of the document ran. */
  difference: string | null;
}

export interface StateFigures {
  /** How many the contract has. */
  promised: number;
  exercised: number;
  /** Never met, where the stream would show it. */
  never: number;
  /** The stream does not keep what would tell. */
  unknown: number;
}

export interface OperationCoverage {
  id: string;
  method: string;
  /** Template: `/api/v1/instances/{instance_id}`. */
  path: string;
  /** `dumont instance get {instance_id}`; null when no command is for it. */
  command: string | null;
  /** What the suite itself uses it for; null for an operation of the product's commands. */
  suite: 'cleanup' | 'preflight' | null;
  /** Requests by who sent them: commands of the journeys, of the other scenarios, and those that prepare or look. */
  requests: { own: number; rules: number; support: number };
  parameters: readonly ParameterCoverage[];
  replies: readonly ReplyCoverage[];
}

export type Exercise = 'exercised' | 'never' | 'unknown';

export interface ParameterCoverage {
  /** Of a body, by dots and brackets: `config.epochs`, `files[].name`. */
  name: string;
  in: 'path' | 'query' | 'body';
  required: boolean;
  state: Exercise;
}

export interface ReplyCoverage {
  status: number;
  /** False for a status that came without the contract having it. */
  documented: boolean;
  times: number;
}

export interface OutsideRequest {
  method: string;
  /** Without the query. */
  path: string;
  times: number;
}
