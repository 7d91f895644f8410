import type { OperationId } from '../types';

// The commands of the CLI as plain data, so that the bundle of the embedded CLI can carry them. How they come from the contract: from-contract.ts.

/** What a value of a field is, as far as a command line has to know to turn text into it. */
export type ValueType = 'string' | 'integer' | 'number' | 'boolean' | 'object';

export interface Field {
  readonly name: string;
  readonly place: 'path' | 'query' | 'body';
  readonly type: ValueType;
  /** Several values of `type`, written as `a,b` or as a JSON array. */
  readonly many?: true;
  readonly required?: true;
  /** Its value is never shown, and as a positional it is taken as it stands, whatever characters it has. */
  readonly secret?: true;
}

/** A word of a command: one that is typed as it is, or one that gives a field its value. */
export type Arg = { readonly literal: string } | { readonly field: string; readonly shown: string };

/** A command of the CLI, and the operation that it is for. */
export interface Command {
  readonly operationId: OperationId;
  readonly resource: string;
  readonly action: string;
  readonly args: readonly Arg[];
  readonly method: string;
  /** Path template, prefix included: `/api/v1/instances/{instance_id}`. */
  readonly path: string;
  readonly fields: readonly Field[];
  readonly takesBody?: true;
  /** Names of the properties, of the request or of a reply, whose values are never shown. */
  readonly secrets: readonly string[];
  readonly session?: 'opens' | 'closes';
  /** The body field that carries these files of the working directory. */
  readonly sendsFiles?: FilesOfProject;
  readonly summary: string;
}

export interface FilesOfProject {
  readonly field: string;
  readonly names: readonly string[];
}

/** The field that a word of the command gives its value; undefined for a literal. */
export function fieldOf({ fields }: Command, arg: Arg): Field | undefined {
  return 'field' in arg ? fields.find(({ name }) => name === arg.field) : undefined;
}

/** Fields that are given as `key=value`: all that are neither positionals nor files read from the working directory. */
export function keysOf({ fields, args, sendsFiles }: Command): Field[] {
  const taken = new Set(args.flatMap((arg) => ('field' in arg ? [arg.field] : [])));
  return fields.filter(({ name }) => !taken.has(name) && name !== sendsFiles?.field);
}
