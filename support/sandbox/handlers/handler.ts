import type { Platform } from '../domain/accounts/platform';
import type { Requirement } from '../domain/accounts/requirements';
import type { Tenant } from '../domain/accounts/tenant';

/** Values of a request, already validated, coerced and completed with the defaults of the contract. */
export type Values = Record<string, unknown>;

export interface Call<Params = Values, Query = Values, Body = Values> {
  readonly platform: Platform;
  /** The account that called. Reading it in a public operation is a mistake in the handler and throws. */
  readonly tenant: Tenant;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
}

export interface Reply<Body = unknown> {
  readonly status: number;
  readonly body: Body;
}

/** Answers one operation; refuses by throwing a `DomainError`. Write it as `(call: Call<MyParams, MyQuery, MyBody>) => Reply`. */
export interface Handler {
  // `never` makes every handler fit, whatever it asks of params, query and body: the server hands it what the contract let through.
  (call: Call<never, never, never>): Reply | Promise<Reply>;
  /** What the account must have before the request is even looked at (400 otherwise); see `needing`. */
  readonly needs?: readonly Requirement[];
}

/** `handler`, refused with 400 before validation (contract.md 2) when the account lacks one of `needs`. */
export function needing(needs: readonly Requirement[], handler: Handler): Handler {
  return Object.assign((call: Call<never, never, never>) => handler(call), { needs });
}
