import { checkExchange, type Mismatch } from '../../contract/checker';
import { loadContract } from '../../contract/contract';
import { secretValues, undeclaredTexts } from '../../contract/secrets';
import { environment } from '../../shared/environment';
import type { Role } from '../../shared/messages/evidence';
import type { Memory } from '../language/memory';
import type { Redactor } from '../safety/secrets/redaction';
import { type Exchange, isDiscovery, lastOwnExchange } from '../wire/exchange';
import type { RecordingProxy } from '../wire/proxy';
import { disagreement } from './agreement';
import { askedBy } from './asked';
import { calledInstead } from './called-instead';
import { addressInArguments } from './cli-address';
import { commandEnvironment } from './cli-environment';
import { commandArguments } from './command-line';
import { runProcess } from './process';
import { detourOf } from './reached';
import type { CommandResult } from './result';

/** The program that stands for `dumont`: what is executed and the arguments that come before the command's own. */
export interface CliProgram {
  readonly kind: 'embedded' | 'binary';
  readonly file: string;
  /** `{url}` in them is the address that the CLI is to call. */
  readonly leadingArgs: readonly string[];
  /** Variables that it needs, beside those that every command gets. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface RunnerParts {
  readonly cli: CliProgram;
  readonly proxy: RecordingProxy;
  readonly memory: Memory;
  readonly redactor: Redactor;
  readonly home: string;
  readonly workFolder: string;
  readonly timeoutMs: number;
}

export interface RunReport {
  readonly result: CommandResult;
  /** Why the command cannot be trusted, whatever the steps ask: one Portuguese sentence, or null. */
  readonly problem: string | null;
  /** Where an exchange left the contract. */
  readonly mismatches: readonly Mismatch[];
}

/**
 * Runs one command of a feature: the only way in which the suite starts the CLI.
 * @throws Error in Portuguese when the command cannot be run as written (placeholder, quotes, another program).
 */
export async function runCommand(written: string, role: Role, parts: RunnerParts): Promise<RunReport> {
  const argv = commandArguments(written, parts.memory);
  parts.proxy.takeExchanges();
  const outcome = await runProcess({
    file: parts.cli.file,
    args: [...addressInArguments(parts.cli.leadingArgs, parts.proxy.url), ...argv],
    cwd: parts.workFolder,
    env: {
      ...parts.cli.environment,
      ...commandEnvironment({ home: parts.home, apiUrl: parts.proxy.url, searchPath: environment().PATH ?? '' }),
    },
    timeoutMs: parts.timeoutMs,
  });
  const exchanges = parts.proxy.takeExchanges();
  const asked = askedBy(argv, parts.workFolder);
  const reply = lastOwnExchange(exchanges);
  const elsewhere = reply === null ? calledInstead(`${outcome.stdout}\n${outcome.stderr}`, parts.proxy.url) : null;
  const result: CommandResult = { written, role, argv, asked, process: outcome, exchanges, reply, calledInstead: elsewhere };
  learnSecrets(exchanges, parts.redactor);
  const mismatches = (
    await Promise.all(exchanges.filter((e) => e.status !== null && !isDiscovery(e)).map(contractMismatches))
  ).flat();
  const detour = result.reply === null ? null : detourOf(result);
  return { result, problem: detour ?? processProblem(result, parts) ?? disagreement(result, parts.cli.kind), mismatches };
}

/** Where one exchange left the contract. */
export async function contractMismatches({
  method,
  path,
  query,
  requestBody,
  status,
  responseBody,
}: CommandResult['exchanges'][number]): Promise<Mismatch[]> {
  return checkExchange({ method, path, query, requestBody, status: status ?? 0, responseBody });
}

/** From here on no secret of these exchanges is shown. */
export function learnSecrets(exchanges: readonly Exchange[], redactor: Redactor): void {
  for (const exchange of exchanges) {
    if (exchange.operationId === null) continue;
    const operation = loadContract().operation(exchange.operationId);
    const found = [
      ...secretValues(operation, 'request', exchange.requestBody),
      ...secretValues(operation, exchange.status ?? 0, exchange.responseBody),
      ...undeclaredTexts(operation, exchange.status ?? 0, exchange.responseBody),
    ];
    for (const secret of found) redactor.learn(secret);
  }
}

function processProblem({ process: outcome, reply }: CommandResult, { timeoutMs, cli }: RunnerParts): string | null {
  if (outcome.startFailure !== null) return `não consegui executar a CLI ${cli.file} (${outcome.startFailure})`;
  if (outcome.timedOut) {
    const waiting = reply !== null && reply.status === null ? '; a API não respondeu nesse tempo' : '';
    return `o comando não terminou em ${timeoutMs / 1000} s e foi encerrado${waiting}`;
  }
  if (outcome.outputCut) return 'o comando mostrou mais saída do que o limite e foi encerrado';
  if (outcome.signal !== null) return `o comando morreu pelo sinal ${outcome.signal}`;
  return null;
}
