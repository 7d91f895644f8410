import type { ReplyOf } from '../wire';
import type { Dependencies, DependencyName } from './health';

export type AgentStatus = ReplyOf<'getAgentStatus'>['agents'][number];

/** A heartbeat every 30 s (contract.md, section 5, "Hibernation"). */
const HEARTBEAT_MS = 30_000;

/** The platform's own agents and what each cannot do without. */
const PLATFORM_AGENTS: Readonly<Record<string, readonly DependencyName[]>> = {
  'market-monitor': ['database', 'vast'],
  'price-predictor': ['database'],
  hibernation: ['database', 'vast'],
  standby: ['gcp', 'storage'],
};

/** The agent inside an instance saves its data to the storage. */
const INSTANCE_AGENT_NEEDS: readonly DependencyName[] = ['storage'];

/** A rented machine that runs, as far as its agent matters. */
export interface RunningInstance {
  readonly id: number;
  readonly createdAt: Date;
}

/** The last beat: now and then on the half minute, but not before the agent began nor after it went offline. */
function lastHeartbeat(dependencies: Dependencies, needs: readonly DependencyName[], startedAt: number, now: Date): string {
  const alive = Math.min(now.getTime(), dependencies.offlineSince(needs)?.getTime() ?? Number.POSITIVE_INFINITY);
  return new Date(Math.max(startedAt, Math.floor(alive / HEARTBEAT_MS) * HEARTBEAT_MS)).toISOString();
}

/** The platform's agents and one for each running instance of the account, each in the worst state of what it stands on (resolutions J10). */
export function agentStatuses(dependencies: Dependencies, instances: readonly RunningInstance[], now: Date): AgentStatus[] {
  const platform = Object.entries(PLATFORM_AGENTS).map(
    ([name, needs]): AgentStatus => ({
      name,
      kind: 'platform',
      instance_id: null,
      status: dependencies.worst(needs),
      last_heartbeat: lastHeartbeat(dependencies, needs, 0, now),
    }),
  );
  const inInstances = instances.map(
    ({ id, createdAt }): AgentStatus => ({
      name: `agent-${id}`,
      kind: 'instance',
      instance_id: id,
      status: dependencies.worst(INSTANCE_AGENT_NEEDS),
      last_heartbeat: lastHeartbeat(dependencies, INSTANCE_AGENT_NEEDS, createdAt.getTime(), now),
    }),
  );
  return [...platform, ...inInstances];
}
