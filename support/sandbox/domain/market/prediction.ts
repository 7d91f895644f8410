import { mean, roundTo, sum } from '../numbers';
import type { ReplyOf } from '../wire';
import type { Market } from './market';

const PREDICTION_DAYS = 7;
const HOURS_PER_DAY = 24;
/** From this many observed offers on, an hour's prediction is as sure as it gets (contract.md, section 5, "Spot"). */
const OBSERVATIONS_FOR_CERTAINTY = 20;

type PricePrediction = ReplyOf<'predictSpotPrice'>;
type HourPrediction = PricePrediction['predictions_24h'][number];

function adviceFor(price: number, current: number): HourPrediction['recommendation'] {
  if (price < 0.9 * current) return 'excellent';
  if (price < current) return 'good';
  return price < 1.1 * current ? 'fair' : 'wait';
}

/**
 * The spot price (US$ per hour) of the next 24 hours, the current hour first: for each hour of the day the mean over the last seven days.
 * Availability is the mean number of GPUs on offer at that hour. 404 for an unknown GPU.
 */
export function predictPrices(market: Market, spelling: string): PricePrediction {
  const { name } = market.gpu(spelling);
  const current = market.spotPrice(name);
  const week = market.history(name).slice(-PREDICTION_DAYS * HOURS_PER_DAY);
  const predictions = Array.from({ length: HOURS_PER_DAY }, (_, ahead): HourPrediction => {
    const hour = (market.now.getUTCHours() + ahead) % HOURS_PER_DAY;
    const sameHour = week.filter(({ at }) => at.getUTCHours() === hour);
    const price = roundTo(mean(sameHour.map(({ spotPrice }) => spotPrice)), 4);
    const gpusOnOffer = sameHour.map(({ onOffer }) => sum(onOffer.map(({ machine }) => machine.numGpus)));
    return {
      hour_utc: hour,
      predicted_price: price,
      confidence: roundTo(Math.min(1, sum(sameHour.map(({ onOffer }) => onOffer.length)) / OBSERVATIONS_FOR_CERTAINTY), 2),
      predicted_availability: Math.round(mean(gpusOnOffer)),
      recommendation: adviceFor(price, current),
    };
  });
  const lowest = Math.min(...predictions.map(({ predicted_price }) => predicted_price));
  return {
    gpu_name: name,
    current_price: current,
    predictions_24h: predictions,
    best_time_to_rent: predictions.find(({ predicted_price }) => predicted_price === lowest)?.hour_utc ?? 0,
    predicted_lowest_price: lowest,
    model_confidence: roundTo(mean(predictions.map(({ confidence }) => confidence)), 2),
    generated_at: market.now.toISOString(),
  };
}
