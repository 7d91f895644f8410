import { type ParseArgsConfig, parseArgs } from 'node:util';
import { isDebugging } from './environment';
import { whyOf } from './files';
import { nearestWord } from './spelling';

type Options = NonNullable<ParseArgsConfig['options']>;

/** A program of this project as it is called: `npm run steps -- pausar --json`. */
export interface CommandLine<Known extends Options = Options> {
  /** As a person types it, without what follows: `npm run steps`. */
  readonly name: string;
  /** Shown for `--help`, which every program has. */
  readonly help: string;
  readonly options: Known;
  /** Words beside the options are taken; without it each is a misuse. */
  readonly takesWords?: boolean;
}

type Parsed<Known extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; allowPositionals: true; tokens: true; options: Known }>
>;

/** What a command line says. */
export interface Asked<Known extends Options> {
  readonly values: Parsed<Known>['values'];
  readonly words: readonly string[];
}

/** What was asked for cannot be done as it was asked. The message is one Portuguese sentence, ready to be shown; the exit code is 2. */
export class Misuse extends Error {}

/** What was asked for went wrong, and the message says all that a person needs; the exit code is 1. */
export class Failure extends Error {}

const EXIT_CODES = { failure: 1, misuse: 2 } as const;

/**
 * Reads the words after the program's name. A lone `--` is passed over: npm needs one, and a second does no harm.
 * @returns null when `--help` is among them
 * @throws Misuse for an option that does not exist, with the one that was meant, and for one that lacks its value or has one too many
 */
export function readCommandLine<const Known extends Options>(
  program: CommandLine<Known>,
  argv: readonly string[],
): Asked<Known> | null {
  const args = argv.filter((word) => word !== '--');
  const options = { ...program.options, help: { type: 'boolean', short: 'h' } } as const;
  const { tokens, values, positionals } = parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true });
  if (values.help === true) return null;
  const advice = `veja ${program.name} -- --help`;
  const refuse = (what: string): never => {
    throw new Misuse(`${what}; ${advice}.`);
  };
  for (const token of tokens) {
    if (token.kind === 'positional' && !program.takesWords) refuse(`Não entendi "${token.value}"`);
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const known = (options as Options)[name];
    if (known === undefined) refuse(unknown(rawName, name, Object.keys(options)));
    else if (known.type === 'boolean' && value !== undefined) refuse(`A opção ${rawName} não leva valor`);
    else if (known.type === 'string' && (!value || (!inlineValue && value.startsWith('-'))))
      refuse(`A opção ${rawName} pede um valor`);
  }
  return { values: values as Asked<Known>['values'], words: positionals };
}

function unknown(written: string, name: string, known: readonly string[]): string {
  const meant = nearestWord(name, known);
  return `Não conheço a opção ${written}${meant === undefined ? '' : ` (você quis dizer --${meant}?)`}`;
}

/** What an option that asks for a whole number, from 1, was given. @throws Misuse */
export function wholeNumber(option: string, text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Misuse(`${option} pede um número inteiro maior que zero, e não "${text}".`);
  return Number(text);
}

/**
 * Runs a program: shows its help when it is asked for, does its work else, and sets the exit code: what the work returns, 2 for a misuse, 1
 * for what went wrong. With DEBUG the stack is shown as well.
 * @param what the program does, for the sentence about what nobody foresaw: `Não consegui fazer o catálogo`
 */
export async function runProgram<const Known extends Options>(
  program: CommandLine<Known>,
  work: (asked: Asked<Known>) => number | undefined | Promise<number | undefined>,
  failed: string,
): Promise<void> {
  // A reader that closed the pipe (`| head`) has seen enough.
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) =>
    process.exit(code === 'EPIPE' ? process.exitCode : EXIT_CODES.failure),
  );
  try {
    const asked = readCommandLine(program, process.argv.slice(2));
    if (asked === null) process.stdout.write(`${program.help.trimEnd()}\n`);
    else process.exitCode = await work(asked);
  } catch (error) {
    const isSaid = error instanceof Misuse || error instanceof Failure;
    process.stderr.write(`${isSaid ? error.message : `${failed}: ${whyOf(error).replace(/\.$/, '')}.`}\n`);
    if (isDebugging()) console.error(error);
    process.exitCode = error instanceof Misuse ? EXIT_CODES.misuse : EXIT_CODES.failure;
  }
}
