import type { BilledInstance, Hibernation } from '../instances/billed-instance';
import { referencePrices } from '../market/reference-prices';
import { Random } from '../random';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const DAYS = 7;

/** The instances of the history; destroyed long ago, so they appear in no list of instances. */
const INSTANCES: readonly BilledInstance[] = [
  { instanceId: 9001, gpuName: 'RTX 4090', pricePerHour: referencePrices('RTX 4090').dumont },
  { instanceId: 9002, gpuName: 'A100', pricePerHour: referencePrices('A100').dumont },
];

/** Which instance (by index) hibernated on which day (0 is the oldest): four hibernations, two each. */
const HIBERNATED: ReadonlySet<string> = new Set(['0/1', '1/2', '0/4', '1/5']);

interface PastSession extends BilledInstance {
  readonly from: Date;
  readonly until: Date;
}

/**
 * Seven days of work that end on the UTC day before `endingBefore`: every day each instance works twice, with a break that on four
 * occasions was a hibernation. The same seed and day give the same history.
 */
export function historyBefore(
  endingBefore: Date,
  seed = 'usage history',
): { sessions: readonly PastSession[]; hibernations: readonly Hibernation[] } {
  const today = Math.floor(endingBefore.getTime() / DAY_MS) * DAY_MS;
  const random = new Random(seed);
  const sessions: PastSession[] = [];
  const hibernations: Hibernation[] = [];
  for (let day = 0; day < DAYS; day++) {
    for (const [index, instance] of INSTANCES.entries()) {
      const start = today - (DAYS - day) * DAY_MS + random.integer(7 * 60, 10 * 60) * MINUTE_MS;
      const rest = start + random.integer(95, 230) * MINUTE_MS;
      const again = rest + random.integer(50, 170) * MINUTE_MS;
      const end = again + random.integer(70, 280) * MINUTE_MS;
      sessions.push({ ...instance, from: new Date(start), until: new Date(rest) });
      sessions.push({ ...instance, from: new Date(again), until: new Date(end) });
      if (HIBERNATED.has(`${index}/${day}`)) hibernations.push({ ...instance, from: new Date(rest), until: new Date(again) });
    }
  }
  return { sessions, hibernations };
}
