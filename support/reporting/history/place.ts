import type { Run } from '../model/run';

/** Where a run belongs: only runs of the same place are each other's past. */
export interface Place {
  target: string | null;
  cli: string | null;
  branch: string | null;
}

/** The place of a run; the branch is the CI's when the repository does not know it. */
export function placeOf(run: Run): Place {
  const { runInfo, ci } = run;
  return { target: runInfo?.target ?? null, cli: runInfo?.cli ?? null, branch: runInfo?.branch ?? ci?.branch ?? null };
}

/** A place as one text, to compare and to group by. */
export function placeKey({ target, cli, branch }: Place): string {
  return JSON.stringify([target, cli, branch]);
}
