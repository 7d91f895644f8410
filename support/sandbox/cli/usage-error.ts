import { type Command, keysOf, type ValueType } from '../../contract/commands/command';
import type { Misuse } from '../../contract/commands/misuse';
import { nearestWord } from '../../shared/spelling';
import { usage } from './help';

/** A command line that asks for nothing the contract offers. `advice` are the lines that show the nearest correct usage. */
export class UsageError extends Error {
  constructor(
    message: string,
    readonly advice: string[] = [],
  ) {
    super(message);
  }
}

const WANTED: Record<ValueType, string> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number, with a point for decimals',
  boolean: 'true or false',
  object: 'a JSON object',
};

/** What the user is told about a command line that asks for nothing the contract offers. A secret is never repeated. */
export function usageErrorOf(misuse: Misuse): UsageError {
  switch (misuse.kind) {
    case 'no-resource':
      return new UsageError('Missing resource and action.', [
        'Usage: dumont <resource> <action> [positional...] [key=value...]',
        'Help: dumont --help',
      ]);
    case 'unknown-resource': {
      const { resource, resources } = misuse;
      return new UsageError(`Unknown resource "${resource}".${meant(resource, resources)}`, [
        `Resources: ${resources.join(', ')}`,
        'Help: dumont --help',
      ]);
    }
    case 'no-action':
      return new UsageError(`Missing action for "${misuse.resource}".`, actionsAdvice(misuse.resource, misuse.commands));
    case 'unknown-action': {
      const { resource, action, commands } = misuse;
      const similar = nearestWord(action, actionsOf(commands));
      return new UsageError(`Unknown action "${action}" of ${resource}.`, [
        ...usages(commands.filter((command) => command.action === similar)),
        ...actionsAdvice(resource, commands),
      ]);
    }
    case 'missing-literal':
      return new UsageError(`Incomplete command "${misuse.command.resource} ${misuse.command.action}".`, usages(misuse.variants));
    case 'missing-argument': {
      const { shown, before, command, variants } = misuse;
      return before === undefined
        ? new UsageError(`Missing ${shown}.`, usages([command]))
        : new UsageError(`Missing ${shown} before "${before}".`, usages(variants));
    }
    case 'surplus-argument':
      return new UsageError(`Unexpected argument "${misuse.word}".`, usages(misuse.variants));
    default:
      return new UsageError(wrongField(misuse), usages([misuse.command]));
  }
}

type FieldMisuse = Extract<
  Misuse,
  { kind: 'empty-argument' | 'unknown-key' | 'positional-as-key' | 'repeated-key' | 'wrong-value' | 'dot-segment' }
>;

function wrongField(misuse: FieldMisuse): string {
  switch (misuse.kind) {
    case 'empty-argument':
      return `${misuse.shown} is empty.`;
    case 'unknown-key':
      return `Unknown key "${misuse.key}".${meant(
        misuse.key,
        keysOf(misuse.command).map(({ name }) => name),
      )}`;
    case 'positional-as-key':
      return `"${misuse.key}" goes by its position, without "${misuse.key}=".`;
    case 'repeated-key':
      return `"${misuse.key}" is given twice.`;
    case 'wrong-value': {
      const { shown, field, text } = misuse;
      return `${shown} must be ${WANTED[field.type]}${field.secret ? '' : `, not "${text}"`}.`;
    }
    case 'dot-segment':
      return `${misuse.shown} cannot be "${misuse.text}".`;
  }
}

function meant(typed: string, known: readonly string[]): string {
  const word = nearestWord(typed, known);
  return word ? ` Did you mean "${word}"?` : '';
}

function usages(commands: readonly Command[]): string[] {
  return commands.map((command) => `Usage: ${usage(command)}`);
}

function actionsOf(commands: readonly Command[]): string[] {
  return [...new Set(commands.map(({ action }) => action))];
}

function actionsAdvice(resource: string, commands: readonly Command[]): string[] {
  return [`Actions of ${resource}: ${actionsOf(commands).join(', ')}`, `Help: dumont ${resource} --help`];
}
