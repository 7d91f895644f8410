import { split } from 'shlex';
import { type Command, type Field, keysOf } from '../../../contract/commands/command';
import { CommandMisuse, type Misuse } from '../../../contract/commands/misuse';
import { lackingKeys, parse } from '../../../contract/commands/parse';
import { loadContract, type Operation } from '../../../contract/contract';
import { nearestWord } from '../../../shared/spelling';

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

const PROGRAM = 'dumont';

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
  const [program, ...argv] = words;
  if (program !== PROGRAM) return notOurs(written, words);
  try {
    const line = parse(argv, loadContract().commands);
    return line.kind === 'run' && isComplete ? incomplete(written, lackingKeys(line.invocation)) : null;
  } catch (error) {
    if (error instanceof CommandMisuse) return problemFrom(error.misuse, written);
    throw error;
  }
}

/** The contract's operation that a command is for, wrong as its words may be; null when there is none, or it cannot be told. */
export function operationOf(written: string): Operation | null {
  const [program, ...argv] = wordsOf(written) ?? [];
  const command = program === PROGRAM ? commandOf(argv) : null;
  return command && loadContract().operation(command.operationId);
}

function commandOf(argv: readonly string[]): Command | null {
  try {
    const line = parse(argv, loadContract().commands);
    return line.kind === 'run' ? line.invocation.command : null;
  } catch (error) {
    if (!(error instanceof CommandMisuse)) throw error;
    return 'command' in error.misuse ? error.misuse.command : null;
  }
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
  const isForgotten = loadContract().commands.some(({ resource }) => resource === first);
  const right = isForgotten ? `${PROGRAM} ${written}` : written.replace(first, PROGRAM);
  return {
    rule: 'comando-desconhecido',
    sentence: `Todo comando começa com "${PROGRAM}", e este começa com "${first}".`,
    remedy: `Escreva: \`${right}\``,
    part: first === '' ? written : first,
  };
}

function problemFrom(misuse: Misuse, written: string): CommandProblem {
  switch (misuse.kind) {
    case 'no-resource':
      return {
        rule: 'comando-desconhecido',
        sentence: 'Falta dizer o que a CLI deve fazer.',
        remedy: resourcesRemedy(misuse.resources),
        part: written,
      };
    case 'unknown-resource': {
      const { resource, resources } = misuse;
      const meant = nearestWord(resource, resources);
      return {
        rule: 'comando-desconhecido',
        sentence: `O contrato não tem nenhum comando \`${PROGRAM} ${resource}\`.`,
        remedy: meant === undefined ? resourcesRemedy(resources) : `Você quis dizer: \`${written.replace(resource, meant)}\``,
        part: resource,
      };
    }
    case 'no-action':
      return {
        rule: 'comando-desconhecido',
        sentence: `Falta dizer o que fazer com "${misuse.resource}".`,
        remedy: actionsRemedy(misuse.resource, actionsOf(misuse.commands)),
        part: written,
      };
    case 'unknown-action': {
      const { resource, action, commands } = misuse;
      const meant = nearestWord(action, actionsOf(commands));
      return {
        rule: 'comando-desconhecido',
        sentence: `O contrato não tem o comando \`${PROGRAM} ${resource} ${action}\`.`,
        remedy:
          meant === undefined
            ? actionsRemedy(resource, actionsOf(commands))
            : `Você quis dizer: \`${written.replace(` ${action}`, ` ${meant}`)}\``,
        part: action,
      };
    }
    default:
      return problemOfArguments(misuse, written);
  }
}

function problemOfArguments(misuse: Extract<Misuse, { command: Command }>, written: string): CommandProblem {
  const { command } = misuse;
  const rightForm = `Ele se escreve assim: \`${usage(command)}\``;
  switch (misuse.kind) {
    case 'unknown-key': {
      const { key, word } = misuse;
      const names = keysOf(command).map(({ name }) => name);
      const meant = nearestWord(key, names);
      const others = names.length === 0 ? 'Esse comando não tem parâmetros.' : `Os parâmetros são: ${names.join(', ')}.`;
      return {
        rule: 'parametro-desconhecido',
        sentence: `\`${called(command)}\` não tem o parâmetro ${key}.`,
        remedy: meant === undefined ? others : insteadOf(word, word.replace(key, meant), written),
        part: key,
      };
    }
    case 'positional-as-key': {
      const { key, word } = misuse;
      return {
        rule: 'parametro-desconhecido',
        sentence: `Em \`${called(command)}\`, ${key} vai só pelo seu lugar, sem "${key}=".`,
        remedy: insteadOf(word, word.slice(key.length + 1), written),
        part: key,
      };
    }
    case 'repeated-key':
      return {
        rule: 'parametro-repetido',
        sentence: `${misuse.key}= aparece duas vezes neste comando.`,
        remedy: 'Deixe só um dos dois.',
        part: misuse.word,
      };
    case 'missing-literal':
      return { rule: 'parametro-faltando', sentence: 'Este comando está incompleto.', remedy: rightForm, part: written };
    case 'missing-argument': {
      const place = misuse.before === undefined ? 'neste comando' : `antes de "${misuse.before}"`;
      return { rule: 'parametro-faltando', sentence: `Falta ${misuse.shown} ${place}.`, remedy: rightForm, part: written };
    }
    case 'empty-argument':
      return {
        rule: 'parametro-faltando',
        sentence: `${misuse.shown} está vazio neste comando.`,
        remedy: rightForm,
        part: written,
      };
    case 'surplus-argument':
      return {
        rule: 'parametro-desconhecido',
        sentence: `"${misuse.word}" sobra neste comando.`,
        remedy: rightForm,
        part: misuse.word,
      };
    case 'wrong-value':
    case 'dot-segment':
      return {
        rule: 'comando-mal-escrito',
        sentence: `${misuse.shown} não pode ser "${misuse.text}".`,
        remedy: rightForm,
        part: misuse.text,
      };
  }
}

function incomplete(written: string, [lacking]: readonly Field[]): CommandProblem | null {
  if (!lacking) return null;
  return {
    rule: 'parametro-faltando',
    sentence: `Falta ${lacking.name}= neste comando, e a API o exige.`,
    remedy: `Escreva: \`${written} ${lacking.name}=…\``,
    part: written,
  };
}

function resourcesRemedy(resources: readonly string[]): string {
  return `Depois de "${PROGRAM}" vem um destes: ${resources.join(', ')}.`;
}

function actionsRemedy(resource: string, actions: readonly string[]): string {
  return `Os comandos de "${resource}" são: ${actions.join(', ')}.`;
}

function actionsOf(commands: readonly Command[]): string[] {
  return [...new Set(commands.map(({ action }) => action))];
}

function insteadOf(word: string, right: string, written: string): string {
  return `Escreva: \`${written.replace(word, () => right)}\``;
}

function called({ resource, action }: Command): string {
  return `${PROGRAM} ${resource} ${action}`;
}

/** The shortest way to write a command: `dumont instance create offer_id=…`. */
function usage(command: Command): string {
  const positionals = command.args.map((arg) => ('literal' in arg ? arg.literal : `<${arg.shown}>`));
  const required = keysOf(command).filter((field) => field.required);
  return [called(command), ...positionals, ...required.map(({ name }) => `${name}=…`)].join(' ');
}
