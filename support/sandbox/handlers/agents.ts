import { agentStatuses } from '../domain/agents';
import type { ReplyOf } from '../domain/wire';
import type { Call, Handler, Reply } from './handler';

/** Journey 10: the platform's agents and those in the running instances of the account, never another's (resolutions J10). */
export const agentHandlers: Record<string, Handler> = {
  getAgentStatus: ({ platform, tenant }: Call): Reply<ReplyOf<'getAgentStatus'>> => {
    const running = [...tenant.instances.values()].filter((instance) => instance.status === 'running');
    return { status: 200, body: { agents: agentStatuses(platform.dependencies, running, platform.clock.now()) } };
  },
};
