import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isObject, type JsonObject, parseObject } from '../../shared/messages/json-object';
import type { Standing } from '../deviations/compare';
import { STANDINGS, type StandingCounts } from '../deviations/sentences';

/** What is known of the deviations of a run. */
export interface ListedDeviations {
  readonly counts: StandingCounts;
  /** By the step of each promise that does not hold. */
  readonly standings: ReadonlyMap<string, Standing>;
}

/** What `resumo.json` says of the run whose outputs lie beside the history. */
export interface LatestSummary {
  /** When it began, in milliseconds: one that was not recorded must not send the news of the run before it once more. NaN: it never began. */
  readonly startedAt: number;
  /** Null where no deviations are listed. */
  readonly deviations: ListedDeviations | null;
}

/** @returns null when there is no summary of a run, or half of one */
export function latestSummary(reports: string): LatestSummary | null {
  const file = path.join(reports, 'resumo.json');
  const summary = existsSync(file) ? parseObject(readFileSync(file, 'utf8')) : null;
  if (summary === null) return null;
  const { startedAt, conformity } = summary;
  return {
    startedAt: typeof startedAt === 'string' ? Date.parse(startedAt) : Number.NaN,
    deviations: isObject(conformity) ? listedIn(conformity) : null,
  };
}

function listedIn({ deviations, notHolding }: JsonObject): ListedDeviations | null {
  if (!isObject(deviations)) return null;
  const amount = (name: keyof StandingCounts): number => (typeof deviations[name] === 'number' ? deviations[name] : 0);
  const told = (Array.isArray(notHolding) ? notHolding : []).flatMap((promise: unknown): [string, Standing][] =>
    isObject(promise) && typeof promise.step === 'string' && isStanding(promise.standing)
      ? [[promise.step, promise.standing]]
      : [],
  );
  return {
    counts: { new: amount('new'), known: amount('known'), healed: amount('healed'), unverified: amount('unverified') },
    standings: new Map(told),
  };
}

function isStanding(value: unknown): value is Standing {
  return typeof value === 'string' && Object.hasOwn(STANDINGS, value);
}
