import type { RecordedScenario } from './recorded-run';

/** A scenario as it was and as it is. */
interface Pair {
  readonly before: RecordedScenario;
  readonly after: RecordedScenario;
}

/** How much two scenarios must have in common, of 1, for one to be the other, reworded. */
const ALIKE = 0.5;
/** Beyond as many on either side of one journey nothing is compared: it would take too long, and say too little. */
const MOST = 400;

/**
 * Pairs, journey by journey, what has most in common: words of the names and steps, each the weightier the fewer scenarios have
 * it; what half of them have says nothing.
 * @param gone what vanished; pairs are taken out
 * @param come what is new; pairs are taken out
 * @param all scenarios of the later run, by which is told how common a step is
 */
export function rewordedPairs(
  gone: Set<RecordedScenario>,
  come: Set<RecordedScenario>,
  all: readonly RecordedScenario[],
): Pair[] {
  const pairs: Pair[] = [];
  for (const uri of new Set([...come].map((scenario) => scenario.uri))) {
    const ofJourney = (some: Iterable<RecordedScenario>): RecordedScenario[] =>
      [...some].filter((scenario) => scenario.uri === uri);
    const [before, after] = [ofJourney(gone), ofJourney(come)];
    if (before.length === 0 || Math.max(before.length, after.length) > MOST) continue;
    for (const pair of bestPairs(before, after, weightsOf(ofJourney(all)))) {
      gone.delete(pair.before);
      come.delete(pair.after);
      pairs.push(pair);
    }
  }
  return pairs;
}

type Weights = ReadonlyMap<string, number>;

function bestPairs(before: readonly RecordedScenario[], after: readonly RecordedScenario[], weights: Weights): Pair[] {
  const parts = new Map([...before, ...after].map((scenario) => [scenario, partsOf(scenario)]));
  const candidates = before
    .flatMap((one) =>
      after.map((other) => ({ before: one, after: other, alike: alike(parts.get(one), parts.get(other), weights) })),
    )
    .filter((pair) => pair.alike >= ALIKE)
    .sort((one, other) => other.alike - one.alike);
  const taken = new Set<RecordedScenario>();
  return candidates.flatMap((candidate) => {
    const pair = { before: candidate.before, after: candidate.after };
    if (taken.has(pair.before) || taken.has(pair.after)) return [];
    taken.add(pair.before).add(pair.after);
    return [pair];
  });
}

/** Words of its name, and its steps. */
interface Parts {
  readonly words: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
}

/** By the name alone, or by name and steps: a scenario may keep one of them. */
function alike(one: Parts | undefined, other: Parts | undefined, weights: Weights): number {
  if (!one || !other) return 0;
  return Math.max(likeness(one.words, other.words, weights), likeness(one.all, other.all, weights));
}

function likeness(some: ReadonlySet<string>, others: ReadonlySet<string>, weights: Weights): number {
  const weigh = (parts: Iterable<string>): number => [...parts].reduce((sum, part) => sum + (weights.get(part) ?? 1), 0);
  const shared = weigh([...some].filter((part) => others.has(part)));
  return shared === 0 ? 0 : (2 * shared) / (weigh(some) + weigh(others));
}

function weightsOf(scenarios: readonly RecordedScenario[]): Weights {
  const times = new Map<string, number>();
  for (const scenario of scenarios) for (const part of partsOf(scenario).all) times.set(part, (times.get(part) ?? 0) + 1);
  return new Map([...times].map(([part, amount]) => [part, 2 * amount >= scenarios.length ? 0 : 1 / amount]));
}

function partsOf({ name, steps }: RecordedScenario): Parts {
  const words = name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return { words: new Set(words), all: new Set([...words, ...steps]) };
}
