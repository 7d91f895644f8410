import { expectThat } from '../language/expectation';
import { waitFor } from '../language/waiting';
import type { AccountClient } from './account-client';

/** How many times the pace of a running job its logs must stand still to be believed, and the pace taken when none was seen. */
const STANDSTILL_PACES = 3;
const UNKNOWN_PACE_MS = 300;

/** The time in which the logs of a scenario's job were last seen to grow, in milliseconds. */
const paces = new WeakMap<AccountClient, number>();

/** Waits until the logs of the job noted under `placeholder` have more lines than now. @throws as `waitFor` */
export async function waitForGrowth(placeholder: string, client: AccountClient): Promise<void> {
  const first = await countLines(placeholder, client);
  const startedAt = performance.now();
  await waitFor({
    look: () => countLines(placeholder, client),
    holds: (lines) => lines > first,
    name: (lines) => `${lines} linhas`,
    wanted: `os logs do job <${placeholder}> deveriam crescer`,
    ...client.waiting(),
  });
  paces.set(client, performance.now() - startedAt);
}

/** Waits until the logs have not grown for a good while longer than a running job needs for a line. @throws as `waitFor` */
export async function waitForStandstill(placeholder: string, client: AccountClient): Promise<void> {
  const enoughMs = STANDSTILL_PACES * (paces.get(client) ?? UNKNOWN_PACE_MS);
  let lines = await countLines(placeholder, client);
  let sameSince = performance.now();
  await waitFor({
    look: async () => {
      const now = await countLines(placeholder, client);
      if (now !== lines) sameSince = performance.now();
      lines = now;
      return lines;
    },
    holds: () => performance.now() - sameSince >= enoughMs,
    name: (count) => `${count} linhas`,
    wanted: `os logs do job <${placeholder}> deveriam parar de crescer`,
    patienceMs: client.patienceMs + enoughMs,
  });
}

async function countLines(placeholder: string, client: AccountClient): Promise<number> {
  const params = { job_id: String(client.memory.recall(placeholder)) };
  const { body } = await client.look('getFinetuneLogs', { params, query: { tail: '100000' } });
  const { logs } = body as { logs?: unknown };
  expectThat(typeof logs === 'string', 'a resposta de getFinetuneLogs não tem o campo "logs".');
  return logs.split('\n').filter((line) => line.trim() !== '').length;
}
