import path from 'node:path';
import { replaceFile } from '../../../shared/files';
import { readJsonLines } from '../../../shared/json-lines';
import { ledgerFolder } from '../cleanup/ledger-folder';
import type { LedgerState } from '../cleanup/ledger-records';
import { costOf } from './cost-ceiling';

/** What a run rented, kept when its ledger is gone. */
export interface PastRun {
  readonly at: string;
  readonly baseUrl: string;
  /** US$ by feature, as it is named in its path. */
  readonly costs: Readonly<Record<string, number>>;
  readonly machines: number;
  /** How long each thing that costs by the hour was there, in milliseconds. */
  readonly lifetimes: readonly number[];
}

const MOST_REMEMBERED = 200;

function historyFile(folder: string): string {
  return path.join(folder, 'custos.jsonl');
}

/** Earlier runs on a backend, the oldest first. */
export function pastRuns(baseUrl: string, folder: string = ledgerFolder()): PastRun[] {
  return readJsonLines<PastRun>(historyFile(folder)).filter((run) => run.baseUrl === baseUrl);
}

/** @throws what the file system throws */
export function rememberRun(run: PastRun, folder: string = ledgerFolder()): void {
  const runs = [...readJsonLines<PastRun>(historyFile(folder)), run].slice(-MOST_REMEMBERED);
  replaceFile(historyFile(folder), runs.map((each) => `${JSON.stringify(each)}\n`).join(''));
}

/** What a ledger says of what its run rented; null when it rented nothing. */
export function summaryOf({ run, lifetimes }: LedgerState, now: number): PastRun | null {
  const paid = lifetimes.filter(({ price }) => price > 0);
  if (run === null || paid.length === 0) return null;
  const costs: Record<string, number> = {};
  for (const { place, price, from, to } of paid) {
    const feature = place.replace(/:\d+$/, '');
    costs[feature] = (costs[feature] ?? 0) + costOf(price, (to ?? now) - from);
  }
  const ended = paid.flatMap(({ from, to }) => (to === null ? [] : [to - from]));
  return { at: new Date(now).toISOString(), baseUrl: run.baseUrl, costs, machines: paid.length, lifetimes: ended };
}
