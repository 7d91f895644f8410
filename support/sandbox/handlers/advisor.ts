import { recommend } from '../domain/advisor';
import type { ReplyOf, RequestOf } from '../domain/wire';
import { depending } from './depending';
import type { Call, Reply, Values } from './handler';

/** Journeys 5 and 8: which GPU for which task. Prices come from the market, which the database holds. */
export const advisorHandlers = depending('database', {
  recommendGpu: ({ platform, body }: Call<Values, Values, RequestOf<'recommendGpu'>>): Reply<ReplyOf<'recommendGpu'>> => ({
    status: 200,
    body: recommend(platform.market, body.task),
  }),
});
