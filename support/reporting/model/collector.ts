import type * as messages from '@cucumber/messages';
import { attachTo } from './attachments';
import { backgroundOf, type FeatureNodes, headingOf, indexFeature } from './feature-index';
import type { Attempt, Journey, Run, RunHookFailure, Scenario, Step, StepDefinitionPlace } from './run';
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

/** Turns the message stream of one run into the `Run` every report reads. */
export class RunCollector {
  readonly run: Run = {
    startedAt: null,
    finishedAt: null,
    succeeded: null,
    tools: [],
    ci: null,
    dryRun: false,
    journeys: [],
    parseErrors: [],
    hookFailures: [],
    unknownParameterTypes: [],
  };
  private readonly documents = new Map<string, { nodes: FeatureNodes; journey: Journey; order: number }>();
  private readonly pickles = new Map<string, messages.Pickle>();
  private readonly definitions = new Map<string, StepDefinitionPlace>();
  private readonly hooks = new Map<string, messages.Hook>();
  private readonly plans = new Map<string, { journey: Journey; scenario: Scenario; testCase: messages.TestCase }>();
  private readonly attempts = new Map<string, OpenAttempt>();
  private readonly runHooks = new Map<string, string>();

  /** Takes in one envelope. Returns what changed in the run, or null when nobody needs to know at once. */
  accept(envelope: messages.Envelope): Change | null {
    if (envelope.meta) this.onMeta(envelope.meta);
    if (envelope.gherkinDocument) this.onDocument(envelope.gherkinDocument);
    if (envelope.pickle) this.pickles.set(envelope.pickle.id, envelope.pickle);
    if (envelope.parseError) this.onParseError(envelope.parseError);
    if (envelope.undefinedParameterType) this.run.unknownParameterTypes.push(envelope.undefinedParameterType);
    if (envelope.stepDefinition) this.onDefinition(envelope.stepDefinition);
    if (envelope.hook) this.hooks.set(envelope.hook.id, envelope.hook);
    if (envelope.testRunStarted) this.run.startedAt = timeOf(envelope.testRunStarted.timestamp);
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

  private onRunFinished({ timestamp, success }: messages.TestRunFinished): void {
    this.run.finishedAt = timeOf(timestamp);
    this.run.succeeded = success;
  }

  private onMeta({ implementation, runtime, ci }: messages.Meta): void {
    this.run.tools = [implementation, runtime].map(({ name, version }) => `${name} ${version ?? ''}`.trim());
    if (ci) {
      this.run.ci = { name: ci.name, url: ci.url ?? null, revision: ci.git?.revision ?? null, branch: ci.git?.branch ?? null };
    }
  }

  private onDocument(document: messages.GherkinDocument): void {
    const { uri, feature } = document;
    if (!uri || !feature) return;
    const journey: Journey = {
      ...headingOf(feature),
      uri,
      line: feature.location.line,
      background: backgroundOf(feature.children),
      scenarios: [],
    };
    this.documents.set(uri, { nodes: indexFeature(document), journey, order: this.documents.size });
  }

  private onParseError({ source, message }: messages.ParseError): void {
    this.run.parseErrors.push({ uri: source.uri ?? '', message });
  }

  private onDefinition({ id, pattern, sourceReference }: messages.StepDefinition): void {
    const isBareRegExp = pattern.type === 'REGULAR_EXPRESSION' && !pattern.source.startsWith('/');
    const expression = isBareRegExp ? `/${pattern.source}/` : pattern.source;
    this.definitions.set(id, { expression, location: placeOf(sourceReference) });
  }

  /** All of these come before the first scenario starts: they are the plan of the run. */
  private onTestCase(testCase: messages.TestCase): void {
    const pickle = this.pickles.get(testCase.pickleId);
    const document = pickle && this.documents.get(pickle.uri);
    if (!pickle || !document) return;
    const { nodes, journey } = document;
    const node = nodes.scenarios.get(pickle.astNodeIds[0] ?? '');
    const row = nodes.rows.get(pickle.astNodeIds[1] ?? '');
    const scenario: Scenario = {
      id: pickle.id,
      uri: pickle.uri,
      line: row?.line ?? node?.line ?? journey.line,
      keyword: node?.keyword ?? '',
      name: pickle.name,
      description: node?.description ?? '',
      tags: [...(node?.tags ?? []), ...(row?.tags ?? [])],
      rule: node?.rule ?? null,
      example: row?.cells ?? [],
      attempts: [],
    };
    if (journey.scenarios.length === 0) this.addJourney(journey);
    journey.scenarios.push(scenario);
    this.plans.set(testCase.id, { journey, scenario, testCase });
  }

  /** The run may be shuffled; reports keep the order of the files. */
  private addJourney(journey: Journey): void {
    const orderOf = ({ uri }: Journey): number => this.documents.get(uri)?.order ?? 0;
    const next = this.run.journeys.findIndex((other) => orderOf(other) > orderOf(journey));
    this.run.journeys.splice(next === -1 ? this.run.journeys.length : next, 0, journey);
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
    const attempt: Attempt = {
      id: started.id,
      worker: started.workerId ?? null,
      startedAt: timeOf(started.timestamp),
      durationMs: null,
      willBeRetried: false,
      steps: this.plannedSteps(scenario, testCase),
    };
    scenario.attempts.push(attempt);
    this.attempts.set(started.id, { journey, scenario, attempt, steps: new Map(attempt.steps.map((step) => [step.id, step])) });
    return { kind: 'attempt-started', journey, scenario, attempt };
  }

  private plannedSteps(scenario: Scenario, testCase: messages.TestCase): Step[] {
    const pickleSteps = new Map(this.pickles.get(scenario.id)?.steps.map((step) => [step.id, step]));
    const nodes = this.documents.get(scenario.uri)?.nodes.steps;
    let seenStep = false;
    return testCase.testSteps.map((testStep) => {
      const pickleStep = pickleSteps.get(testStep.pickleStepId ?? '');
      const node = nodes?.get(pickleStep?.astNodeIds[0] ?? '');
      const hook = this.hooks.get(testStep.hookId ?? '');
      if (pickleStep) seenStep = true;
      return {
        id: testStep.id,
        kind: pickleStep ? 'step' : seenStep || hook?.type === 'AFTER_TEST_CASE' ? 'after' : 'before',
        location: hook ? placeOf(hook.sourceReference) : null,
        keyword: node?.keyword ?? '',
        text: pickleStep?.text ?? '',
        line: node?.line ?? scenario.line,
        table: pickleStep?.argument?.dataTable?.rows.map((row) => row.cells.map((cell) => cell.value)) ?? null,
        docString: docStringOf(pickleStep),
        fromBackground: node?.fromBackground ?? false,
        stanza: node?.stanza ?? '',
        status: 'WAITING',
        startedAt: null,
        durationMs: 0,
        error: null,
        definitions: (testStep.stepDefinitionIds ?? []).flatMap((id) => this.definitions.get(id) ?? []),
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
    const step = this.attempts.get(attachment.testCaseStartedId ?? '')?.steps.get(attachment.testStepId ?? '');
    if (step) attachTo(step, attachment);
  }

  private onStepFinished({ testCaseStartedId, testStepId, testStepResult }: messages.TestStepFinished): Change | null {
    const open = this.attempts.get(testCaseStartedId);
    const step = open?.steps.get(testStepId);
    if (!open || !step) return null;
    step.status = testStepResult.status;
    step.durationMs = durationMs(testStepResult.duration);
    step.error = errorOf(testStepResult);
    return { kind: 'step-finished', journey: open.journey, scenario: open.scenario, attempt: open.attempt, step };
  }

  private onAttemptFinished({ testCaseStartedId, timestamp, willBeRetried }: messages.TestCaseFinished): Change | null {
    const open = this.attempts.get(testCaseStartedId);
    if (!open) return null;
    const { journey, scenario, attempt } = open;
    attempt.durationMs = Math.max(0, timeOf(timestamp).getTime() - attempt.startedAt.getTime());
    attempt.willBeRetried = willBeRetried;
    return { kind: 'attempt-finished', journey, scenario, attempt };
  }
}

function docStringOf(step: messages.PickleStep | undefined): Step['docString'] {
  const docString = step?.argument?.docString;
  return docString ? { mediaType: docString.mediaType ?? null, content: docString.content } : null;
}
