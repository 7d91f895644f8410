import type { OperationId, QueryOf as SentQuery } from '../../contract/types';

// The analytics compute what a reply shows and nothing else, so their results are typed by the contract itself.

export type { RequestBody as RequestOf, Schema, SuccessBody as ReplyOf } from '../../contract/types';

/** The query of an operation; `Defaulted` names the parameters that the contract gives a default, so that they are always there. */
export type QueryOf<Id extends OperationId, Defaulted extends keyof SentQuery<Id> = never> = SentQuery<Id> &
  Required<Pick<SentQuery<Id>, Defaulted>>;
