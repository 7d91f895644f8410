import { killOf, noticed } from './judge';
import type { Kill, Verdict, WireMutant } from './mutant';
import type { ScenarioRecord } from './record';
import type { Theatre } from './theatre';
import { Recorder } from './wire/recorder';
import { WireSabotage } from './wire/wire-sabotage';

/** What a feature did while nothing was broken. */
export interface Rehearsal {
  readonly scenarios: readonly ScenarioRecord[];
  /** Scenarios that failed although nothing was broken: with them no mutant can be judged. */
  readonly failed: readonly Kill[];
}

type Outcome = Omit<Verdict, 'mutant' | 'durationMs'>;

/** Plays a feature with a whole product and keeps what its commands got. */
export async function rehearse(theatre: Theatre, feature: string, journey: number): Promise<Rehearsal> {
  const recorder = new Recorder();
  const ends = await theatre.play([feature], { sabotage: recorder });
  return {
    scenarios: ends.map(({ pickle }) => ({
      feature,
      line: pickle.location?.line ?? 1,
      name: pickle.name,
      journey,
      isJourney: pickle.tags.some(({ name }) => name === '@jornada'),
      steps: recorder.stepsOf(pickle.id),
    })),
    failed: ends.flatMap((end) => killOf(end) ?? []),
  };
}

/**
 * Breaks one documented command and plays its journey; if that notices nothing, the scenarios of the same feature that run the same
 * operation.
 */
export async function judgeWire(
  theatre: Theatre,
  { change, step: number }: WireMutant,
  scenarios: readonly ScenarioRecord[],
): Promise<Outcome> {
  const journey = scenarios.find(({ isJourney }) => isJourney);
  const aimed = journey?.steps.find((step) => step.number === number);
  if (!journey || !aimed) return { fate: 'invalid', kill: null, note: 'a jornada não tem esse comando' };
  const rules = scenarios.filter((scenario) => !scenario.isJourney);
  const stages = [
    { scenario: journey, step: aimed },
    ...rules.flatMap((scenario) => {
      const step = scenario.steps.find(({ operationId }) => operationId === aimed.operationId);
      return step ? [{ scenario, step }] : [];
    }),
  ];
  let anyApplied = false;
  for (const { scenario, step } of stages) {
    const sabotage = new WireSabotage(change, scenario, step, theatre.surroundings);
    const [end] = await theatre.play([`${scenario.feature}:${scenario.line}`], { sabotage });
    anyApplied ||= sabotage.applied;
    if (!end) continue;
    const answer = noticed(end, { command: step.number, applied: sabotage.applied });
    if (answer === null) continue;
    const kill = killOf(end);
    if (answer === 'too-early') return { fate: 'invalid', kill, note: 'o cenário falhou antes da mudança' };
    return { fate: 'killed', kill, note: '' };
  }
  return anyApplied
    ? { fate: 'survived', kill: null, note: `nenhum de ${stages.length} cenários notou` }
    : { fate: 'void', kill: null, note: 'a mudança deixou a resposta como era' };
}

/** Plays features with a product that has a fault in its source, until one notices; who notices must notice twice. */
export async function judgeSource(theatre: Theatre, features: readonly string[]): Promise<Outcome> {
  let played = 0;
  for (const feature of features) {
    const ends = await theatre.play([feature], { untilFailure: true });
    played += ends.length;
    const failed = ends.find(({ failure }) => failure !== null);
    const kill = failed && killOf(failed);
    if (!kill) continue;
    const [again] = await theatre.play([kill.scenario]);
    if (again?.failure) return { fate: 'killed', kill, note: '' };
    return { fate: 'invalid', kill, note: 'o cenário falhou uma vez e passou na outra' };
  }
  return { fate: 'survived', kill: null, note: `nenhum de ${played} cenários notou` };
}
