import type { components, operations } from '../../contract/dumont.types';

// The analytics compute what a reply shows and nothing else, so their results are typed by the contract itself.

export type Operation = keyof operations;

/** A named schema of the contract. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

type JsonOf<Reply> = Reply extends { content: { 'application/json': infer Body } } ? Body : never;

/** The body of an operation's successful reply. */
export type ReplyOf<Name extends Operation, Status extends 200 | 201 = 200> = operations[Name]['responses'] extends {
  [status in Status]: infer Reply;
}
  ? JsonOf<Reply>
  : never;

/** The query of an operation; `Defaulted` names the parameters that the contract gives a default, so that they are always there. */
export type QueryOf<Name extends Operation, Defaulted extends PropertyKey = never> = operations[Name]['parameters'] extends {
  query?: infer Query;
}
  ? Omit<NonNullable<Query>, Defaulted> & Required<Pick<NonNullable<Query>, Defaulted & keyof NonNullable<Query>>>
  : never;

/** The body of an operation's request. */
export type RequestOf<Name extends Operation> = operations[Name] extends {
  requestBody: { content: { 'application/json': infer Body } };
}
  ? Body
  : never;
