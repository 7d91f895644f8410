import type * as messages from '@cucumber/messages';
import { RUN_MEDIA_TYPE, readRunInfo } from '../../shared/messages/run-info';
import { attachTo, bodyOf } from './attachments';
import { MergedRunInfo } from './merged-run-info';
import { attemptOutcome, scenariosOf } from './outcome';
import { Planner } from './planner';
import type { Attempt, Journey, PlannedStep, Run, RunHookFailure, Scenario, Step, StepText } from './run';
import { durationMs, errorOf, placeOf, timeOf } from './values';

/** What an envelope did to the run, for a report that follows it live. */
export type Change =
  | { kind: 'attempt-started' | 'attempt-finished'; journey: Journey; scenario: Scenario; attempt: Attempt }
  | { kind: 'step-started' | 'step-finished'; journey: Journey; scenario: Scenario; attempt: Attempt; step: Step }
  | { kind: 'run-hook-failed'; failure: RunHookFailure };

interface OpenAttempt {
  journey: Journey;
  scenario: Scenario;
  attempt: Attempt;
  steps: Map<string, Step>;
}

interface Plan {
  journey: Journey;
  scenario: Scenario;
  testCase: messages.TestCase;
}

/**
 * Turns message streams into the one `Run` that every report reads. Several streams may follow one another (shards of one run, or its
 * failures run again): what they say of the same scenario becomes attempts of that scenario.
 */
export class RunCollector {
  readonly run: Run = {
    startedAt: null,
    finishedAt: null,
    succeeded: null,
    tools: [],
    runInfo: null,
    ci: null,
    dryRun: false,
    journeys: [],
    parseErrors: [],
    hookFailures: [],
    unknownParameterTypes: [],
    definitions: [],
    parameterTypes: [],
    gaps: [],
  };
  /** All maps but `earlier` are by the ids of one stream. */
  private readonly hooks = new Map<string, messages.Hook>();
  private readonly plans = new Map<string, Plan>();
  private readonly attempts = new Map<string, OpenAttempt>();
  private readonly runHooks = new Map<string, string>();
  private readonly planner = new Planner(this.run);
  private readonly mergedInfo = new MergedRunInfo();
  private readonly earlier = new Map<string, Attempt>();

  /** Takes in one envelope. Returns what changed in the run, or null when nobody needs to know at once. */
  accept(envelope: messages.Envelope): Change | null {
    if (envelope.meta) this.onMeta(envelope.meta);
    this.planner.note(envelope);
    if (envelope.parseError) this.onParseError(envelope.parseError);
    if (envelope.undefinedParameterType) this.onUnknownParameterType(envelope.undefinedParameterType);
    if (envelope.hook) this.hooks.set(envelope.hook.id, envelope.hook);
    if (envelope.testRunStarted) this.onRunStarted(envelope.testRunStarted);
    if (envelope.testCase) this.onTestCase(envelope.testCase);
    if (envelope.testRunHookStarted) this.runHooks.set(envelope.testRunHookStarted.id, envelope.testRunHookStarted.hookId);
    if (envelope.testRunHookFinished) return this.onRunHookFinished(envelope.testRunHookFinished);
    if (envelope.testCaseStarted) return this.onAttemptStarted(envelope.testCaseStarted);
    if (envelope.testStepStarted) return this.onStepStarted(envelope.testStepStarted);
    if (envelope.attachment) this.onAttachment(envelope.attachment);
    if (envelope.testStepFinished) return this.onStepFinished(envelope.testStepFinished);
    if (envelope.testCaseFinished) return this.onAttemptFinished(envelope.testCaseFinished);
    if (envelope.testRunFinished) this.onRunFinished(envelope.testRunFinished);
    return null;
  }

  /** One stream is over and another may follow: its ids are forgotten. Attempts that have no end stay so. */
  endStream(): void {
    for (const [id, { attempt }] of this.attempts) this.earlier.set(id, attempt);
    for (const scenario of scenariosOf(this.run)) sortAttempts(scenario);
    for (const map of [this.hooks, this.plans, this.attempts, this.runHooks]) map.clear();
    this.planner.endStream();
  }

  /** The parts of a sharded run that no stream brought. */
  get missingParts(): number[] {
    return this.mergedInfo.missing;
  }

  private onRunStarted({ timestamp }: messages.TestRunStarted): void {
    const startedAt = timeOf(timestamp);
    if (!this.run.startedAt || startedAt < this.run.startedAt) this.run.startedAt = startedAt;
  }

  private onRunFinished({ timestamp, success }: messages.TestRunFinished): void {
    const finishedAt = timeOf(timestamp);
    if (!this.run.finishedAt || finishedAt > this.run.finishedAt) this.run.finishedAt = finishedAt;
    this.run.succeeded = success && this.run.succeeded !== false;
  }

  private onMeta({ implementation, runtime, ci }: messages.Meta): void {
    this.run.tools = [implementation, runtime].map(({ name, version }) => `${name} ${version ?? ''}`.trim());
    if (ci) {
      this.run.ci = { name: ci.name, url: ci.url ?? null, revision: ci.git?.revision ?? null, branch: ci.git?.branch ?? null };
    }
  }

  private onParseError({ source, message }: messages.ParseError): void {
    const uri = source.uri ?? '';
    if (this.run.parseErrors.some((error) => error.uri === uri && error.message === message)) return;
    this.run.parseErrors.push({ uri, message });
  }

  private onUnknownParameterType(type: messages.UndefinedParameterType): void {
    const { unknownParameterTypes } = this.run;
    if (unknownParameterTypes.some(({ expression, name }) => expression === type.expression && name === type.name)) return;
    unknownParameterTypes.push({ expression: type.expression, name: type.name });
  }

  /** All of these come before the first scenario starts: they are the plan of the run. */
  private onTestCase(testCase: messages.TestCase): void {
    const planned = this.planner.plan(testCase);
    if (planned) this.plans.set(testCase.id, { ...planned, testCase });
  }

  private onRunHookFinished({ testRunHookStartedId, result }: messages.TestRunHookFinished): Change | null {
    if (result.status === 'SKIPPED') this.run.dryRun = true;
    const error = errorOf(result);
    if (!error) return null;
    const hook = this.hooks.get(this.runHooks.get(testRunHookStartedId) ?? '');
    const when = hook?.type === 'AFTER_TEST_RUN' ? 'AfterAll' : 'BeforeAll';
    const location = placeOf(hook?.sourceReference);
    const known = this.run.hookFailures.find((other) => other.location === location && other.error.message === error.message);
    if (known) {
      known.times += 1;
      return null;
    }
    const failure: RunHookFailure = { when, location, error, times: 1 };
    this.run.hookFailures.push(failure);
    return { kind: 'run-hook-failed', failure };
  }

  private onAttemptStarted(started: messages.TestCaseStarted): Change | null {
    const plan = this.plans.get(started.testCaseId);
    if (!plan) return null;
    const { journey, scenario, testCase } = plan;
    const same = this.earlier.get(started.id);
    if (same && same.durationMs !== null) return null; // the file was given twice
    if (same) scenario.attempts.splice(scenario.attempts.indexOf(same), 1); // and the first time it was cut
    const attempt: Attempt = {
      id: started.id,
      worker: started.workerId ?? null,
      startedAt: timeOf(started.timestamp),
      durationMs: null,
      willBeRetried: false,
      steps: this.stepsOf(scenario, testCase),
    };
    scenario.attempts.push(attempt);
    this.attempts.set(started.id, { journey, scenario, attempt, steps: new Map(attempt.steps.map((step) => [step.id, step])) });
    return { kind: 'attempt-started', journey, scenario, attempt };
  }

  /** The steps of an attempt: those of the plan, with the hooks before, between and after them. */
  private stepsOf({ plan, line }: Scenario, { testSteps }: messages.TestCase): Step[] {
    let seen = 0;
    return testSteps.map((testStep): Step => {
      const hook = this.hooks.get(testStep.hookId ?? '');
      const isStep = testStep.pickleStepId !== undefined;
      const planned = (isStep && plan[seen++]) || HOOK;
      return {
        keyword: planned.keyword, // field by field: at ten thousand scenarios a spread is half of the time that reading takes
        text: planned.text,
        written: planned.written,
        line: isStep ? planned.line : line,
        table: planned.table,
        docString: planned.docString,
        purpose: planned.purpose,
        fromBackground: planned.fromBackground,
        stanza: planned.stanza,
        definitions: planned.definitions,
        advice: planned.advice,
        id: testStep.id,
        kind: isStep ? 'step' : seen > 0 || hook?.type === 'AFTER_TEST_CASE' ? 'after' : 'before',
        location: hook ? placeOf(hook.sourceReference) : null,
        status: 'WAITING',
        startedAt: null,
        durationMs: 0,
        error: null,
        commands: [],
        notes: [],
        attachments: [],
      };
    });
  }

  private onStepStarted({ testCaseStartedId, testStepId, timestamp }: messages.TestStepStarted): Change | null {
    const open = this.attempts.get(testCaseStartedId);
    const step = open?.steps.get(testStepId);
    if (!open || !step) return null;
    step.status = 'RUNNING';
    step.startedAt = timeOf(timestamp);
    return { kind: 'step-started', journey: open.journey, scenario: open.scenario, attempt: open.attempt, step };
  }

  private onAttachment(attachment: messages.Attachment): void {
    if (attachment.mediaType === RUN_MEDIA_TYPE) this.onRunInfo(attachment);
    const step = this.attempts.get(attachment.testCaseStartedId ?? '')?.steps.get(attachment.testStepId ?? '');
    if (step) attachTo(step, attachment);
  }

  private onRunInfo(attachment: messages.Attachment): void {
    const runInfo = readRunInfo(bodyOf(attachment).toString('utf8'));
    if (!runInfo) return;
    for (const gap of this.mergedInfo.add(runInfo)) if (!this.run.gaps.includes(gap)) this.run.gaps.push(gap);
    this.run.runInfo = this.mergedInfo.runInfo;
  }

  private onStepFinished({ testCaseStartedId, testStepId, testStepResult }: messages.TestStepFinished): Change | null {
    const open = this.attempts.get(testCaseStartedId);
    const step = open?.steps.get(testStepId);
    if (!open || !step) return null;
    step.status = testStepResult.status;
    step.durationMs = durationMs(testStepResult.duration);
    step.error = errorOf(testStepResult);
    if (step === open.attempt.steps[0] && step.status === 'SKIPPED' && step.durationMs === 0) this.run.dryRun = true; // who skips itself takes time
    return { kind: 'step-finished', journey: open.journey, scenario: open.scenario, attempt: open.attempt, step };
  }

  private onAttemptFinished({ testCaseStartedId, timestamp, willBeRetried }: messages.TestCaseFinished): Change | null {
    const open = this.attempts.get(testCaseStartedId);
    if (!open) return null;
    const { journey, scenario, attempt } = open;
    attempt.durationMs = Math.max(0, timeOf(timestamp).getTime() - attempt.startedAt.getTime());
    attempt.willBeRetried = willBeRetried;
    this.attempts.delete(testCaseStartedId);
    this.earlier.set(testCaseStartedId, attempt);
    return { kind: 'attempt-finished', journey, scenario, attempt };
  }
}

const NO_TEXT: StepText = { keyword: '', text: '', line: 0, table: null, docString: null };

const HOOK: PlannedStep = {
  ...NO_TEXT,
  written: NO_TEXT,
  purpose: 'unknown',
  fromBackground: false,
  stanza: '',
  definitions: [],
  advice: null,
};

/** In the order of time, except that what has no end, or was skipped, does not speak for a scenario that really ran. */
function sortAttempts(scenario: Scenario): void {
  if (scenario.attempts.length < 2) return;
  const weight = (attempt: Attempt): number => (attempt.durationMs === null ? 0 : attemptOutcome(attempt) === 'skipped' ? 1 : 2);
  scenario.attempts.sort((one, other) => weight(one) - weight(other) || one.startedAt.getTime() - other.startedAt.getTime());
}
