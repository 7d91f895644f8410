import { appendFileSync, statSync } from 'node:fs';
import type { Conformity } from '../conformity/conformity';
import type { Run } from '../model/run';
import { annotations, warning } from './annotations';
import { SUMMARY_LIMIT, stepSummary } from './summary';

/**
 * Tells GitHub Actions of the run: the summary of the step goes to the end of the file that GITHUB_STEP_SUMMARY names, the annotations to
 * `write`. Elsewhere it does nothing. Never throws: what cannot be told is told as a warning, and the run's result stands.
 * @param conformity what the run says of every promise
 * @param env the environment of the process
 * @param write prints a text on the standard output; every text ends a line
 */
export function tellGitHub(
  run: Run,
  conformity: Conformity,
  env: Readonly<Record<string, string | undefined>>,
  write: (text: string) => void,
): void {
  const file = env.GITHUB_STEP_SUMMARY;
  const isGitHub = env.GITHUB_ACTIONS === 'true';
  try {
    if (file) appendFileSync(file, `${stepSummary(run, conformity, SUMMARY_LIMIT - sizeOf(file))}\n`);
  } catch (error) {
    if (isGitHub)
      write(`${warning('Sem resumo', `O resumo da execução não pôde ser gravado: ${whyOf(error)}. O resultado não muda.`)}\n`);
  }
  try {
    if (isGitHub) for (const line of annotations(run)) write(`${line}\n`);
  } catch {
    // the pipe is gone: nobody is listening
  }
}

/** Other commands of the same step may have written before. */
function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function whyOf(error: unknown): string {
  return error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error);
}
