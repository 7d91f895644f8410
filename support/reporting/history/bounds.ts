import type { HistoryIndex } from './history-index';
import { placeKey, type RunRecord } from './record';

/** How much a history may hold. */
export interface Bounds {
  runs: number;
  bytes: number;
}

export const BOUNDS: Bounds = { runs: 200, bytes: 8_000_000 };

/** What is cut is cut a little shorter than it must, so that not every append rewrites the file. */
const SLACK = 0.9;
/** Even the largest suite keeps what a comparison needs. */
const FEWEST_RUNS = 2;
const MOST_RELEASES = 20;

/**
 * What is left of a history that outgrew its bounds. The place (target, CLI, branch) with most runs loses its oldest first, so that a
 * nightly run is not driven out by a day of work; the last run of each release stays, for the newest twenty releases.
 * @returns the new content of the file, or null when it fits
 */
export function trimmed(index: HistoryIndex, size: number, bounds: Bounds): string | null {
  if (index.runs.size <= bounds.runs && size <= bounds.bytes) return null;
  let runs = fewer([...index.runs.values()], index.runs.size > bounds.runs ? Math.floor(bounds.runs * SLACK) : index.runs.size);
  let text = index.text(runs);
  while (Buffer.byteLength(text) > bounds.bytes) {
    const next = fewer(runs, Math.max(FEWEST_RUNS, Math.floor(runs.length * SLACK)));
    if (next.length === runs.length) break;
    runs = next;
    text = index.text(runs);
  }
  return text;
}

function fewer(runs: readonly RunRecord[], wanted: number): RunRecord[] {
  const stays = lastOfReleases(runs);
  const places = new Map<string, RunRecord[]>();
  for (const run of [...runs].sort(byTime)) {
    const key = placeKey(run);
    places.set(key, [...(places.get(key) ?? []), run]);
  }
  const kept = new Set(runs);
  while (kept.size > wanted) {
    const candidates = [...places.values()].filter((place) => place.some((run) => !stays.has(run)));
    const longest = candidates.reduce<RunRecord[] | null>(
      (most, place) => (!most || place.length > most.length ? place : most),
      null,
    );
    const victim = longest?.find((run) => !stays.has(run));
    if (!longest || !victim) break;
    longest.splice(longest.indexOf(victim), 1);
    kept.delete(victim);
  }
  return runs.filter((run) => kept.has(run));
}

function lastOfReleases(runs: readonly RunRecord[]): Set<RunRecord> {
  const last = new Map<string, RunRecord>();
  for (const run of [...runs].sort(byTime)) {
    if (run.release === null) continue;
    const key = JSON.stringify([run.release, run.target, run.cli]);
    last.delete(key);
    last.set(key, run);
  }
  return new Set([...last.values()].slice(-MOST_RELEASES));
}

function byTime(one: RunRecord, other: RunRecord): number {
  return Date.parse(one.at) - Date.parse(other.at);
}
