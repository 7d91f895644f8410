import type { Operation } from '../../contract/contract';

/** A request of the CLI as the faultProxy gets it. */
export interface CliRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** With its `?`, or empty. */
  readonly query: string;
  readonly authorization: string | undefined;
  /** Parsed JSON, undefined when there is none. */
  readonly body: unknown;
  /** null when the contract has none for this method and path. */
  readonly operation: Operation | null;
}

/** A reply: the backend's, or what is made of it. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** What the CLI gets instead of a reply: its connection is cut, or nothing ever comes. */
export type NoAnswer = 'connection-reset' | 'no-answer';

/** Sends a request to the backend; the CLI's own unless told otherwise. */
export type Forward = (request?: BackendRequest) => Promise<Answer>;

export type BackendRequest = Pick<CliRequest, 'method' | 'path' | 'query' | 'authorization' | 'body'>;

/** One way of breaking the product on the wire. */
export interface Interceptor {
  /** What it needs is made before the scenario, which may leave the product unable to make it. */
  prepare?(): Promise<void>;
  answer(request: CliRequest, forward: Forward): Promise<Answer | NoAnswer>;
}
