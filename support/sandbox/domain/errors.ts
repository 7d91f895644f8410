/** The statuses with which the domain refuses (resolutions 2.5); 500 is never thrown on purpose. */
export type ErrorStatus = 400 | 401 | 402 | 403 | 404 | 409 | 422 | 503;

/** One finding of a 422, in the shape of the contract's error body. */
export interface ValidationDetail {
  readonly type: string;
  readonly loc: readonly (string | number)[];
  readonly msg: string;
  readonly input: unknown;
}

/** A refusal that reaches the client as `{"error": message, "details"?: details}` with `status`. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly status: ErrorStatus,
    message: string,
    readonly details?: Readonly<Record<string, unknown>> | readonly ValidationDetail[],
  ) {
    super(message);
  }
}

/** The 422 of a value that is well formed but that the domain does not know (an unknown model, for instance). */
export function invalidField(loc: readonly (string | number)[], msg: string, input: unknown): DomainError {
  return new DomainError(422, 'Validation error', [{ type: 'value_error', loc, msg, input }]);
}
