/**
 * The only place that touches the process's environment. What the variables of a run mean is `support/settings.ts`'s to say, and those of
 * the alerts `reporting/alerts/settings.ts`'s; they are given what `environment()` returns.
 */

export type Environment = Readonly<Record<string, string | undefined>>;

/** What a run reads. */
export const RUN_VARIABLES = [
  'DUMONT_BASE_URL',
  'DUMONT_BIN',
  'DUMONT_CLI_ARGS',
  'DUMONT_CLI_ENV',
  'DUMONT_TEST_EMAIL',
  'DUMONT_TEST_PASSWORD',
  'DUMONT_SKIP_DESTRUCTIVE',
  'DUMONT_SANDBOX_CONTROL',
  'DUMONT_PATIENCE',
  'DUMONT_WAIT_BUDGET',
  'DUMONT_COMMAND_TIMEOUT',
  'DUMONT_CONTRACT',
  'DUMONT_MAX_COST',
  'DUMONT_SCOPE',
  'DUMONT_SECRETS',
] as const;

/** What the reports read, the folder in cucumber.js too. */
export const REPORT_VARIABLES = ['DUMONT_REPORTS', 'DUMONT_EDIT_URL', 'DUMONT_DEVIATIONS'] as const;

/** What `npm run alerts` reads. */
export const ALERT_VARIABLES = [
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
] as const;

/** What the CLIs read, whose environment the suite makes itself. */
export const CLI_VARIABLES = ['DUMONT_API_KEY', 'DUMONT_TOKEN'] as const;

/** What `npm run dumont` reads. */
export const EMBEDDED_CLI_VARIABLES = ['DUMONT_API_URL'] as const;

/** All variables of this process, as they are now. */
export function environment(): Environment {
  return process.env;
}

/** Gives the processes that this one starts, and this one, a variable; undefined takes it away. */
export function handDown(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}

/** Somebody looks for what went wrong: errors come with their stack. */
export function isDebugging(env: Environment = environment()): boolean {
  return /^(?:1|true)$/i.test(env.DEBUG?.trim() ?? '');
}

/** This process is a step of a GitHub workflow, which reads commands in what it prints. */
export function isOnGitHub(env: Environment = environment()): boolean {
  return env.GITHUB_ACTIONS === 'true';
}

/** Where the reports go, and where those of the last run are. */
export function reportsFolder(env: Environment = environment()): string {
  return env.DUMONT_REPORTS?.trim() || 'reports';
}

/** Where the lists of known deviations are, one file for each target and CLI. */
export function deviationsFolder(env: Environment = environment()): string {
  return env.DUMONT_DEVIATIONS?.trim() || 'features/deviations';
}
