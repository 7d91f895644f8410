import { type Environment, OWN_VARIABLES, readDotEnv, type Settings } from '../../settings';
import { nearestWord } from '../../shared/vocabulary/words';

const PREFIX = 'DUMONT_';

/** What the CLIs read, whose environment the suite makes itself. */
const CLI_VARIABLES = ['DUMONT_API_KEY', 'DUMONT_TOKEN'];

/** Read by cucumber.js, by the reports, and by `npm run dumont`. */
const OTHERS_VARIABLES = ['DUMONT_REPORTS', 'DUMONT_EDIT_URL', 'DUMONT_API_URL', ...CLI_VARIABLES];

/** What `npm run alerts` reads, from the environment alone. */
const ALERT_VARIABLES = [
  'DUMONT_ALERT_SLACK',
  'DUMONT_ALERT_TEAMS',
  'DUMONT_ALERT_DISCORD',
  'DUMONT_ALERT_WEBHOOK',
  'DUMONT_ALERT_WEBHOOK_SECRET',
  'DUMONT_ALERT_SMTP',
  'DUMONT_ALERT_EMAIL_FROM',
  'DUMONT_ALERT_EMAIL_TO',
  'DUMONT_ALERT_REMINDER',
  'DUMONT_DOCS_URL',
];

/** What the suite's own processes tell each other. */
const INTERNAL_PREFIX = 'DUMONT_JOURNEYS_';

const KNOWN: readonly string[] = [...OWN_VARIABLES, ...OTHERS_VARIABLES, ...ALERT_VARIABLES];

/**
 * A misspelt variable is as good as absent, and nobody would notice.
 * @returns one Portuguese sentence for each variable, of `env` or of the `.env` file of `folder`, that bears the suite's prefix and that
 * nobody reads, with the known name nearest to it
 */
export function unknownVariables(env: Environment = process.env, folder: string = process.cwd()): string[] {
  const set = Object.entries({ ...readDotEnv(folder), ...env }).flatMap(([name, value]) => (value?.trim() ? [name] : []));
  return set.filter(isUnknown).sort().map(warning);
}

/**
 * Who exported a variable for the CLI expects it to arrive there.
 * @returns one Portuguese sentence for each that does not
 */
export function unpassedVariables(
  { cli }: Pick<Settings, 'cli'>,
  env: Environment = process.env,
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
  const advice = meant === undefined ? 'as que existem estão no README.' : `você quis dizer ${PREFIX}${meant.toUpperCase()}?`;
  return `Aviso: a variável ${name} não existe e não muda nada; ${advice}`;
}
