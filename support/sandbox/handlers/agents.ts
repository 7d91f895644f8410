import { agentStatuses } from '../domain/accounts/agents';
import type { Handler } from './handler';
import type { CallOf, ReplyOf } from './operations';
import { ok } from './replies';

function getAgentStatus({ platform, tenant }: CallOf<'getAgentStatus'>): ReplyOf<'getAgentStatus'> {
  const running = [...tenant.instances.values()].filter((instance) => instance.status === 'running');
  return ok({ agents: agentStatuses(platform.dependencies, running, platform.clock.now()) });
}

/** Journey 10: the platform's agents and those in the running instances of the account, never another's (resolutions J10). */
export const agentHandlers: Record<string, Handler> = { getAgentStatus };
