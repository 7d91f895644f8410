import { split } from 'shlex';
import { loadContract, type Operation } from '../../../contract/contract';
import { grammarOf } from '../../../sandbox/cli/contract-grammar';
import type { Command, Field } from '../../../sandbox/cli/grammar';
import { options } from '../../../sandbox/cli/help';
import { nearestWord } from '../../../shared/vocabulary/words';

/** What is wrong with a command as a feature writes it. */
export interface CommandProblem {
  readonly rule:
    | 'comando-desconhecido'
    | 'parametro-desconhecido'
    | 'parametro-faltando'
    | 'parametro-repetido'
    | 'comando-mal-escrito';
  readonly sentence: string;
  readonly remedy: string;
  /** The part of the command that is wrong, as written; the whole command when something is missing. */
  readonly part: string;
}

/** `key=value`, as the CLI tells it from a positional. */
const PAIR = /^([A-Za-z_][\w.-]*)=/;
const PROGRAM = 'dumont';
const TELLING = ['--help', '-h', '--version', 'help'];

let known: readonly Command[] | undefined;

/** The commands of the contract, drawn once per process. */
function commands(): readonly Command[] {
  known ??= grammarOf(loadContract().document).commands;
  return known;
}

/**
 * What the contract has against a command; null when nothing. Values are not looked at: they may still be placeholders.
 * @param isComplete whether fields that the API demands must be there too; the CLI itself demands only those that go by their position
 */
export function problemOf(written: string, isComplete: boolean): CommandProblem | null {
  const words = wordsOf(written);
  if (words === null) {
    return {
      rule: 'comando-mal-escrito',
      sentence: 'Este comando tem uma aspa que abre e não fecha.',
      remedy: 'Feche a aspa, ou tire a que sobra.',
      part: written,
    };
  }
  const [program, resource = '', action = '', ...rest] = words;
  if (program !== PROGRAM) return notOurs(written, words);
  if (words.slice(1).some((word) => TELLING.includes(word))) return null;
  const actions = commands().filter((command) => command.resource === resource);
  if (actions.length === 0) return unknownResource(written, resource);
  const variants = actions.filter((command) => command.action === action);
  if (variants.length === 0) return unknownAction(written, resource, action, actions);
  return problemOfWords(written, choose(variants, rest), rest, isComplete);
}

/** The contract's operation that a command is for; null when there is none, or it cannot be told. */
export function operationOf(written: string): Operation | null {
  const [program, resource, action, ...rest] = wordsOf(written) ?? [];
  const variants = program === PROGRAM ? commands().filter((one) => one.resource === resource && one.action === action) : [];
  if (variants.length === 0 || rest.some((word) => TELLING.includes(word))) return null;
  const { method, path } = choose(variants, rest);
  return loadContract().operations.find((operation) => operation.method === method && operation.path === path) ?? null;
}

function wordsOf(written: string): string[] | null {
  try {
    return split(written);
  } catch {
    return null;
  }
}

function notOurs(written: string, words: readonly string[]): CommandProblem {
  const [first = ''] = words;
  const isForgotten = commands().some(({ resource }) => resource === first);
  const right = isForgotten ? `${PROGRAM} ${written}` : written.replace(first, PROGRAM);
  return {
    rule: 'comando-desconhecido',
    sentence: `Todo comando começa com "${PROGRAM}", e este começa com "${first}".`,
    remedy: `Escreva: \`${right}\``,
    part: first === '' ? written : first,
  };
}

function unknownResource(written: string, resource: string): CommandProblem {
  const resources = [...new Set(commands().map((command) => command.resource))];
  if (resource === '') {
    return {
      rule: 'comando-desconhecido',
      sentence: 'Falta dizer o que a CLI deve fazer.',
      remedy: `Depois de "${PROGRAM}" vem um destes: ${resources.join(', ')}.`,
      part: written,
    };
  }
  const meant = nearestWord(resource, resources);
  return {
    rule: 'comando-desconhecido',
    sentence: `O contrato não tem nenhum comando \`${PROGRAM} ${resource}\`.`,
    remedy:
      meant === undefined
        ? `Depois de "${PROGRAM}" vem um destes: ${resources.join(', ')}.`
        : `Você quis dizer: \`${written.replace(resource, meant)}\``,
    part: resource,
  };
}

function unknownAction(written: string, resource: string, action: string, actions: readonly Command[]): CommandProblem {
  const names = [...new Set(actions.map((command) => command.action))];
  const meant = action === '' ? undefined : nearestWord(action, names);
  return {
    rule: 'comando-desconhecido',
    sentence:
      action === ''
        ? `Falta dizer o que fazer com "${resource}".`
        : `O contrato não tem o comando \`${PROGRAM} ${resource} ${action}\`.`,
    remedy:
      meant === undefined
        ? `Os comandos de "${resource}" são: ${names.join(', ')}.`
        : `Você quis dizer: \`${written.replace(` ${action}`, ` ${meant}`)}\``,
    part: action === '' ? written : action,
  };
}

/** Of the commands that share an action, the one with the most words of its own in their places; among equals, the one as long as what is written. */
function choose(variants: readonly Command[], rest: readonly string[]): Command {
  const positionals = rest.filter((word) => !PAIR.test(word));
  const fits = (command: Command): boolean =>
    command.args.every((arg, index) => !('literal' in arg) || arg.literal === positionals[index]);
  const own = ({ args }: Command): number => args.filter((arg) => 'literal' in arg).length;
  const off = ({ args }: Command): number => Math.abs(args.length - positionals.length);
  const [best] = variants.filter(fits).sort((one, other) => own(other) - own(one) || off(one) - off(other));
  return best ?? (variants[0] as Command);
}

function problemOfWords(written: string, command: Command, rest: readonly string[], isComplete: boolean): CommandProblem | null {
  const { positionals, pairs } = partWords(command, rest);
  const keys = options(command);
  const wrongKey = pairs.find(({ key }) => !keys.some(({ name }) => name === key));
  if (wrongKey) return unknownKey(written, command, wrongKey, keys);
  const again = pairs.find(({ key }, index) => pairs.findIndex((pair) => pair.key === key) !== index);
  if (again) {
    return {
      rule: 'parametro-repetido',
      sentence: `${again.key}= aparece duas vezes neste comando.`,
      remedy: 'Deixe só um dos dois.',
      part: again.word,
    };
  }
  const missing = command.args[positionals.length];
  if (missing) {
    return {
      rule: 'parametro-faltando',
      sentence: `Falta ${'literal' in missing ? `"${missing.literal}"` : `<${missing.shown}>`} neste comando.`,
      remedy: `Ele se escreve assim: \`${usage(command)}\``,
      part: written,
    };
  }
  const surplus = positionals[command.args.length];
  if (surplus !== undefined) {
    return {
      rule: 'parametro-desconhecido',
      sentence: `"${surplus}" sobra neste comando.`,
      remedy: `Ele se escreve assim: \`${usage(command)}\``,
      part: surplus,
    };
  }
  const lacking = isComplete ? keys.find(({ name, required }) => required && !pairs.some(({ key }) => key === name)) : undefined;
  if (!lacking) return null;
  return {
    rule: 'parametro-faltando',
    sentence: `Falta ${lacking.name}= neste comando, e a API o exige.`,
    remedy: `Escreva: \`${written} ${lacking.name}=…\``,
    part: written,
  };
}

function unknownKey(
  written: string,
  command: Command,
  { key, word }: { key: string; word: string },
  keys: readonly Field[],
): CommandProblem {
  const names = keys.map(({ name }) => name);
  const position = command.args.find((arg) => 'field' in arg && [arg.field, arg.shown].includes(key));
  const meant = nearestWord(key, names);
  const rightWord = position ? word.slice(key.length + 1) : meant === undefined ? null : word.replace(key, meant);
  return {
    rule: 'parametro-desconhecido',
    sentence: position
      ? `Em \`${called(command)}\`, ${key} vai só pelo seu lugar, sem "${key}=".`
      : `\`${called(command)}\` não tem o parâmetro ${key}.`,
    remedy:
      rightWord !== null
        ? `Escreva: \`${written.replace(word, () => rightWord)}\``
        : names.length === 0
          ? 'Esse comando não tem parâmetros.'
          : `Os parâmetros são: ${names.join(', ')}.`,
    part: key,
  };
}

/** Tells positionals from pairs as the CLI does: a secret that goes by its position may well be `a=b`. */
function partWords(command: Command, rest: readonly string[]) {
  const names = new Set(options(command).map(({ name }) => name));
  const positionals: string[] = [];
  const pairs: { key: string; word: string }[] = [];
  for (const word of rest) {
    const key = PAIR.exec(word)?.[1];
    const arg = command.args[positionals.length];
    const isSecret =
      arg !== undefined && 'field' in arg && command.fields.some(({ name, secret }) => name === arg.field && secret);
    if (key === undefined || (isSecret && !names.has(key))) positionals.push(word);
    else pairs.push({ key, word });
  }
  return { positionals, pairs };
}

function called({ resource, action }: Command): string {
  return `${PROGRAM} ${resource} ${action}`;
}

/** The shortest way to write a command: `dumont instance create offer_id=…`. */
function usage(command: Command): string {
  const positionals = command.args.map((arg) => ('literal' in arg ? arg.literal : `<${arg.shown}>`));
  const required = options(command).filter((field) => field.required);
  return [called(command), ...positionals, ...required.map(({ name }) => `${name}=…`)].join(' ');
}
