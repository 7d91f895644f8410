import type { Envelope, Pickle, TestCase } from '@cucumber/messages';
import { type FindingCause, NOTE_MEDIA_TYPE, readNote } from '../shared/messages/note';
import { isDocumentedCommand } from './current-command';

/** The step by which a scenario failed. */
export interface Failure {
  /** The step's text, or `depois do cenário` for what is found when it is over. */
  readonly step: string;
  /** Position among the scenario's steps; -1 before the first, Infinity after the last. */
  readonly position: number;
  readonly message: string;
}

/** How one scenario ended. */
export interface ScenarioEnd {
  readonly pickle: Pickle;
  readonly skipped: boolean;
  /** null when it passed. */
  readonly failure: Failure | null;
  /** What was found when it was over, and no step had said. */
  readonly findings: readonly FindingCause[];
}

const AFTER = 'depois do cenário';
const BEFORE = 'antes do cenário';
const BROKEN: readonly string[] = ['FAILED', 'UNDEFINED', 'AMBIGUOUS', 'PENDING'];

interface OpenEnd {
  readonly pickle: Pickle;
  readonly testCase: TestCase;
  skipped: boolean;
  failure: Failure | null;
  readonly findings: FindingCause[];
}

/** Reads from the messages of one run how each of its scenarios ended. */
export function scenarioEnds(messages: readonly Envelope[]): ScenarioEnd[] {
  const pickles = new Map(messages.flatMap(({ pickle }) => (pickle ? [[pickle.id, pickle] as const] : [])));
  const cases = new Map(messages.flatMap(({ testCase }) => (testCase ? [[testCase.id, testCase] as const] : [])));
  const ends = new Map<string, OpenEnd>();
  for (const { testCaseStarted, testStepFinished, attachment } of messages) {
    if (testCaseStarted) {
      const testCase = cases.get(testCaseStarted.testCaseId);
      const pickle = testCase && pickles.get(testCase.pickleId);
      if (pickle) ends.set(testCaseStarted.id, { pickle, testCase, skipped: false, failure: null, findings: [] });
    }
    if (attachment?.mediaType === NOTE_MEDIA_TYPE) {
      const note = readNote(attachment.body);
      if (note?.kind === 'finding') ends.get(attachment.testCaseStartedId ?? '')?.findings.push(note.cause);
    }
    if (!testStepFinished) continue;
    const end = ends.get(testStepFinished.testCaseStartedId);
    if (!end) continue;
    const { status, message = '', exception } = testStepFinished.testStepResult;
    if (status === 'SKIPPED') end.skipped = true;
    if (!BROKEN.includes(status) || end.failure) continue;
    end.failure = { ...placeOf(testStepFinished.testStepId, end), message: exception?.message ?? message };
  }
  return [...ends.values()].map(({ testCase: _, skipped, ...end }) => ({ ...end, skipped: skipped && !end.failure }));
}

/** Position, among the scenario's steps, of its documented command of that number. */
export function positionOfCommand({ steps }: Pickle, number: number): number {
  const positions = steps.flatMap((step, index) => (isDocumentedCommand(step) ? [index] : []));
  return positions[number - 1] ?? Number.POSITIVE_INFINITY;
}

function placeOf(testStepId: string, { testCase, pickle }: { testCase: TestCase; pickle: Pickle }): Omit<Failure, 'message'> {
  const index = testCase.testSteps.findIndex(({ id }) => id === testStepId);
  const { pickleStepId } = testCase.testSteps[index] ?? {};
  if (pickleStepId === undefined) {
    const first = testCase.testSteps.findIndex((step) => step.pickleStepId !== undefined);
    return index < first ? { step: BEFORE, position: -1 } : { step: AFTER, position: Number.POSITIVE_INFINITY };
  }
  const position = pickle.steps.findIndex(({ id }) => id === pickleStepId);
  return { step: pickle.steps[position]?.text ?? '', position };
}
