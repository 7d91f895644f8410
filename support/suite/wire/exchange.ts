import type { ExchangeKind } from '../../shared/messages/evidence';

/** One request and its reply, as they went over the wire. Bodies are parsed JSON, or text when they are not JSON, or undefined when empty. */
export interface Exchange {
  readonly kind: ExchangeKind;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The contract's operation, null when the contract has none for this method and path. */
  readonly operationId: string | null;
  readonly requestBody: unknown;
  /** null when no reply came. */
  readonly status: number | null;
  readonly responseBody: unknown;
  readonly responseIsJson: boolean;
  /** System code (ECONNREFUSED, ECONNRESET, ...) when no whole reply came. */
  readonly failure: string | null;
  /** The suite itself held the request back, which never left: the failure says why, and nothing was learnt of the product. */
  readonly isWithheld?: true;
  readonly durationMs: number;
}

/** Did the API do what it was asked? A redirection is none. */
export function isSuccess(status: number | null | undefined): boolean {
  return status != null && status >= 200 && status < 300;
}

/** What a request is, before anything is known of its reply. */
export function kindOf(method: string, path: string): ExchangeKind {
  return method === 'GET' && path.endsWith('/openapi.json') ? 'discovery' : 'call';
}

export function isDiscovery({ kind }: Pick<Exchange, 'kind'>): boolean {
  return kind === 'discovery';
}

/** The last exchange that the command itself wanted. */
export function lastOwnExchange(exchanges: readonly Exchange[]): Exchange | null {
  return exchanges.filter((exchange) => !isDiscovery(exchange)).at(-1) ?? null;
}
