/** The types of a grammar: plain data, embedded in the bundled CLI. How it is drawn from the contract: contract-grammar.ts. */

/** What a value of a field is, as far as a command line has to know to turn text into it. */
export type ValueType = 'string' | 'integer' | 'number' | 'boolean' | 'object';

export interface Field {
  name: string;
  place: 'path' | 'query' | 'body';
  type: ValueType;
  /** Several values of `type`, written as `a,b` or as a JSON array. */
  many?: true;
  required?: true;
  /** Its value is never shown, and as a positional it is taken as it stands, whatever characters it has. */
  secret?: true;
}

/** A word of a command: one that is typed as it is, or one that gives a field its value. */
export type Arg = { literal: string } | { field: string; shown: string };

export interface Command {
  resource: string;
  action: string;
  args: Arg[];
  method: string;
  /** Path template, prefix included: `/api/v1/instances/{instance_id}`. */
  path: string;
  fields: Field[];
  takesBody?: true;
  /** Names of the properties, of the request or of a reply, whose values are never shown. */
  secrets: string[];
  session?: 'opens' | 'closes';
  sendsFiles?: { field: string; names: string[] };
  summary: string;
}

export interface Grammar {
  commands: Command[];
}
