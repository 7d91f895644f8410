import type { CommandEvidence } from '../../shared/messages/evidence';
import { scenariosOf } from '../model/outcome';
import type { Run, Scenario, Step } from '../model/run';

/** How long one command took, each time it ran. */
export interface CommandTimes {
  /** As the feature has it, placeholders and columns of Exemplos and all. */
  command: string;
  times: number;
  medianMs: number;
  p95Ms: number;
  slowest: { ms: number; scenario: Scenario };
}

/** The commands of the document and of the rules, in all attempts, the one that usually takes longest first. */
export function commandTimes(run: Run): CommandTimes[] {
  const measured = new Map<string, { ms: number; scenario: Scenario }[]>();
  for (const scenario of scenariosOf(run)) {
    for (const step of scenario.attempts.flatMap(({ steps }) => steps)) {
      for (const run of step.commands) {
        if (run.role !== 'documented') continue;
        const command = templateOf(step, run);
        const known = measured.get(command);
        if (known) known.push({ ms: run.durationMs, scenario });
        else measured.set(command, [{ ms: run.durationMs, scenario }]);
      }
    }
  }
  return [...measured]
    .flatMap(([command, runs]) => timesOf(command, runs) ?? [])
    .sort((one, other) => other.medianMs - one.medianMs || other.p95Ms - one.p95Ms || (one.command < other.command ? -1 : 1));
}

/** The rows of an outline are one command with columns, unless the whole command is a column. */
function templateOf({ written }: Step, { command }: CommandEvidence): string {
  const template = /`([^`]+)`/.exec(written.text)?.[1];
  return template?.includes(' ') ? template : command;
}

function timesOf(command: string, runs: { ms: number; scenario: Scenario }[]): CommandTimes | null {
  const sorted = [...runs].sort((one, other) => one.ms - other.ms);
  const slowest = sorted.at(-1);
  if (!slowest) return null;
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1]?.ms ?? slowest.ms;
  return { command, times: sorted.length, medianMs: at(0.5), p95Ms: at(0.95), slowest };
}
