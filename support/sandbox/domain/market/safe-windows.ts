import { mean, roundTo, sum } from '../numbers';
import type { ReplyOf, Schema } from '../wire';
import type { GpuHour, Market } from './market';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const MOST_WINDOWS = 24;

type SafeWindow = Schema<'SafeWindow'>;
type SafeWindows = ReplyOf<'listSafeWindows'>;

function recommendationFor(rate: number, availability: number): SafeWindow['recommendation'] {
  if (rate < 0.05 && availability > 0.5) return 'highly_recommended';
  if (rate < 0.1) return 'recommended';
  return rate < 0.2 ? 'caution' : 'avoid';
}

function riskOf(rate: number): SafeWindows['overall_risk'] {
  if (rate < 0.1) return 'low';
  return rate < 0.2 ? 'medium' : 'high';
}

function interruptionRate(hours: readonly GpuHour[]): number {
  const rentals = sum(hours.map((hour) => hour.rentals));
  return rentals === 0 ? 0 : sum(hours.map((hour) => hour.interruptions)) / rentals;
}

function windowOf(weekday: number, hour: number, hours: readonly GpuHour[]): SafeWindow {
  const rate = roundTo(interruptionRate(hours), 4);
  const onOffer = sum(hours.map((past) => past.onOffer.length));
  const availability = roundTo(onOffer / sum(hours.map((past) => past.machines)), 2);
  return {
    hour_utc: hour,
    day_of_week: WEEKDAYS[weekday] ?? WEEKDAYS[0],
    avg_interruption_rate: rate,
    avg_spot_price: roundTo(mean(hours.map((past) => past.spotPrice)), 4),
    availability_score: availability,
    recommendation: recommendationFor(rate, availability),
  };
}

/**
 * The 24 hours of the week in which a GPU's interruptible machines were interrupted least, the safest first; equally safe ones by price.
 * `worst_window` is the last of all hours of the week, and `overall_risk` the rate of all of them. 404 for an unknown GPU.
 */
export function safeWindows(market: Market, spelling: string): SafeWindows {
  const { name } = market.gpu(spelling);
  const history = market.history(name);
  const ofTheWeek = new Map<string, GpuHour[]>();
  for (const hour of history) {
    const slot = `${hour.at.getUTCDay()}/${hour.at.getUTCHours()}`;
    ofTheWeek.set(slot, [...(ofTheWeek.get(slot) ?? []), hour]);
  }
  const windows = [...ofTheWeek.values()]
    .map((hours) => windowOf(hours[0]?.at.getUTCDay() ?? 0, hours[0]?.at.getUTCHours() ?? 0, hours))
    .sort((one, other) => one.avg_interruption_rate - other.avg_interruption_rate || one.avg_spot_price - other.avg_spot_price);
  return {
    gpu_name: name,
    windows: windows.slice(0, MOST_WINDOWS),
    best_window: windows[0] ?? null,
    worst_window: windows.at(-1) ?? null,
    overall_risk: riskOf(interruptionRate(history)),
    generated_at: market.now.toISOString(),
  };
}
