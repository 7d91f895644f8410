import { ENVIRONMENT_ERROR, INTERRUPTED_ERROR } from '../../shared/messages/error-types';
import type { FoundUnspoken, Note, Verdict } from '../../shared/messages/note';
import type { JudgedPromise } from '../conformity/promises';
import { deviates } from '../conformity/verdict-words';
import { hashOf } from '../history/record';
import { isBroken, isFailure, outcomeOf } from '../model/outcome';
import type { Attempt, Journey, Run, Scenario, Step } from '../model/run';
import { type DocumentedStep, documentedScenario, documentedSteps } from '../model/stanzas';
import { essenceOf } from '../text/essence';
import { explainStep } from '../text/explain';

/** One way in which the product differs from what the features promise. */
export interface Deviation {
  /** Of a promise: journey and stanza, `2.3`. Of anything else: the key of its scenario. */
  readonly subject: string;
  readonly journey: Journey;
  readonly scenario: Scenario;
  /** The command it is about, as the feature has it; null when it is about none. */
  readonly command: string | null;
  /** The operation of the contract; null when it is not known. */
  readonly operation: string | null;
  /** Which side of a promise deviates; null for what is no promise of the document. */
  readonly verdict: Verdict | null;
  /** The step that does not hold, as the feature has it. */
  readonly wanted: string;
  /** The first sentence of what happened instead. */
  readonly found: string;
  /** Stays the same while only ids, times, numbers and addresses differ. */
  readonly signature: string;
}

/** What a run shows to be otherwise than promised, and what failed in it that says nothing of the product. */
export interface Differing {
  /** In the order of the document, each once. */
  readonly deviations: readonly Deviation[];
  /** Scenarios that failed, or failed as well, by something that is no deviation: the environment, a step without definition, a hook. */
  readonly otherFailures: readonly Scenario[];
}

/** Wanted of every command, whatever its steps ask. */
export const NOTHING_UNSPOKEN = 'nenhum erro de que os passos não falam';

/** @param promises those of the run, as it judges them */
export function differingIn(run: Run, promises: readonly JudgedPromise[]): Differing {
  const found = run.journeys.flatMap((journey) => {
    const main = documentedScenario(journey);
    return journey.scenarios.map((scenario) => {
      const own = scenario === main ? promises.filter((promise) => promise.scenario === scenario) : [];
      const deviations = deviationsOf({ journey, scenario }, own);
      const isTold = deviations.length > 0 || own.length > 0;
      return { scenario, deviations, isOther: failsOtherwise(scenario) || (!isTold && isFailure(outcomeOf(scenario))) };
    });
  });
  return {
    deviations: once(found.flatMap(({ deviations }) => deviations)),
    otherFailures: found.filter(({ isOther }) => isOther).map(({ scenario }) => scenario),
  };
}

type Place = Pick<Deviation, 'journey' | 'scenario'>;

function deviationsOf(place: Place, promises: readonly JudgedPromise[]): Deviation[] {
  const { scenario } = place;
  const last = scenario.attempts.at(-1);
  if (!last) return [];
  const stanzas = promises.length > 0 ? documentedSteps(scenario) : [];
  const inStanzas = new Set(stanzas.flatMap(({ steps }) => steps));
  const ofPromises = promises.flatMap((promise, index) => ofPromise(place, promise, stanzas[index]));
  const told = new Set(ofPromises.map(({ found }) => found));
  const ofSteps = last.steps.filter((step) => isOfProduct(step) && !inStanzas.has(step)).map((step) => ofStep(place, last, step));
  const ofFindings = findingsOf(last)
    .filter(({ sentence }) => !told.has(sentence))
    .map((finding) => ofFinding(place, promises, last, finding));
  return [...ofPromises, ...ofSteps, ...ofFindings];
}

function ofPromise(place: Place, promise: JudgedPromise, stanza: DocumentedStep | undefined): Deviation[] {
  const { step: subject, command, operation, verdict, reason } = promise;
  if (!deviates(verdict)) return [];
  const wanted = stanza?.steps.find(isBroken)?.text ?? NOTHING_UNSPOKEN;
  return [signed({ ...place, subject, command, operation, verdict, wanted, found: reason })];
}

function ofStep(place: Place, attempt: Attempt, step: Step): Deviation {
  const before = attempt.steps.slice(0, attempt.steps.indexOf(step) + 1).flatMap(({ commands }) => commands);
  const run = before.findLast(({ role }) => role === 'documented');
  const found = explainStep(step)
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '');
  return signed({
    ...place,
    subject: place.scenario.key,
    command: run?.command ?? null,
    operation: run?.exchanges.findLast(({ kind }) => kind === 'call')?.operationId ?? null,
    verdict: null,
    wanted: step.text,
    found: found ?? '',
  });
}

function ofFinding(place: Place, promises: readonly JudgedPromise[], attempt: Attempt, finding: FoundUnspoken): Deviation {
  const { command, sentence: found } = finding;
  const promise = promises.find((one) => one.command === command);
  const run = attempt.steps.flatMap(({ commands }) => commands).find((one) => one.command === command);
  const operation = promise?.operation ?? run?.exchanges.findLast(({ kind }) => kind === 'call')?.operationId ?? null;
  const subject = promise?.step ?? place.scenario.key;
  return signed({ ...place, subject, command, operation, verdict: null, wanted: NOTHING_UNSPOKEN, found });
}

function signed(deviation: Omit<Deviation, 'signature'>): Deviation {
  const { subject, verdict, command, wanted, found } = deviation;
  return { ...deviation, signature: hashOf(subject, verdict, command, wanted, essenceOf(found)) };
}

function findingsOf({ steps }: Pick<Attempt, 'steps'>): FoundUnspoken[] {
  return steps.flatMap(({ notes }) => notes.filter(isFinding)).filter(({ cause }) => cause !== 'cleanup');
}

function isFinding(note: Note): note is FoundUnspoken {
  return note.kind === 'finding';
}

const SURROUNDINGS: readonly string[] = [ENVIRONMENT_ERROR, INTERRUPTED_ERROR];

/** A step that failed by what the product did. */
function isOfProduct({ kind, status, error }: Step): boolean {
  return kind === 'step' && status === 'FAILED' && !SURROUNDINGS.includes(error?.type ?? '');
}

/** True when something in it failed that nobody may get used to, what is left running among it. A hook that found something is told by that. */
function failsOtherwise({ attempts }: Scenario): boolean {
  const others = attempts.at(-1)?.steps.filter((step) => isBroken(step) && !isOfProduct(step)) ?? [];
  return others.some((step) => {
    const isLeft = step.notes.some((note) => note.kind === 'finding' && note.cause === 'cleanup');
    return isLeft || SURROUNDINGS.includes(step.error?.type ?? '') || findingsOf({ steps: [step] }).length === 0;
  });
}

/** A scenario that meets the same thing twice has one deviation. */
function once(deviations: readonly Deviation[]): Deviation[] {
  return [...new Map(deviations.map((deviation) => [deviation.signature, deviation])).values()];
}
