import { readDotEnv, type Settings } from '../settings';
import {
  ALERT_VARIABLES,
  CLI_VARIABLES,
  EMBEDDED_CLI_VARIABLES,
  type Environment,
  environment,
  REPORT_VARIABLES,
  RUN_VARIABLES,
} from '../shared/environment';
import { nearestWord } from '../shared/spelling';

const PREFIX = 'DUMONT_';

/** What the suite's own processes tell each other. */
const INTERNAL_PREFIX = 'DUMONT_JOURNEYS_';

const KNOWN: readonly string[] = [
  ...RUN_VARIABLES,
  ...REPORT_VARIABLES,
  ...ALERT_VARIABLES,
  ...CLI_VARIABLES,
  ...EMBEDDED_CLI_VARIABLES,
];

/**
 * A misspelt variable is as good as absent, and nobody would notice.
 * @returns one Portuguese sentence for each variable, of `env` or of the `.env` file of `folder`, that bears the suite's prefix and that
 * nobody reads, with the known name nearest to it
 */
export function unknownVariables(env: Environment = environment(), folder: string = process.cwd()): string[] {
  return namesOf(env, folder).filter(isUnknown).sort().map(warning);
}

/**
 * Who exported a variable for the CLI expects it to arrive there.
 * @returns the names of those that do not: what the CLIs are known to read, and what bears the prefix and resembles nothing of the suite's
 */
export function unpassedVariables(
  { cli }: Pick<Settings, 'cli'>,
  env: Environment = environment(),
  folder: string = process.cwd(),
): string[] {
  if (cli.kind === 'embedded') return [];
  const isOfTheCli = (name: string): boolean => isKnownOfTheCli(name) || (isUnknown(name) && meantBy(name) === undefined);
  return namesOf(env, folder)
    .filter((name) => isOfTheCli(name) && cli.environment[name] === undefined)
    .sort();
}

/** One Portuguese sentence for each variable that the CLIs are known to read and that does not reach the one under test. */
export function unpassedWarnings(unpassed: readonly string[]): string[] {
  return unpassed
    .filter(isKnownOfTheCli)
    .map((name) => `Aviso: ${name} não chega à CLI, que só recebe o que você disser; para passá-la, use DUMONT_CLI_ENV=${name}.`);
}

function isKnownOfTheCli(name: string): boolean {
  return CLI_VARIABLES.some((known) => known === name);
}

function namesOf(env: Environment, folder: string): string[] {
  return Object.entries({ ...readDotEnv(folder), ...env }).flatMap(([name, value]) => (value?.trim() ? [name] : []));
}

function isUnknown(name: string): boolean {
  return name.toUpperCase().startsWith(PREFIX) && !name.startsWith(INTERNAL_PREFIX) && !KNOWN.includes(name);
}

function warning(name: string): string {
  const meant = meantBy(name);
  const advice = meant === undefined ? 'as que existem estão em support/suite/targets/LEIAME.md.' : `você quis dizer ${meant}?`;
  return `Aviso: a variável ${name} não existe e não muda nada; ${advice}`;
}

/** The variable of the suite's that a name is a misspelling of. */
function meantBy(name: string): string | undefined {
  const withoutPrefix = (known: string): string => known.slice(PREFIX.length).toLowerCase();
  const meant = nearestWord(withoutPrefix(name), KNOWN.map(withoutPrefix));
  return meant === undefined ? undefined : `${PREFIX}${meant.toUpperCase()}`;
}
