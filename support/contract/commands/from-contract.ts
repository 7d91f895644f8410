import type { Operation } from '../operation';
import { type JsonSchema, partsOf, propertiesOf, typesOf } from '../schema';
import { isSecret, secretNames } from '../secrets';
import type { Arg, Command, Field, ValueType } from './command';

/**
 * The commands of the CLI: one per operation with `x-cli`, in the contract's order.
 * @throws Error naming the command when its `x-cli` and its operation do not fit together
 */
export function commandsOf(operations: readonly Operation[]): Command[] {
  const commands = operations.flatMap((operation) => (operation.cli ? [commandOf(operation, operation.cli)] : []));
  check(commands);
  return commands;
}

type Cli = NonNullable<Operation['cli']>;

function commandOf(operation: Operation, cli: Cli): Command {
  const { id: operationId, method, path, requestBody, summary } = operation;
  const { resource, action, session, 'sends-files': sendsFiles } = cli;
  return {
    operationId,
    resource,
    action,
    args: argsOf(cli),
    method,
    path,
    fields: fieldsOf(operation),
    ...(requestBody && { takesBody: true }),
    secrets: secretNames(operation),
    ...(session && { session }),
    ...(sendsFiles && { sendsFiles }),
    summary,
  };
}

function argsOf({ args, display = {} }: Cli): Arg[] {
  return args.map((word) => {
    const field = /^\{(\w+)\}$/.exec(word)?.[1];
    return field === undefined ? { literal: word } : { field, shown: display[field] ?? field };
  });
}

function fieldsOf({ parameters, requestBody }: Operation): Field[] {
  const ofParameters = parameters.map(({ name, in: place, required, schema }) => fieldFrom(name, place, schema, required));
  const demanded = new Set(requestBody ? partsOf(requestBody.schema).flatMap((part) => part.required ?? []) : []);
  const ofBody = Object.entries(requestBody ? propertiesOf(requestBody.schema) : {}).map(([name, schema]) =>
    fieldFrom(name, 'body', schema, demanded.has(name)),
  );
  return [...ofParameters, ...ofBody];
}

function fieldFrom(name: string, place: Field['place'], schema: JsonSchema, required: boolean): Field {
  return { name, place, ...kindOf(schema), ...(required && { required }), ...(isSecret(schema) && { secret: true }) };
}

/** The type of a value, `null` left out; a schema that says none is of text. */
function kindOf(schema: JsonSchema): Pick<Field, 'type' | 'many'> {
  const type = typesOf(schema).find((one): one is ValueType | 'array' => one !== 'null') ?? 'string';
  if (type !== 'array') return { type };
  const items = partsOf(schema).find((part) => part.items)?.items;
  return { type: items ? kindOf(items).type : 'string', many: true };
}

/** What would make a command that cannot be typed, or two that cannot be told apart, is a mistake in the contract. */
function check(commands: readonly Command[]): void {
  const typed = new Map<string, Command>();
  for (const command of commands) {
    const { resource, action, args, fields, path, sendsFiles } = command;
    const name = `dumont ${resource} ${action}`;
    const asked = [...args.flatMap((arg) => ('field' in arg ? [arg.field] : [])), ...(sendsFiles ? [sendsFiles.field] : [])];
    const unknown = asked.find((field) => !fields.some((declared) => declared.name === field));
    if (unknown) throw new Error(`${name}: x-cli names {${unknown}}, which the operation does not declare`);
    const unfilled = fields.find((field) => field.place === 'path' && !asked.includes(field.name));
    if (unfilled) throw new Error(`${name}: no argument fills {${unfilled.name}} of ${path}`);
    const twice = fields.find((field, at) => fields.findIndex((other) => other.name === field.name) !== at);
    if (twice) throw new Error(`${name}: ${twice.name} is declared twice`);
    const shape = [name, ...args.map((arg) => ('literal' in arg ? arg.literal : '<>'))].join(' ');
    if (typed.has(shape)) throw new Error(`${shape} is two operations: ${typed.get(shape)?.path} and ${path}`);
    typed.set(shape, command);
  }
}
