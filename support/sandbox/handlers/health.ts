import type { ReplyOf } from '../domain/wire';
import type { Call, Handler, Reply } from './handler';

const VERSION = '3.0.0';

/** Journey 10: public. Without a database the backend is of no use: 503. Any other trouble is a degraded 200 (resolutions J10). */
export const healthHandlers: Record<string, Handler> = {
  getHealth: ({ platform }: Call): Reply<ReplyOf<'getHealth'>> => {
    platform.dependencies.demand('database');
    const status = platform.dependencies.worst() === 'healthy' ? 'healthy' : 'degraded';
    return {
      status: 200,
      body: { status, version: VERSION, service: 'dumont-cloud', dependencies: platform.dependencies.list() },
    };
  },
};
