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
  const set = Object.entries({ ...readDotEnv(folder), ...env }).flatMap(([name, value]) => (value?.trim() ? [name] : []));
  return set.filter(isUnknown).sort().map(warning);
}

/**
 * Who exported a variable for the CLI expects it to arrive there.
 * @returns one Portuguese sentence for each that does not
 */
export function unpassedVariables(
  { cli }: Pick<Settings, 'cli'>,
  env: Environment = environment(),
  folder: string = process.cwd(),
): string[] {
  if (cli.kind === 'embedded') return [];
  const set = { ...readDotEnv(folder), ...env };
  return CLI_VARIABLES.filter((name) => set[name]?.trim() && cli.environment[name] === undefined).map(
    (name) => `Aviso: ${name} não chega à CLI, que só recebe o que você disser; para passá-la, use DUMONT_CLI_ENV=${name}.`,
  );
}

function isUnknown(name: string): boolean {
  return name.toUpperCase().startsWith(PREFIX) && !name.startsWith(INTERNAL_PREFIX) && !KNOWN.includes(name);
}

function warning(name: string): string {
  const withoutPrefix = (known: string): string => known.slice(PREFIX.length).toLowerCase();
  const meant = nearestWord(withoutPrefix(name), KNOWN.map(withoutPrefix));
  const advice =
    meant === undefined
      ? 'as que existem estão em support/suite/targets/LEIAME.md.'
      : `você quis dizer ${PREFIX}${meant.toUpperCase()}?`;
  return `Aviso: a variável ${name} não existe e não muda nada; ${advice}`;
}
