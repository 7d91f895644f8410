import type { RecordedScenario } from './recorded-run';
import { rewordedPairs } from './reworded';

/** A scenario as it was and as it is. */
export interface ScenarioPair {
  before: RecordedScenario;
  after: RecordedScenario;
}

/** Two scenarios in the same place are one renamed scenario when at least this share of their steps, or of the words of their names, is equal. */
const ALIKE = 0.5;

/**
 * Which of the scenarios that vanished are found again under another name: with the same steps, in the same journey or in another one, with
 * the same name in another place of the journey, or in the same place or anywhere in the journey with much in common.
 * @param before all scenarios of the earlier run, in their order
 * @param after all of the later run
 * @param placesCount both lists are whole: only then does the same place say anything
 */
export function renamedPairs(
  before: readonly RecordedScenario[],
  after: readonly RecordedScenario[],
  placesCount: boolean,
): ScenarioPair[] {
  const gone = without(before, after);
  const come = without(after, before);
  if (gone.size === 0 || come.size === 0) return [];
  const pairs: ScenarioPair[] = [];
  for (const identity of [stepsInJourney, stepsAlone, nameInJourney])
    pairs.push(...matched(gone, come, identity, identity, () => true));
  if (placesCount) {
    pairs.push(...matched(gone, come, placesIn(before, gone), placesIn(after, come), areAlike));
    pairs.push(...rewordedPairs(gone, come, after));
  }
  return pairs;
}

type Identity = (scenario: RecordedScenario) => string | undefined;

function stepsInJourney({ uri, text }: RecordedScenario): string {
  return JSON.stringify([uri, text]);
}

function stepsAlone({ text }: RecordedScenario): string {
  return text;
}

function nameInJourney({ uri, name }: RecordedScenario): string {
  return JSON.stringify([uri, name]);
}

/** Pairs what has the same identity, in order, and takes it out of both sets. */
function matched(
  gone: Set<RecordedScenario>,
  come: Set<RecordedScenario>,
  identityBefore: Identity,
  identityAfter: Identity,
  fits: (one: RecordedScenario, other: RecordedScenario) => boolean,
): ScenarioPair[] {
  const waiting = new Map<string, RecordedScenario[]>();
  for (const scenario of gone) {
    const identity = identityBefore(scenario) ?? '';
    waiting.set(identity, [...(waiting.get(identity) ?? []), scenario]);
  }
  const pairs: ScenarioPair[] = [];
  for (const after of [...come]) {
    const candidates = waiting.get(identityAfter(after) ?? '') ?? [];
    const [before] = candidates;
    if (!before || !fits(before, after)) continue;
    candidates.shift();
    gone.delete(before);
    come.delete(after);
    pairs.push({ before, after });
  }
  return pairs;
}

/** Names a place by what stands right before it in the same Regra, and by how far away that is. */
function placesIn(all: readonly RecordedScenario[], restless: ReadonlySet<RecordedScenario>): Identity {
  const places = new Map<RecordedScenario, string>();
  let anchor = '';
  let distance = 0;
  let section = '';
  for (const scenario of all) {
    const { uri, rule, key } = scenario;
    const here = JSON.stringify([uri, rule]);
    if (here !== section) [section, anchor, distance] = [here, '', 0];
    if (restless.has(scenario)) places.set(scenario, JSON.stringify([section, anchor, distance++]));
    else [anchor, distance] = [key, 0];
  }
  return (scenario) => places.get(scenario);
}

function areAlike(one: RecordedScenario, other: RecordedScenario): boolean {
  return isMostlyShared(one.steps, other.steps) || isMostlyShared(wordsOf(one.name), wordsOf(other.name));
}

function isMostlyShared(some: readonly string[], others: readonly string[]): boolean {
  const [ours, theirs] = [new Set(some), new Set(others)];
  const shared = [...ours].filter((part) => theirs.has(part)).length;
  return shared > 0 && (2 * shared) / (ours.size + theirs.size) >= ALIKE;
}

function wordsOf(name: string): string[] {
  return name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
}

function without(some: readonly RecordedScenario[], others: readonly RecordedScenario[]): Set<RecordedScenario> {
  const keys = new Set(others.map(({ key }) => key));
  return new Set(some.filter(({ key }) => !keys.has(key)));
}
