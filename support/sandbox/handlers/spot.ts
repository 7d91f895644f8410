import { rankForLlm } from '../domain/market/llm';
import { predictPrices } from '../domain/market/prediction';
import { rankReliability } from '../domain/market/reliability';
import { safeWindows } from '../domain/market/safe-windows';
import { monitorSpot, spotAvailability } from '../domain/market/spot-monitor';
import { trainingCost } from '../domain/training/training';
import { depending } from './depending';
import type { CallOf, ReplyOf } from './operations';
import { ok } from './replies';

function predictSpotPrice({ platform, params }: CallOf<'predictSpotPrice'>): ReplyOf<'predictSpotPrice'> {
  return ok(predictPrices(platform.market, params.gpu_name));
}

function monitorSpotPrices({ platform, query }: CallOf<'monitorSpotPrices'>): ReplyOf<'monitorSpotPrices'> {
  return ok(monitorSpot(platform.market, query));
}

type ReliabilityCall = CallOf<'rankSpotReliability', 'min_score' | 'limit'>;

function rankSpotReliability({ platform, query }: ReliabilityCall): ReplyOf<'rankSpotReliability'> {
  return ok(rankReliability(platform.market, query));
}

function rankLlmGpus({ platform, query }: CallOf<'rankLlmGpus', 'min_vram'>): ReplyOf<'rankLlmGpus'> {
  return ok(rankForLlm(platform.market, query));
}

function listSafeWindows({ platform, params }: CallOf<'listSafeWindows'>): ReplyOf<'listSafeWindows'> {
  return ok(safeWindows(platform.market, params.gpu_name));
}

type AvailabilityCall = CallOf<'listSpotAvailability', 'min_available'>;

function listSpotAvailability({ platform, query }: AvailabilityCall): ReplyOf<'listSpotAvailability'> {
  return ok(spotAvailability(platform.market, query));
}

type TrainingCall = CallOf<'estimateTrainingCost', 'min_vram'>;

function estimateTrainingCost({ platform, query }: TrainingCall): ReplyOf<'estimateTrainingCost'> {
  return ok(trainingCost(platform.market, query));
}

/** Journey 6: the spot market. Public; all of it follows from the market's history, which the database holds. */
export const spotHandlers = depending('database', {
  predictSpotPrice,
  monitorSpotPrices,
  rankSpotReliability,
  rankLlmGpus,
  listSafeWindows,
  listSpotAvailability,
  estimateTrainingCost,
});
