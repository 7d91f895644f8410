import { type Command, type Field, fieldOf, keysOf } from './command';
import { CommandMisuse, type KeyMisuse } from './misuse';

/** A command with the text typed for each of its fields. */
export interface Invocation {
  readonly command: Command;
  readonly given: readonly GivenField[];
}

export interface GivenField {
  readonly field: Field;
  /** How whoever typed it knows the field: `<email>` where it goes by its position, else its name. */
  readonly shown: string;
  readonly text: string;
}

export type CommandLine =
  | { readonly kind: 'version' }
  | { readonly kind: 'help'; readonly commands?: readonly Command[] }
  | { readonly kind: 'run'; readonly invocation: Invocation };

interface Typed {
  readonly positionals: readonly string[];
  readonly pairs: readonly Pair[];
}

interface Pair {
  readonly key: string;
  readonly text: string;
  readonly word: string;
}

const HELP: readonly string[] = ['--help', '-h'];
const END_OF_PAIRS = '--';
const literals = ({ args }: Command): number => args.filter((arg) => 'literal' in arg).length;

/**
 * What a command line asks for. Values are still the text that was typed.
 * @param argv the words after `dumont`
 * @throws CommandMisuse for an unknown resource, action or key, a missing, empty or surplus positional, a key given twice
 */
export function parse(argv: readonly string[], commands: readonly Command[]): CommandLine {
  const end = argv.indexOf(END_OF_PAIRS);
  const flags = end < 0 ? argv : argv.slice(0, end);
  if (argv[0] === 'help') return help(argv.slice(1), commands);
  if (flags.some(isHelp)) return help(flags.filter((word) => !isHelp(word)).slice(0, 2), commands);
  if (argv[0] === '--version') return { kind: 'version' };

  const [resource, action, ...tokens] = argv;
  const variants = variantsOf(resource, action, commands);
  const { command, typed } = choose(variants, tokens);
  const given = [...bindPairs(command, typed), ...bindPositionals(command, typed, variants)];
  return { kind: 'run', invocation: { command, given } };
}

/** The fields that the API demands and that the command line, right as it is, does not give. */
export function lackingKeys({ command, given }: Invocation): Field[] {
  return keysOf(command).filter(({ name, required }) => required && !given.some(({ field }) => field.name === name));
}

/** Whether a positional would be taken for something else unless it stands after `--`. */
export function needsEndOfPairs(positional: string): boolean {
  return positional === END_OF_PAIRS || isHelp(positional) || keyOf(positional) !== undefined;
}

function isHelp(word: string): boolean {
  return HELP.includes(word);
}

function keyOf(word: string): string | undefined {
  return /^([A-Za-z_][\w.-]*)=/.exec(word)?.[1];
}

function help([resource, action]: readonly string[], commands: readonly Command[]): CommandLine {
  if (resource === undefined) return { kind: 'help' };
  return {
    kind: 'help',
    commands: action === undefined ? ofResource(resource, commands) : variantsOf(resource, action, commands),
  };
}

function ofResource(resource: string | undefined, all: readonly Command[]): Command[] {
  const commands = all.filter((command) => command.resource === resource);
  if (commands.length > 0) return commands;
  const resources = [...new Set(all.map((command) => command.resource))];
  throw new CommandMisuse(
    resource === undefined ? { kind: 'no-resource', resources } : { kind: 'unknown-resource', resource, resources },
  );
}

/** The commands that share a resource and an action: never none. */
function variantsOf(resource: string | undefined, action: string | undefined, all: readonly Command[]): Variants {
  const commands = ofResource(resource, all);
  const [first, ...others] = commands.filter((command) => command.action === action);
  if (first) return [first, ...others];
  const { resource: known } = commands[0] as Command;
  throw new CommandMisuse(
    action === undefined
      ? { kind: 'no-action', resource: known, commands }
      : { kind: 'unknown-action', resource: known, action, commands },
  );
}

type Variants = readonly [Command, ...Command[]];

/** Of the commands that share an action, the one with the most literal words that were all typed in their places. */
function choose(variants: Variants, tokens: readonly string[]): { readonly command: Command; readonly typed: Typed } {
  const [best] = variants
    .map((command) => ({ command, typed: split(tokens, command) }))
    .filter(({ command, typed }) => command.args.every((arg, at) => !('literal' in arg) || arg.literal === typed.positionals[at]))
    .sort(
      (a, b) =>
        literals(b.command) - literals(a.command) ||
        Math.abs(a.command.args.length - a.typed.positionals.length) -
          Math.abs(b.command.args.length - b.typed.positionals.length),
    );
  if (best) return best;
  throw new CommandMisuse({ kind: 'missing-literal', command: variants[0], variants });
}

/** Tells positionals from pairs. A secret positional is taken as it stands, for a password may well be `a=b`. */
function split(tokens: readonly string[], command: Command): Typed {
  const known = new Set(keysOf(command).map(({ name }) => name));
  const positionals: string[] = [];
  const pairs: Pair[] = [];
  let pairsEnded = false;
  for (const word of tokens) {
    if (word === END_OF_PAIRS && !pairsEnded) {
      pairsEnded = true;
      continue;
    }
    const key = pairsEnded ? undefined : keyOf(word);
    const next = command.args[positionals.length];
    const isSecret = next !== undefined && fieldOf(command, next)?.secret === true;
    if (key === undefined || (isSecret && !known.has(key))) positionals.push(word);
    else pairs.push({ key, text: word.slice(key.length + 1), word });
  }
  return { positionals, pairs };
}

function bindPairs(command: Command, { pairs }: Typed): GivenField[] {
  const known = keysOf(command);
  return pairs.map(({ key, text, word }, at) => {
    const refused = (kind: KeyMisuse): CommandMisuse => new CommandMisuse({ kind, command, key, word });
    const field = known.find(({ name }) => name === key);
    if (!field) {
      const isPositional = command.args.some((arg) => 'field' in arg && [arg.field, arg.shown].includes(key));
      throw refused(isPositional ? 'positional-as-key' : 'unknown-key');
    }
    if (pairs.findIndex((pair) => pair.key === key) !== at) throw refused('repeated-key');
    return { field, shown: key, text };
  });
}

function bindPositionals(command: Command, { positionals }: Typed, variants: Variants): GivenField[] {
  const reserved = new Set(variants.flatMap(({ args }) => args.flatMap((arg) => ('literal' in arg ? [arg.literal] : []))));
  const given = command.args.flatMap((arg, at): GivenField[] => {
    const field = fieldOf(command, arg);
    if (!field || 'literal' in arg) return [];
    const shown = `<${arg.shown}>`;
    const text = positionals[at];
    if (text === undefined) throw new CommandMisuse({ kind: 'missing-argument', command, shown, variants });
    if (reserved.has(text)) throw new CommandMisuse({ kind: 'missing-argument', command, shown, before: text, variants });
    if (text === '') throw new CommandMisuse({ kind: 'empty-argument', command, shown });
    return [{ field, shown, text }];
  });
  const word = positionals[command.args.length];
  if (word !== undefined) throw new CommandMisuse({ kind: 'surplus-argument', command, word, variants });
  return given;
}
