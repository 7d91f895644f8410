import { type JsonObject, parseObject } from './json-object';

/** Media type of what the suite has to say beside a step: a fact as data, with the sentence that people read. */
export const NOTE_MEDIA_TYPE = 'application/vnd.dumont.note+json';

/** Why a scenario was not run on purpose. */
export type SkipCause = 'interrupted' | 'unreachable' | 'destructive' | 'sandbox-only' | 'requirement';

/**
 * What fails a scenario although none of its steps does. `unexpected`: an error of the product that no step speaks of; `contract`: an
 * exchange that left the contract; `cleanup`: something could not be put back.
 */
export type FindingCause = 'unexpected' | 'contract' | 'cleanup';

/** The closed set of what a note can say. `text` is the sentence for people; nothing reads it back. */
export type Note =
  | { readonly kind: 'remark'; readonly text: string }
  | { readonly kind: 'skipped'; readonly cause: SkipCause; readonly text: string }
  | FoundUnspoken
  | ContractDifference
  | ApiRequest
  | PromiseVerdict;

/** What fails a scenario although none of its steps does. */
export interface FoundUnspoken {
  readonly kind: 'finding';
  readonly cause: FindingCause;
  /** The command it is about, as the feature writes it; null for what is about none. */
  readonly command: string | null;
  /** What was found, on one line. */
  readonly sentence: string;
  readonly text: string;
}

/** One way in which an exchange differs from the contract. */
export interface ContractDifference {
  readonly kind: 'contract-difference';
  readonly operationId: string;
  /** The part of the exchange. */
  readonly part: 'request' | 'status' | 'response';
  /** JSON pointer into that part. */
  readonly pointer: string;
  readonly wanted: string;
  readonly found: string;
  readonly text: string;
}

/** A request that the suite itself sent: a preparation or a look. */
export interface ApiRequest {
  readonly kind: 'request';
  readonly purpose: 'setup' | 'probe';
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly operationId: string;
  /** Null when no reply came. */
  readonly status: number | null;
  readonly durationMs: number;
  readonly text: string;
}

/**
 * What a run says of one documented command. `holds`: what the document promises of it is so. `cli-deviates`: it is not, but the API does it.
 * `api-deviates`: the API does not either. `unverified`: it could not be tried, for want of what another step should have left or of means.
 */
export type Verdict = 'holds' | 'cli-deviates' | 'api-deviates' | 'unverified';

/** The verdict of one documented command, at the end of its journey's scenario. */
export interface PromiseVerdict {
  readonly kind: 'promise';
  /** Journey and stanza: `2.3`. */
  readonly step: string;
  /** As the document writes it. */
  readonly command: string;
  /** The operation of the contract that the command stands for. */
  readonly operationId: string;
  readonly verdict: Verdict;
  /** The step of the document that an unverified one waits for: `2.2`; null where it waits for none. */
  readonly waitsFor: string | null;
  /** How many differences from the contract its exchanges showed. */
  readonly contractDifferences: number;
  /** The first sentence of why; empty when it holds. */
  readonly text: string;
}

/** Which fields, of which type, each kind has besides its text. */
const FIELDS: Readonly<
  Record<Note['kind'], Readonly<Record<string, 'string' | 'number' | 'nullable number' | 'nullable string'>>>
> = {
  remark: {},
  skipped: { cause: 'string' },
  finding: { cause: 'string', command: 'nullable string', sentence: 'string' },
  'contract-difference': { operationId: 'string', part: 'string', pointer: 'string', wanted: 'string', found: 'string' },
  request: {
    purpose: 'string',
    method: 'string',
    path: 'string',
    operationId: 'string',
    status: 'nullable number',
    durationMs: 'number',
  },
  promise: {
    step: 'string',
    command: 'string',
    operationId: 'string',
    verdict: 'string',
    waitsFor: 'nullable string',
    contractDifferences: 'number',
  },
};

/** Reads the body of a note's attachment; null when it is none. */
export function readNote(body: string): Note | null {
  const value = parseObject(body);
  return value && isNote(value) ? value : null;
}

function isNote(value: JsonObject): value is JsonObject & Note {
  if (typeof value.kind !== 'string' || !Object.hasOwn(FIELDS, value.kind) || typeof value.text !== 'string') return false;
  return Object.entries(FIELDS[value.kind as Note['kind']]).every(([name, type]) =>
    type.startsWith('nullable ') && value[name] === null ? true : typeof value[name] === type.replace('nullable ', ''),
  );
}
