import { recommend } from '../domain/training/advisor';
import { depending } from './depending';
import type { CallOf, ReplyOf } from './operations';
import { ok } from './replies';

function recommendGpu({ platform, body }: CallOf<'recommendGpu'>): ReplyOf<'recommendGpu'> {
  return ok(recommend(platform.market, body.task));
}

/** Journeys 5 and 8: which GPU for which task. Prices come from the market, which the database holds. */
export const advisorHandlers = depending('database', { recommendGpu });
