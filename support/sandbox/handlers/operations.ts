import type { operations } from '../../contract/dumont.types';
import type { Call, Reply } from './handler';

/** The types of each operation of the contract, for handlers: what comes in, and what a success sends back. */
export type OperationId = keyof operations;

type Json<Carrier> = Carrier extends { content: { 'application/json': infer Body } } ? Body : never;
type Responses<Id extends OperationId> = operations[Id]['responses'];
type SuccessStatus<Id extends OperationId> = keyof Responses<Id> & (200 | 201);

export type ParamsOf<Id extends OperationId> = operations[Id]['parameters'] extends { path: infer Path } ? Path : object;
export type QueryOf<Id extends OperationId> = operations[Id]['parameters'] extends { query?: infer Query }
  ? NonNullable<Query>
  : object;
export type BodyOf<Id extends OperationId> = operations[Id] extends { requestBody: infer Body } ? Json<Body> : object;

/** `Defaulted` fields are optional on the wire and always there in a handler: the contract gives their default. */
type Completed<Values, Defaulted extends PropertyKey> = Values & Required<Pick<Values, Defaulted & keyof Values>>;

/** A call of the operation; `Defaulted` names the query and body fields for which the contract has a default. */
export type CallOf<Id extends OperationId, Defaulted extends keyof QueryOf<Id> | keyof BodyOf<Id> = never> = Call<
  ParamsOf<Id>,
  Completed<QueryOf<Id>, Defaulted>,
  Completed<BodyOf<Id>, Defaulted>
>;

/** What a success of the operation sends, as the contract has it. */
export type ReplyOf<Id extends OperationId> = {
  [Status in SuccessStatus<Id>]: Reply<Json<Responses<Id>[Status]>> & { readonly status: Status };
}[SuccessStatus<Id>];
