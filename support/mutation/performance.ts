import { killOf, noticed } from './judge';
import type { Kill, Verdict, WireMutant } from './mutant';
import type { ScenarioRecord, StepRecord } from './record';
import { Repertoire } from './repertoire';
import type { Theatre } from './theatre';
import { WireSabotage } from './wire/wire-sabotage';

type Outcome = Omit<Verdict, 'mutant' | 'durationMs'>;

/** One scenario and the command of it that is to be broken. */
interface Scene {
  readonly scenario: ScenarioRecord;
  readonly step: StepRecord;
}

/** Has features play in a theatre and says what they noticed. */
export class Performance {
  readonly #theatre: Theatre;
  readonly #repertoire: Repertoire;

  constructor(theatre: Theatre) {
    this.#theatre = theatre;
    this.#repertoire = new Repertoire(theatre);
  }

  /** Plays the journeys of features with nothing broken. */
  rehearseJourneys(features: readonly string[]): Promise<{ scenarios: ScenarioRecord[]; failed: Kill[] }> {
    return this.#repertoire.journeys(features);
  }

  /** Does this scenario pass with nothing broken? */
  async passesUnbroken(scenario: string): Promise<boolean> {
    return (await this.#repertoire.rehearsal(scenario)) !== null;
  }

  /**
   * Breaks one documented command and plays its journey; if that notices nothing, the scenarios of the same feature that run the same
   * operation.
   */
  async judgeWire({ change, step: number }: WireMutant, journey: ScenarioRecord): Promise<Outcome> {
    const step = journey.steps.find((each) => each.number === number);
    if (!step) return { fate: 'invalid', kill: null, note: 'a jornada não tem esse comando' };
    const played = { count: 0, applied: false };
    for await (const scene of this.#scenes({ scenario: journey, step })) {
      const sabotage = new WireSabotage(change, scene.scenario, scene.step, this.#theatre.surroundings);
      const [end] = await this.#theatre.play([`${scene.scenario.feature}:${scene.scenario.line}`], { sabotage });
      played.count += 1;
      played.applied ||= sabotage.applied;
      const answer = end ? noticed(end, { command: scene.step.number, applied: sabotage.applied }) : null;
      if (!end || answer === null) continue;
      const kill = killOf(end);
      if (answer === 'too-early') return { fate: 'invalid', kill, note: 'o cenário falhou antes da mudança' };
      return { fate: 'killed', kill, note: '' };
    }
    return played.applied
      ? { fate: 'survived', kill: null, note: `nenhum de ${played.count} cenários notou` }
      : { fate: 'void', kill: null, note: 'a mudança deixou a resposta como era' };
  }

  /**
   * Plays features with a product that has a fault in its source, until one notices; who notices must notice twice.
   * @param first name of the scenario that is expected to notice
   */
  async judgeSource(features: readonly string[], first: string | undefined): Promise<Outcome> {
    const turns = [
      ...(first === undefined ? [] : [{ paths: features, name: first }]),
      ...features.map((feature) => ({ paths: [feature] })),
    ];
    let played = 0;
    for (const { paths, ...options } of turns) {
      const ends = await this.#theatre.play(paths, { ...options, untilFailure: true });
      played += ends.length;
      const failed = ends.find(({ failure }) => failure !== null);
      const kill = failed && killOf(failed);
      if (!kill) continue;
      const [again] = await this.#theatre.play([kill.scenario]);
      if (again?.failure) return { fate: 'killed', kill, note: '' };
      return { fate: 'invalid', kill, note: 'o cenário falhou uma vez e passou na outra' };
    }
    return { fate: 'survived', kill: null, note: `nenhum de ${played} cenários notou` };
  }

  async *#scenes(inJourney: Scene): AsyncGenerator<Scene> {
    yield inJourney;
    const { step, scenario } = inJourney;
    for (const line of await this.#repertoire.linesWith(scenario.feature, step.command)) {
      if (line === scenario.line) continue;
      const rule = await this.#repertoire.rehearsal(`${scenario.feature}:${line}`);
      const same = rule?.steps.find(({ operationId }) => operationId === step.operationId);
      if (rule && same) yield { scenario: rule, step: same };
    }
  }
}
