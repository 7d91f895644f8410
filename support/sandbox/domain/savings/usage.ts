import type { BilledInstance, Hibernation } from '../instances/billed-instance';
import { findGpu } from '../market/catalogue';
import { referencePrices } from '../market/reference-prices';
import { historyBefore } from './usage-history';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

interface Session extends BilledInstance {
  readonly from: Date;
  until: Date | undefined;
}

/**
 * One line of the bill: one instance on one UTC day. Each amount is already rounded (US$ cents, hundredths of an hour), so that sums over
 * any grouping of records agree exactly (resolutions J7).
 */
export interface UsageRecord {
  readonly instanceId: number;
  readonly gpuName: string;
  readonly from: Date;
  readonly until: Date;
  readonly centihours: number;
  readonly costCents: number;
  readonly awsCents: number;
  readonly gcpCents: number;
  readonly azureCents: number;
}

/** What one hibernation saved, rounded like a usage record. */
export interface HibernationRecord {
  readonly instanceId: number;
  readonly gpuName: string;
  readonly from: Date;
  readonly centihours: number;
  readonly savedCents: number;
}

/** What an account used and what hibernation spared it. It holds facts only; `savings.ts` draws the views. */
export class UsageLedger {
  private readonly sessions: Session[] = [];
  private readonly naps: Hibernation[] = [];

  /** A ledger with the fixed seven days of use that end on the day (UTC) before `endingBefore` (resolutions 2.3, "Histórico de uso"). */
  static withHistory(endingBefore: Date, seed?: string): UsageLedger {
    const ledger = new UsageLedger();
    ledger.addHistory(endingBefore, seed);
    return ledger;
  }

  /** Adds the seven days of `withHistory` to what is already known. */
  addHistory(endingBefore: Date, seed?: string): void {
    const { sessions, hibernations } = historyBefore(endingBefore, seed);
    this.sessions.push(...sessions.map((session) => ({ ...session })));
    this.naps.push(...hibernations);
  }

  /** Forgets all that has ended; what runs now goes on being billed. */
  forgetPast(): void {
    const running = this.sessions.filter((session) => session.until === undefined);
    this.sessions.splice(0, this.sessions.length, ...running);
    this.naps.length = 0;
  }

  /** Billing starts: the instance was created or resumed. One that is already billed goes on at the new price. */
  open(instance: BilledInstance, at: Date): void {
    this.close(instance.instanceId, at);
    this.sessions.push({ ...instance, gpuName: findGpu(instance.gpuName)?.name ?? instance.gpuName, from: at, until: undefined });
  }

  /** Billing stops: the instance was paused or destroyed. Nothing happens when it is not billed. */
  close(instanceId: number, at: Date): void {
    for (const session of this.sessions) if (session.instanceId === instanceId) session.until ??= at;
  }

  /** The instance was never worth its price: nothing of it is billed, not even its first minute. */
  forget(instanceId: number): void {
    const others = this.sessions.filter((session) => session.instanceId !== instanceId);
    this.sessions.splice(0, this.sessions.length, ...others);
  }

  /** The instance slept from `from` until `until`. */
  hibernate(hibernation: Hibernation): void {
    this.naps.push(hibernation);
  }

  /** Every line of the bill up to `now`, oldest first. */
  records(now: Date): UsageRecord[] {
    return this.sessions
      .flatMap((session) => billed(session, now))
      .sort((one, other) => one.from.getTime() - other.from.getTime());
  }

  /** What each hibernation saved, oldest first. */
  hibernations(): HibernationRecord[] {
    return this.naps
      .map(({ instanceId, gpuName, pricePerHour, from, until }) => {
        const hours = (until.getTime() - from.getTime()) / (60 * MINUTE_MS);
        const savedCents = Math.round(hours * pricePerHour * 100);
        return { instanceId, gpuName, from, centihours: Math.round(hours * 100), savedCents };
      })
      .sort((one, other) => one.from.getTime() - other.from.getTime());
  }
}

/** Billed by the minute, at least one; a session that crosses midnight (UTC) gives a line per day, so that each belongs to one month. */
function billed(session: Session, now: Date): UsageRecord[] {
  const start = session.from.getTime();
  const end = Math.max(start, (session.until ?? now).getTime());
  const minutesUntil = (moment: number): number => Math.max(1, Math.ceil((moment - start) / MINUTE_MS));
  const records: UsageRecord[] = [];
  let from = start;
  let billedMinutes = 0;
  do {
    const until = Math.min(end, (Math.floor(from / DAY_MS) + 1) * DAY_MS);
    const minutes = minutesUntil(until) - billedMinutes;
    if (minutes > 0) records.push(recordOf(session, new Date(from), new Date(until), minutes));
    billedMinutes += minutes;
    from = until;
  } while (from < end);
  return records;
}

function recordOf(session: Session, from: Date, until: Date, minutes: number): UsageRecord {
  const cents = (pricePerHour: number): number => Math.round((pricePerHour * minutes * 100) / 60);
  const elsewhere = referencePrices(session.gpuName);
  const machines = Math.max(1, session.numGpus ?? 1);
  return {
    instanceId: session.instanceId,
    gpuName: session.gpuName,
    from,
    until,
    centihours: Math.round((minutes * 100) / 60),
    costCents: cents(session.pricePerHour),
    awsCents: cents(elsewhere.aws * machines),
    gcpCents: cents(elsewhere.gcp * machines),
    azureCents: cents(elsewhere.azure * machines),
  };
}
