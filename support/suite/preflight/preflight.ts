import type { Settings } from '../../settings';
import { backendProblem } from './backend-check';
import { cliProblem } from './cli-check';

/**
 * What would leave a run without a single verdict, looked for before its first scenario: no backend, credentials that open no session, a CLI
 * that does not start or whose requests go elsewhere. Whatever else deviates is the run's own to tell.
 * @param unpassed variables that the user seems to have set for the CLI and that do not reach it
 * @returns one Portuguese sentence for each problem
 */
export async function preflight({ target, cli, commandTimeoutMs }: Settings, unpassed: readonly string[]): Promise<string[]> {
  const problems = await Promise.all([
    target.kind === 'deployment' ? backendProblem(target) : null,
    cli.kind === 'binary' ? cliProblem({ cli, target, commandTimeoutMs, unpassed }) : null,
  ]);
  return problems.filter((problem) => problem !== null);
}
