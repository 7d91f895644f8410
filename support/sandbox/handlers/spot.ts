import { rankForLlm } from '../domain/llm';
import { predictPrices } from '../domain/prediction';
import { rankReliability } from '../domain/reliability';
import { safeWindows } from '../domain/safe-windows';
import { monitorSpot, spotAvailability } from '../domain/spot-monitor';
import { trainingCost } from '../domain/training';
import type { QueryOf, ReplyOf } from '../domain/wire';
import { depending } from './depending';
import type { Call, Reply, Values } from './handler';

type ForGpu = Call<{ gpu_name: string }>;
type Asking<Query> = Call<Values, Query>;

/** Journey 6: the spot market. Public; all of it follows from the market's history, which the database holds. */
export const spotHandlers = depending('database', {
  predictSpotPrice: ({ platform, params }: ForGpu): Reply<ReplyOf<'predictSpotPrice'>> => ({
    status: 200,
    body: predictPrices(platform.market, params.gpu_name),
  }),

  monitorSpotPrices: ({ platform, query }: Asking<QueryOf<'monitorSpotPrices'>>): Reply<ReplyOf<'monitorSpotPrices'>> => ({
    status: 200,
    body: monitorSpot(platform.market, query),
  }),

  rankSpotReliability: ({
    platform,
    query,
  }: Asking<QueryOf<'rankSpotReliability', 'min_score' | 'limit'>>): Reply<ReplyOf<'rankSpotReliability'>> => ({
    status: 200,
    body: rankReliability(platform.market, query),
  }),

  rankLlmGpus: ({ platform, query }: Asking<QueryOf<'rankLlmGpus', 'min_vram'>>): Reply<ReplyOf<'rankLlmGpus'>> => ({
    status: 200,
    body: rankForLlm(platform.market, query),
  }),

  listSafeWindows: ({ platform, params }: ForGpu): Reply<ReplyOf<'listSafeWindows'>> => ({
    status: 200,
    body: safeWindows(platform.market, params.gpu_name),
  }),

  listSpotAvailability: ({
    platform,
    query,
  }: Asking<QueryOf<'listSpotAvailability', 'min_available'>>): Reply<ReplyOf<'listSpotAvailability'>> => ({
    status: 200,
    body: spotAvailability(platform.market, query),
  }),

  estimateTrainingCost: ({
    platform,
    query,
  }: Asking<QueryOf<'estimateTrainingCost', 'min_vram'>>): Reply<ReplyOf<'estimateTrainingCost'>> => ({
    status: 200,
    body: trainingCost(platform.market, query),
  }),
});
