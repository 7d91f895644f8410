import type { operations } from '../../contract/dumont.types';
import type { OperationId, PathOf, QueryOf, ReplyBody, RequestBody } from '../../contract/types';
import type { Call, Reply } from './handler';

// The types of each operation of the contract, for handlers: what comes in, and what a success sends back.

/** An operation that takes none of something takes an empty object of it. */
type OrNothing<Taken> = [Taken] extends [never] ? object : Taken;
type Query<Id extends OperationId> = OrNothing<QueryOf<Id>>;
type Body<Id extends OperationId> = OrNothing<RequestBody<Id>>;

/** `Defaulted` fields are optional on the wire and always there in a handler: the contract gives their default. */
type Completed<Sent, Defaulted extends PropertyKey> = Sent & Required<Pick<Sent, Defaulted & keyof Sent>>;

/** A call of the operation; `Defaulted` names the query and body fields for which the contract has a default. */
export type CallOf<Id extends OperationId, Defaulted extends keyof Query<Id> | keyof Body<Id> = never> = Call<
  OrNothing<PathOf<Id>>,
  Completed<Query<Id>, Defaulted>,
  Completed<Body<Id>, Defaulted>
>;

type SuccessStatus<Id extends OperationId> = keyof operations[Id]['responses'] & (200 | 201);

/** What a success of the operation sends, as the contract has it. */
export type ReplyOf<Id extends OperationId> = {
  [Status in SuccessStatus<Id>]: Reply<ReplyBody<Id, Status>> & { readonly status: Status };
}[SuccessStatus<Id>];
