import type { components, operations } from './dumont.types';

/** The operations of the contract, by operationId. */
export type OperationId = keyof operations;

/** A shared schema of the contract: `Schema<'Instance'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

type Json<Content> = Content extends { content: { 'application/json': infer Body } } ? Body : never;

type Replies<Id extends OperationId> = operations[Id]['responses'];

/** The body of a reply: `ReplyBody<'createInstance', 201>`. */
export type ReplyBody<Id extends OperationId, Status extends keyof Replies<Id>> = Json<Replies<Id>[Status]>;

/** The body of the reply that says it went well, be it 200 or 201. */
export type SuccessBody<Id extends OperationId> = Json<Replies<Id>[Extract<keyof Replies<Id>, 200 | 201>]>;

/** The body of a request as a client may send it: what has a default may be left out. `never` when the operation takes none. */
export type RequestBody<Id extends OperationId> = operations[Id] extends { requestBody: infer Content } ? Json<Content> : never;

type Parameters<Id extends OperationId> = operations[Id]['parameters'];

/** The query parameters as a client may send them: what has a default may be left out. */
export type QueryOf<Id extends OperationId> = Exclude<Parameters<Id>['query'], undefined>;

export type PathOf<Id extends OperationId> = Exclude<Parameters<Id>['path'], undefined>;
