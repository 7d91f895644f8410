import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'dotenv';
import { split } from 'shlex';
import { type Environment, environment, type RUN_VARIABLES } from './shared/environment';
import { readProgram } from './shared/program-file';

/** What the suite runs against and how, read once from the environment and validated here and nowhere else. */
export interface Settings {
  readonly target: SandboxTarget | DeploymentTarget;
  readonly cli: EmbeddedCli | BinaryCli;
  /** Only the journeys of the document, or their rules too; null where the user leaves it to the run. */
  readonly scope: 'jornadas' | 'tudo' | null;
  /** Scenarios that create or destroy (`@destrutivo`) are skipped, each with its reason. */
  readonly skipDestructive: boolean;
  /** Each command, exchange and output is printed as it happens. */
  readonly debug: boolean;
  /** How long a step that waits ("fica ...") goes on looking, in milliseconds. */
  readonly patienceMs: number;
  /** How long all waits of a run may take together, in milliseconds. */
  readonly waitBudgetMs: number;
  /** How long one command may take before its process group is ended, in milliseconds. */
  readonly commandTimeoutMs: number;
  /** What must never show, in whatever form: passwords and keys of these settings, and what the user declares. */
  readonly secrets: readonly string[];
  /** US$ that one run may spend on what it rents; infinite where nothing costs anything. */
  readonly maxCost: number;
  /** What an exchange outside the contract does to its scenario: fails it, or is only told in the reports. */
  readonly contract: 'exigir' | 'relatar';
}

export interface SandboxTarget {
  readonly kind: 'sandbox';
}

export interface DeploymentTarget {
  readonly kind: 'deployment';
  /** http(s) address without a trailing slash. */
  readonly baseUrl: string;
  readonly email: string;
  readonly password: string;
  /** Control channel of a standalone sandbox (`http://127.0.0.1:port/#key`), when the deployment is one. */
  readonly control: string | null;
}

export interface EmbeddedCli {
  readonly kind: 'embedded';
}

export interface BinaryCli {
  readonly kind: 'binary';
  readonly file: string;
  /** What stands before the words of every command; `{url}` is the address that the CLI is to call. */
  readonly args: readonly string[];
  /** Variables of the user's that the CLI gets, each value a secret. */
  readonly environment: Readonly<Record<string, string>>;
}

/** A setting that cannot be used. The message is one Portuguese sentence, ready to be shown. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

type Variable = (typeof RUN_VARIABLES)[number] | 'DEBUG';

/** A shorter password or token could not be told from ordinary words, and so not be masked in the reports. */
export const SHORTEST_SECRET = 4;

/** The user of the document's section "Variáveis de Ambiente", which the standalone sandbox knows too. */
const DOCUMENTED_USER = { email: 'test@example.com', password: 'testpass123' };

/**
 * Reads the settings from `env`, completed by the `.env` file of `folder` (the environment wins; an empty value counts as absent).
 * @throws SettingsError when a value cannot be used or when there is no CLI to run.
 */
export function readSettings(env: Environment = environment(), folder: string = process.cwd()): Settings {
  const file = readDotEnv(folder);
  const read = (name: Variable): string | undefined => env[name]?.trim() || file[name]?.trim() || undefined;

  const baseUrl = read('DUMONT_BASE_URL');
  const target: Settings['target'] =
    baseUrl === undefined
      ? { kind: 'sandbox' }
      : {
          kind: 'deployment',
          baseUrl: webAddress('DUMONT_BASE_URL', baseUrl),
          email: read('DUMONT_TEST_EMAIL') ?? DOCUMENTED_USER.email,
          password: testPassword(env.DUMONT_TEST_PASSWORD || file.DUMONT_TEST_PASSWORD),
          control: controlAddress(read('DUMONT_SANDBOX_CONTROL')),
        };
  const isDeployment = target.kind === 'deployment';
  const isSlow = target.kind === 'deployment' && target.control === null; // machines of its own, not those of a sandbox

  const lookUp = (name: string): string | undefined => env[name] || file[name];
  const passed = passedVariables(read('DUMONT_CLI_ENV'), lookUp);
  return {
    target,
    cli: chooseCli(
      { wanted: read('DUMONT_BIN'), args: words('DUMONT_CLI_ARGS', read('DUMONT_CLI_ARGS')), environment: passed },
      { isDeployment, searchPath: env.PATH ?? '', folder },
    ),
    scope: scope('DUMONT_SCOPE', read('DUMONT_SCOPE')),
    secrets: [...ownSecrets(target), ...Object.values(passed), ...declaredSecrets(read('DUMONT_SECRETS'), lookUp)],
    skipDestructive: yesOrNo('DUMONT_SKIP_DESTRUCTIVE', read('DUMONT_SKIP_DESTRUCTIVE')) ?? isDeployment,
    debug: yesOrNo('DEBUG', read('DEBUG')) ?? false,
    patienceMs: seconds('DUMONT_PATIENCE', read('DUMONT_PATIENCE')) ?? (isSlow ? 300_000 : 10_000),
    waitBudgetMs: seconds('DUMONT_WAIT_BUDGET', read('DUMONT_WAIT_BUDGET')) ?? (isSlow ? 3_600_000 : Number.POSITIVE_INFINITY),
    commandTimeoutMs: seconds('DUMONT_COMMAND_TIMEOUT', read('DUMONT_COMMAND_TIMEOUT')) ?? 60_000,
    maxCost:
      amount('DUMONT_MAX_COST', read('DUMONT_MAX_COST')) ?? (isDeployment && !target.control ? 1 : Number.POSITIVE_INFINITY),
    contract:
      demandOrReport('DUMONT_CONTRACT', read('DUMONT_CONTRACT')) ?? (isDeployment && !target.control ? 'relatar' : 'exigir'),
  };
}

/**
 * The variables of the `.env` file of `folder`; none where there is no such file.
 * @throws SettingsError when it cannot be read, and where a value would lose what stands after its `#`
 */
export function readDotEnv(folder: string): Environment {
  try {
    const text = decoded(readFileSync(path.join(folder, '.env')));
    text.split(/\r\n?|\n/).forEach(demandQuotedHash);
    return parse(text);
  } catch (error) {
    if (error instanceof SettingsError) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new SettingsError(
      `Não consegui ler o arquivo .env (${(error as NodeJS.ErrnoException).code}); confira a permissão dele.`,
    );
  }
}

/** Some editors write UTF-16, and say so in the first two bytes. */
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

/** A comment begins at a `#` after a space; the reader of the file would begin one at any `#` that no quotes surround. */
function demandQuotedHash(line: string, index: number): void {
  const [, name, value = ''] = /^\s*(?:export\s+)?([\w.-]+)\s*=\s*([^'"`\s].*)$/.exec(line) ?? [];
  if (name !== undefined && /\S#/.test(value.replace(/\s#.*$/, '')))
    throw new SettingsError(
      `No .env, linha ${index + 1}, o valor de ${name} tem um "#" fora de aspas, e o que vem depois se perderia; escreva o valor entre aspas simples.`,
    );
}

function webAddress(name: Variable, value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url?.username || url?.password)
    throw new SettingsError(`${name} não pode levar usuário nem senha no endereço; tire-os de lá.`);
  if (url?.search || url?.hash)
    throw new SettingsError(`${name} não pode levar "?" nem "#" no endereço; escreva, por exemplo, http://localhost:8767.`);
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    const shown = /^[\w.:/-]{1,60}$/.test(value) ? `="${value}"` : ''; // anything else may hold a secret
    throw new SettingsError(`${name}${shown} não é um endereço http ou https; escreva, por exemplo, http://localhost:8767.`);
  }
  return url.href.replace(/\/+$/, '');
}

/** Taken as it is, spaces too. */
function testPassword(value: string | undefined): string {
  if (value === undefined || value.trim() === '') return DOCUMENTED_USER.password;
  if (value.length < SHORTEST_SECRET) {
    throw new SettingsError(
      `DUMONT_TEST_PASSWORD tem menos de ${SHORTEST_SECRET} caracteres e não poderia ser escondida nos relatórios; use outra.`,
    );
  }
  return value;
}

function controlAddress(value: string | undefined): string | null {
  if (value === undefined) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url?.protocol !== 'http:' || url.hash.length < 2) {
    throw new SettingsError(
      'DUMONT_SANDBOX_CONTROL não é um endereço de controle; copie a linha que "npm run sandbox" mostra ao subir (http://127.0.0.1:porta/#chave).',
    );
  }
  return value;
}

function yesOrNo(name: Variable, value: string | undefined): boolean | undefined {
  if (value === undefined) return undefined;
  if (/^(true|1)$/i.test(value)) return true;
  if (/^(false|0)$/i.test(value)) return false;
  if (name === 'DEBUG') return false; // other tools give DEBUG other values ("express:*"): not ours, not an error
  throw new SettingsError(`${name}="${value}" não diz sim nem não; escreva true ou false.`);
}

function demandOrReport(name: Variable, value: string | undefined): Settings['contract'] | undefined {
  if (value === undefined || value === 'exigir' || value === 'relatar') return value;
  throw new SettingsError(
    `${name}="${value}" não diz o que fazer com o que foge do contrato; escreva exigir (reprova o cenário) ou relatar (só relata).`,
  );
}

function scope(name: Variable, value: string | undefined): Settings['scope'] {
  if (value === undefined) return null;
  if (value === 'jornadas' || value === 'tudo') return value;
  throw new SettingsError(`${name}="${value}" não diz o que rodar; escreva jornadas (só as dez) ou tudo (as regras também).`);
}

function seconds(name: Variable, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const amount = Number(value.replace(',', '.'));
  if (!Number.isFinite(amount) || amount <= 0) {
    throw new SettingsError(`${name}="${value}" não é um número de segundos; escreva, por exemplo, 30.`);
  }
  return amount * 1000;
}

/** US$, with a decimal comma or point. */
function amount(name: Variable, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value.replace(/^US\$\s*/, '').replace(',', '.'));
  if (!Number.isFinite(number) || number < 0)
    throw new SettingsError(`${name}="${value}" não é uma quantia em dólares; escreva, por exemplo, 2.50.`);
  return number;
}

/** Split as a shell would, without one. */
function words(name: Variable, value: string | undefined): readonly string[] {
  try {
    return value === undefined ? [] : split(value);
  } catch {
    throw new SettingsError(`${name} tem uma aspa que abre e não fecha; escreva, por exemplo, ${name}="--base-url {url}".`);
  }
}

/** What the suite itself tells every command. */
const OWN_OF_COMMANDS: readonly string[] = ['HOME', 'PATH', 'DUMONT_API_URL', 'DUMONT_BASE_URL'];

function passedVariables(
  names: string | undefined,
  lookUp: (name: string) => string | undefined,
): Readonly<Record<string, string>> {
  const listed = names?.split(/[\s,]+/).filter((name) => name !== '') ?? [];
  return Object.fromEntries(listed.map((name) => [name, passedValue(name, lookUp(name))]));
}

function passedValue(name: string, value: string | undefined): string {
  if (!/^[A-Za-z_]\w*$/.test(name)) {
    throw new SettingsError(
      `DUMONT_CLI_ENV leva nomes de variáveis, e "${name}" não é um; escreva, por exemplo, DUMONT_CLI_ENV=DUMONT_API_KEY.`,
    );
  }
  if (OWN_OF_COMMANDS.includes(name)) {
    throw new SettingsError(`DUMONT_CLI_ENV não pode levar ${name}: a suíte a define em cada comando; tire-a da lista.`);
  }
  if (value === undefined) {
    throw new SettingsError(`DUMONT_CLI_ENV pede a variável ${name}, que está vazia ou não existe; defina-a ou tire-a da lista.`);
  }
  if (value.length < SHORTEST_SECRET) {
    throw new SettingsError(
      `${name}, de DUMONT_CLI_ENV, tem menos de ${SHORTEST_SECRET} caracteres e não poderia ser escondida nos relatórios.`,
    );
  }
  return value;
}

function ownSecrets(target: Settings['target']): string[] {
  if (target.kind === 'sandbox') return [];
  const { password, control } = target;
  return [
    ...(password === DOCUMENTED_USER.password ? [] : [password]),
    ...(control === null ? [] : [new URL(control).hash.slice(1)]),
  ];
}

/** Each word is a secret; one that names a variable stands for its value as well. */
function declaredSecrets(text: string | undefined, lookUp: (name: string) => string | undefined): string[] {
  const declared = text?.split(/[\s,]+/).filter((word) => word !== '') ?? [];
  if (declared.some((word) => (lookUp(word) ?? word).length < SHORTEST_SECRET))
    throw new SettingsError(
      `DUMONT_SECRETS tem um segredo de menos de ${SHORTEST_SECRET} caracteres, que não poderia ser escondido nos relatórios; tire-o da lista.`,
    );
  return declared.map((word) => lookUp(word) ?? word);
}

interface CliWishes {
  readonly wanted: string | undefined;
  readonly args: BinaryCli['args'];
  readonly environment: BinaryCli['environment'];
}

function chooseCli(
  { wanted, args, environment }: CliWishes,
  { isDeployment, searchPath, folder }: { isDeployment: boolean; searchPath: string; folder: string },
): Settings['cli'] {
  if (wanted === 'sandbox' || (wanted === undefined && !isDeployment)) return { kind: 'embedded' };
  const name = wanted ?? 'dumont';
  const candidates = name.includes('/')
    ? [path.resolve(folder, name)]
    : searchPath.split(path.delimiter).map((entry) => path.resolve(entry, name));
  const file = candidates.find(isFile);
  if (file === undefined) {
    if (name.includes('/') && isFolder(candidates[0] ?? '')) {
      throw new SettingsError(`DUMONT_BIN="${wanted}" é uma pasta; diga o caminho do programa que está nela.`);
    }
    throw new SettingsError(
      wanted === undefined
        ? 'Não achei a CLI "dumont" no PATH; instale-a, diga onde ela está com DUMONT_BIN=/caminho/do/dumont ou use a embutida com DUMONT_BIN=sandbox.'
        : `DUMONT_BIN="${wanted}" não existe; diga o caminho da CLI ou use a embutida com DUMONT_BIN=sandbox.`,
    );
  }
  demandRunnable(file);
  return { kind: 'binary', file, args, environment };
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

function isFolder(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function demandRunnable(file: string): void {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    throw new SettingsError(`A CLI ${file} não é executável; dê a permissão com "chmod +x ${file}".`);
  }
  if (readProgram(file).kind === 'text') {
    throw new SettingsError(`A CLI ${file} é um texto sem "#!" na primeira linha; diga nela qual programa a executa.`);
  }
}
