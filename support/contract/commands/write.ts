import { quote } from 'shlex';
import { type Arg, type Command, type Field, fieldOf, keysOf } from './command';
import { CommandMisuse } from './misuse';
import { needsEndOfPairs, parse } from './parse';
import { requestOf } from './request';
import { textOfValue } from './values';

/** An operation with its arguments, as a request of a command or as any other exchange has them. */
export interface AskedOperation {
  readonly operationId: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/**
 * The words after `dumont` that ask for an operation with these arguments; files that the CLI adds to the body are left out.
 * @returns null when no command is for the operation
 * @throws CommandMisuse when no command line can say it: a positional is missing, a field unknown, a value not of its type
 */
export function argvOf({ operationId, params, query, body }: AskedOperation, commands: readonly Command[]): string[] | null {
  const command = commands.find((one) => one.operationId === operationId);
  if (!command) return null;
  const given = Object.entries({ ...params, ...query, ...(typeof body === 'object' ? body : {}) });
  const values = new Map(given.filter(([, value]) => value !== undefined));
  if (command.sendsFiles) values.delete(command.sendsFiles.field);
  const positionals = command.args.map((arg) => wordOf(arg, command, values));
  const pairs = [...values].map(([name, value]) => pairOf(name, value, command));
  const { resource, action } = command;
  const argv = positionals.some(needsEndOfPairs)
    ? [resource, action, ...pairs, '--', ...positionals]
    : [resource, action, ...positionals, ...pairs];
  const line = parse(argv, commands);
  if (line.kind === 'run') requestOf(line.invocation);
  return argv;
}

/** A command as one writes it in a shell, and as the document does: `dumont advisor recommend task="Train Llama 3 8B with LoRA"`. */
export function lineOf(argv: readonly string[]): string {
  return ['dumont', ...argv.map(quoted)].join(' ');
}

function wordOf(arg: Arg, command: Command, values: Map<string, unknown>): string {
  if ('literal' in arg) return arg.literal;
  const field = fieldOf(command, arg);
  const value = values.get(arg.field);
  if (!field || value === undefined)
    throw new CommandMisuse({ kind: 'missing-argument', command, shown: `<${arg.shown}>`, variants: [command] });
  values.delete(arg.field);
  return written(field, `<${arg.shown}>`, value, command);
}

function pairOf(name: string, value: unknown, command: Command): string {
  const field = keysOf(command).find((one) => one.name === name);
  if (!field) throw new CommandMisuse({ kind: 'unknown-key', command, key: name, word: name });
  return `${name}=${written(field, name, value, command)}`;
}

function written(field: Field, shown: string, value: unknown, command: Command): string {
  if (value === null) throw new CommandMisuse({ kind: 'wrong-value', command, shown, field, text: 'null' });
  return textOfValue(field, value);
}

/** Words of which a shell makes nothing else, `<instance_id>` among them, since that is how the document writes it. */
const PLAIN = /^(?:<\w+>|[\w@%+=:,./-])+$/;
const SPECIAL_IN_QUOTES = /["\\$`!]/;

function quoted(word: string): string {
  if (PLAIN.test(word)) return word;
  const [, key = '', value = ''] = /^([A-Za-z_][\w.-]*=)?(.*)$/s.exec(word) ?? [];
  return key + (SPECIAL_IN_QUOTES.test(value) ? quote(value) : `"${value}"`);
}
