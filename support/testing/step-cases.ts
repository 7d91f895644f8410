import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Envelope } from '@cucumber/messages';
import { NOTE_MEDIA_TYPE, type Note, readNote } from '../shared/messages/note';
import { runScenarios, type ScenarioRun } from './run-scenarios';

type Environment = Readonly<Record<string, string>>;

/** One use of the vocabulary, and what it comes to. */
export interface StepCase {
  /** Title of the test and of its scenario. */
  readonly title: string;
  /** The steps, tables and texts between them included. */
  readonly steps: string;
  /** The whole message it fails with, up to the story of the command; absent: it passes. */
  readonly fails?: string | RegExp;
  /** What the story after that message shows: command, exchange, output. */
  readonly shows?: RegExp;
  /** The reason why it is skipped half-way. */
  readonly skips?: string;
  /** Steps that nobody defined. */
  readonly isUndefined?: boolean;
  /** Something it says by the way. */
  readonly notes?: string | RegExp;
}

/**
 * Runs the cases, each as a scenario of its own, all in one run, and makes a test of each.
 * @param env the settings of that run: patience is short unless they say otherwise
 */
export function stepCases(
  title: string,
  cases: readonly StepCase[],
  env: () => Environment | Promise<Environment> = () => ({}),
): void {
  describe(title, () => {
    let outcomes: ReadonlyMap<string, Outcome>;
    before(async () => {
      const scenarios = cases.map((each) => `  Cenário: ${each.title}\n${indented(each.steps)}\n`);
      const feature = `Funcionalidade: ${title}\n\n${scenarios.join('\n')}`;
      const run = await runScenarios({
        features: { 'casos.feature': feature },
        env: { DUMONT_PATIENCE: '0.6', ...(await env()) },
      });
      outcomes = outcomesOf(run);
      assert.equal(outcomes.size, cases.length, run.output);
    });
    for (const each of cases) test(each.title, () => check(each, outcomes.get(each.title)));
  });
}

function check({ fails, shows, skips, isUndefined, notes }: StepCase, outcome: Outcome | undefined): void {
  assert.ok(outcome);
  if (fails === undefined) assert.deepEqual(outcome.failures, []);
  else {
    const [failure, ...others] = outcome.failures;
    assert.deepEqual(others, []);
    if (typeof fails === 'string') assert.equal(failure, fails);
    else assert.match(failure ?? 'it passed', fails);
  }
  if (shows) assert.match(outcome.stories.join('\n'), shows);
  const said = outcome.notes.join('\n');
  if (skips !== undefined) assert.equal(said, skips);
  if (typeof notes === 'string') assert.ok(outcome.notes.includes(notes), said);
  else if (notes) assert.match(said, notes);
  const wanted = fails !== undefined ? 'FAILED' : isUndefined ? 'UNDEFINED' : skips !== undefined ? 'SKIPPED' : 'PASSED';
  assert.equal(outcome.status, wanted, outcome.statuses.join(' '));
}

interface Outcome {
  readonly statuses: string[];
  /** The worst of the steps' statuses. */
  status: string;
  /** Messages of the steps that failed, without the story of the command. */
  readonly failures: string[];
  /** What stood after those messages. */
  readonly stories: string[];
  readonly notes: string[];
}

const FROM_GOOD_TO_BAD = ['PASSED', 'SKIPPED', 'PENDING', 'UNDEFINED', 'AMBIGUOUS', 'FAILED'];
const STORY = /\n+ {2}(?:comando|mudança|pedido|anotado|pasta): [\s\S]*$/;

/** What a person gets to read beside the steps. */
const SPOKEN: readonly Note['kind'][] = ['remark', 'skipped', 'finding', 'contract-difference'];

/** What became of each scenario, by its name. */
function outcomesOf({ messages }: ScenarioRun): Map<string, Outcome> {
  const names = new Map(messages.flatMap(({ pickle }) => (pickle ? [[pickle.id, pickle.name]] : [])));
  const cases = new Map(messages.flatMap(({ testCase }) => (testCase ? [[testCase.id, testCase.pickleId]] : [])));
  const outcomes = new Map<string, Outcome>();
  const byAttempt = new Map<string, Outcome>();
  for (const { testCaseStarted, testStepFinished, attachment } of messages) {
    if (testCaseStarted) {
      const outcome: Outcome = { statuses: [], status: 'PASSED', failures: [], stories: [], notes: [] };
      outcomes.set(names.get(cases.get(testCaseStarted.testCaseId) ?? '') ?? '', outcome);
      byAttempt.set(testCaseStarted.id, outcome);
    }
    if (testStepFinished) addStep(byAttempt.get(testStepFinished.testCaseStartedId), testStepFinished);
    const note = attachment?.mediaType === NOTE_MEDIA_TYPE ? readNote(attachment.body) : null;
    if (note && SPOKEN.includes(note.kind)) byAttempt.get(attachment?.testCaseStartedId ?? '')?.notes.push(note.text);
  }
  return outcomes;
}

function addStep(outcome: Outcome | undefined, { testStepResult }: NonNullable<Envelope['testStepFinished']>): void {
  if (!outcome) return;
  const { status, exception, message } = testStepResult;
  outcome.statuses.push(status);
  if (FROM_GOOD_TO_BAD.indexOf(status) > FROM_GOOD_TO_BAD.indexOf(outcome.status)) outcome.status = status;
  if (status !== 'FAILED') return;
  const whole = exception?.message ?? message ?? '';
  const failure = whole.replace(STORY, '');
  outcome.failures.push(failure);
  outcome.stories.push(whole.slice(failure.length));
}

function indented(steps: string): string {
  return steps
    .trim()
    .split('\n')
    .map((line) => `    ${line.trim()}`)
    .join('\n');
}
