import type { Arg, Command, Field, Grammar } from './grammar';
import { type Content, type ContractDocument, OpenApiReader, type Parameter } from './openapi-reader';

interface CliExtension {
  resource: string;
  action: string;
  args?: string[];
  display?: Record<string, string>;
  session?: 'opens' | 'closes';
  'sends-files'?: { field: string; names: string[] };
  summary?: string;
}

interface Operation {
  operationId?: string;
  summary?: string;
  parameters?: (Parameter | { $ref: string })[];
  requestBody?: Content | { $ref: string };
  responses?: Record<string, Content | { $ref: string }>;
  'x-cli'?: CliExtension;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

function argsOf({ args = [], display = {} }: CliExtension): Arg[] {
  return args.map((word) => {
    const field = /^\{(\w+)\}$/.exec(word)?.[1];
    return field === undefined ? { literal: word } : { field, shown: display[field] ?? field };
  });
}

function fieldsOf(reader: OpenApiReader, shared: Operation, operation: Operation): Field[] {
  const parameters = [...(shared.parameters ?? []), ...(operation.parameters ?? [])].map((one) => reader.resolve<Parameter>(one));
  const own = parameters.flatMap(({ name, in: place, required, schema }): Field[] =>
    place === 'path' || place === 'query' ? [{ name, place, ...reader.valueOf(schema), ...(required && { required }) }] : [],
  );
  const body = reader.schemaOf(operation.requestBody);
  const sent = (body ? reader.properties(body) : []).map(
    ({ name, schema, required, secret }): Field => ({
      name,
      place: 'body',
      ...reader.valueOf(schema),
      ...(required && { required }),
      ...(secret && { secret }),
    }),
  );
  return [...own, ...sent];
}

/** What would make a command that cannot be typed, or two that cannot be told apart, is a mistake in the contract. */
function check(commands: Command[]): Grammar {
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
  return { commands };
}

/**
 * Draws the CLI's grammar from the contract: one command per operation with `x-cli`, in the contract's order.
 * @param document the parsed contract (OpenAPI 3, local `$ref`s)
 * @throws Error naming the command when its `x-cli` and its operation do not fit together
 */
export function grammarOf(document: ContractDocument): Grammar {
  const reader = new OpenApiReader(document);
  const commands: Command[] = [];
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method] as Operation | undefined;
      const cli = operation?.['x-cli'];
      if (!operation || !cli) continue;
      const body = reader.schemaOf(operation.requestBody);
      const replies = Object.values(operation.responses ?? {}).map((reply) => reader.schemaOf(reply));
      commands.push({
        resource: cli.resource,
        action: cli.action,
        args: argsOf(cli),
        method: method.toUpperCase(),
        path,
        fields: fieldsOf(reader, item as Operation, operation),
        ...(body && { takesBody: true }),
        secrets: [...new Set([body, ...replies].flatMap((schema) => reader.secretsIn(schema)))],
        ...(cli.session && { session: cli.session }),
        ...(cli['sends-files'] && { sendsFiles: cli['sends-files'] }),
        summary: cli.summary ?? operation.summary ?? '',
      });
    }
  }
  return check(commands);
}
