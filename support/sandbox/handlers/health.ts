import type { Handler } from './handler';
import type { CallOf, ReplyOf } from './operations';
import { ok } from './replies';

const VERSION = '3.0.0';

function getHealth({ platform: { dependencies } }: CallOf<'getHealth'>): ReplyOf<'getHealth'> {
  dependencies.demand('database');
  const status = dependencies.worst() === 'healthy' ? 'healthy' : 'degraded';
  return ok({ status, version: VERSION, service: 'dumont-cloud', dependencies: dependencies.list() });
}

/** Journey 10: public. Without a database the backend is of no use: 503. Any other dependency out of order is a degraded 200 (resolutions J10). */
export const healthHandlers: Record<string, Handler> = { getHealth };
