import type { Arg, Command, Field, Grammar } from './grammar';
import { options, usage } from './help';
import { nearest } from './suggest';
import { UsageError } from './usage-error';

/** A command with the text typed for each of its fields. */
export interface Invocation {
  command: Command;
  given: { field: Field; shown: string; text: string }[];
}

export type Request = { kind: 'version' } | { kind: 'help'; commands?: Command[] } | { kind: 'run'; invocation: Invocation };

interface Typed {
  positionals: string[];
  pairs: { key: string; text: string }[];
}

const HELP = ['--help', '-h'];
const literals = ({ args }: Command): number => args.filter((arg) => 'literal' in arg).length;
const unique = (words: string[]): string[] => [...new Set(words)];
const meant = (typed: string, known: string[]): string => {
  const word = nearest(typed, known);
  return word ? ` Did you mean "${word}"?` : '';
};
const usages = (commands: Command[]): string[] => commands.map((command) => `Usage: ${usage(command)}`);

function fieldOf(command: Command, arg: Arg): Field | undefined {
  return 'field' in arg ? command.fields.find(({ name }) => name === arg.field) : undefined;
}

/** Tells positionals from pairs. A secret positional is taken as it stands, for a password may well be `a=b`. */
function split(tokens: string[], command: Command): Typed {
  const known = new Set(options(command).map(({ name }) => name));
  const typed: Typed = { positionals: [], pairs: [] };
  let pairsEnded = false;
  for (const token of tokens) {
    if (token === '--' && !pairsEnded) {
      pairsEnded = true;
      continue;
    }
    const key = pairsEnded ? undefined : /^([A-Za-z_][\w.-]*)=/.exec(token)?.[1];
    const next = command.args[typed.positionals.length];
    const isSecret = next !== undefined && fieldOf(command, next)?.secret === true;
    if (key === undefined || (isSecret && !known.has(key))) typed.positionals.push(token);
    else typed.pairs.push({ key, text: token.slice(key.length + 1) });
  }
  return typed;
}

/** Of the commands that share an action, the one with the most literal words that were all typed in their places. */
function choose(variants: Command[], tokens: string[]): { command: Command; typed: Typed } | undefined {
  return variants
    .map((command) => ({ command, typed: split(tokens, command) }))
    .filter(({ command, typed }) => command.args.every((arg, at) => !('literal' in arg) || arg.literal === typed.positionals[at]))
    .sort(
      (a, b) =>
        literals(b.command) - literals(a.command) ||
        Math.abs(a.command.args.length - a.typed.positionals.length) -
          Math.abs(b.command.args.length - b.typed.positionals.length),
    )[0];
}

function bindPositionals(command: Command, { positionals }: Typed, variants: Command[]): Invocation['given'] {
  const reserved = new Set(variants.flatMap(({ args }) => args.flatMap((arg) => ('literal' in arg ? [arg.literal] : []))));
  const given: Invocation['given'] = [];
  command.args.forEach((arg, at) => {
    const field = fieldOf(command, arg);
    if (!field || 'literal' in arg) return;
    const text = positionals[at];
    if (text === undefined) throw new UsageError(`Missing <${arg.shown}>.`, usages([command]));
    if (reserved.has(text)) throw new UsageError(`Missing <${arg.shown}> before "${text}".`, usages(variants));
    if (text === '') throw new UsageError(`<${arg.shown}> is empty.`, usages([command]));
    given.push({ field, shown: `<${arg.shown}>`, text });
  });
  const surplus = positionals[command.args.length];
  if (surplus !== undefined) throw new UsageError(`Unexpected argument "${surplus}".`, usages(variants));
  return given;
}

function bindPairs(command: Command, { pairs }: Typed): Invocation['given'] {
  const known = options(command);
  return pairs.map(({ key, text }, at) => {
    const field = known.find(({ name }) => name === key);
    if (!field) {
      const names = known.map(({ name }) => name);
      const position = command.args.find((arg) => 'field' in arg && [arg.field, arg.shown].includes(key));
      const fault = position ? `"${key}" goes by its position, without "${key}=".` : `Unknown key "${key}".${meant(key, names)}`;
      throw new UsageError(fault, usages([command]));
    }
    if (pairs.findIndex((pair) => pair.key === key) !== at) throw new UsageError(`"${key}" is given twice.`, usages([command]));
    return { field, shown: key, text };
  });
}

function actionsOf(grammar: Grammar, resource: string): Command[] {
  const commands = grammar.commands.filter((command) => command.resource === resource);
  if (commands.length) return commands;
  const resources = unique(grammar.commands.map((command) => command.resource));
  throw new UsageError(`Unknown resource "${resource}".${meant(resource, resources)}`, [
    `Resources: ${resources.join(', ')}`,
    'Help: dumont --help',
  ]);
}

function variantsOf(commands: Command[], resource: string, action: string | undefined): Command[] {
  const variants = commands.filter((command) => command.action === action);
  if (variants.length) return variants;
  const actions = unique(commands.map((command) => command.action));
  const similar = action === undefined ? undefined : nearest(action, actions);
  const fault = action === undefined ? `Missing action for "${resource}".` : `Unknown action "${action}" of ${resource}.`;
  throw new UsageError(fault, [
    ...usages(commands.filter((command) => command.action === similar)),
    `Actions of ${resource}: ${actions.join(', ')}`,
    `Help: dumont ${resource} --help`,
  ]);
}

function help(grammar: Grammar, [resource, action]: string[]): Request {
  if (resource === undefined) return { kind: 'help' };
  const commands = actionsOf(grammar, resource);
  return { kind: 'help', commands: action === undefined ? commands : variantsOf(commands, resource, action) };
}

/**
 * What a command line asks for. Values are still the text that was typed.
 * @param argv the words after `dumont`
 * @throws UsageError for an unknown resource, action or key, a missing or surplus positional, a key given twice
 */
export function parse(argv: string[], grammar: Grammar): Request {
  const end = argv.indexOf('--');
  const flags = end < 0 ? argv : argv.slice(0, end);
  if (argv[0] === 'help') return help(grammar, argv.slice(1));
  if (flags.some((word) => HELP.includes(word))) return help(grammar, flags.filter((word) => !HELP.includes(word)).slice(0, 2));
  if (argv[0] === '--version') return { kind: 'version' };

  const [resource, action, ...tokens] = argv;
  if (resource === undefined) {
    throw new UsageError('Missing resource and action.', [
      'Usage: dumont <resource> <action> [positional...] [key=value...]',
      'Help: dumont --help',
    ]);
  }
  const variants = variantsOf(actionsOf(grammar, resource), resource, action);
  const chosen = choose(variants, tokens);
  if (!chosen) throw new UsageError(`Incomplete command "${resource} ${action}".`, usages(variants));
  const { command, typed } = chosen;
  const given = [...bindPairs(command, typed), ...bindPositionals(command, typed, variants)];
  return { kind: 'run', invocation: { command, given } };
}
