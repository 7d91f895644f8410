import { type JsonObject, parseObject } from './json-object';

/** Media type of what the suite has to say beside a step: a fact as data, with the sentence that people read. */
export const NOTE_MEDIA_TYPE = 'application/vnd.dumont.note+json';

/** Why a scenario was not run on purpose. */
export type SkipCause = 'interrupted' | 'destructive' | 'sandbox-only' | 'requirement';

/**
 * What fails a scenario although none of its steps does. `unexpected`: an error of the product that no step speaks of; `contract`: an
 * exchange that left the contract; `cleanup`: something could not be put back.
 */
export type FindingCause = 'unexpected' | 'contract' | 'cleanup';

/** The closed set of what a note can say. `text` is the sentence for people; nothing reads it back. */
export type Note =
  | { readonly kind: 'remark'; readonly text: string }
  | { readonly kind: 'skipped'; readonly cause: SkipCause; readonly text: string }
  | { readonly kind: 'finding'; readonly cause: FindingCause; readonly text: string }
  | ContractDifference
  | ApiRequest;

/** One way in which an exchange differs from the contract. */
export interface ContractDifference {
  readonly kind: 'contract-difference';
  readonly operationId: string;
  /** The part of the exchange: the request, the status or the reply. */
  readonly part: string;
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

/** Which fields, of which type, each kind has besides its text. */
const FIELDS: Readonly<Record<Note['kind'], Readonly<Record<string, 'string' | 'number' | 'status'>>>> = {
  remark: {},
  skipped: { cause: 'string' },
  finding: { cause: 'string' },
  'contract-difference': { operationId: 'string', part: 'string', pointer: 'string', wanted: 'string', found: 'string' },
  request: { purpose: 'string', method: 'string', path: 'string', operationId: 'string', status: 'status', durationMs: 'number' },
};

/** Reads the body of a note's attachment; null when it is none. */
export function readNote(body: string): Note | null {
  const value = parseObject(body);
  return value && isNote(value) ? value : null;
}

function isNote(value: JsonObject): value is JsonObject & Note {
  if (typeof value.kind !== 'string' || !Object.hasOwn(FIELDS, value.kind) || typeof value.text !== 'string') return false;
  return Object.entries(FIELDS[value.kind as Note['kind']]).every(([name, type]) =>
    type === 'status' ? value[name] === null || typeof value[name] === 'number' : typeof value[name] === type,
  );
}
