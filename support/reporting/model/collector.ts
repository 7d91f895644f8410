import type * as messages from '@cucumber/messages';
import { Adviser } from './adviser';
import { attachTo, bodyOf } from './attachments';
import { backgroundOf, type FeatureNodes, headingOf, indexFeature } from './feature-index';
import { attemptOutcome } from './outcome';
import { Parts, RUN_MEDIA_TYPE, readPassport } from './passport';
import type {
  Attempt,
  Journey,
  Passport,
  PlannedStep,
  RuleHeading,
  Run,
  RunHookFailure,
  Scenario,
  Step,
  StepDefinitionPlace,
  StepText,
} from './run';
import { TextPool } from './text-pool';
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

interface Document {
  journey: Journey;
  nodes: FeatureNodes;
  /** By key. */
  scenarios: Map<string, Scenario>;
  /** By line and name: the scenarios of one Regra share one heading, whichever stream they come from. */
  rules: Map<string, RuleHeading>;
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
    passport: null,
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
  /** By path; they stay from stream to stream, all other maps are by the ids of one stream. */
  private readonly documents = new Map<string, Document>();
  private readonly pickles = new Map<string, messages.Pickle>();
  private readonly definitions = new Map<string, StepDefinitionPlace>();
  private readonly matches = new Map<string, readonly StepDefinitionPlace[]>();
  private readonly pool = new TextPool();
  private readonly adviser = new Adviser();
  private readonly hooks = new Map<string, messages.Hook>();
  private readonly plans = new Map<string, Plan>();
  private readonly attempts = new Map<string, OpenAttempt>();
  private readonly runHooks = new Map<string, string>();
  private readonly parts = new Parts();
  private unnarrowed = false;
  private streams = 0;
  private readonly earlier = new Map<string, Attempt>();

  /** Takes in one envelope. Returns what changed in the run, or null when nobody needs to know at once. */
  accept(envelope: messages.Envelope): Change | null {
    if (envelope.meta) this.onMeta(envelope.meta);
    if (envelope.gherkinDocument) this.onDocument(envelope.gherkinDocument);
    if (envelope.pickle) this.pickles.set(envelope.pickle.id, envelope.pickle);
    if (envelope.parseError) this.onParseError(envelope.parseError);
    if (envelope.undefinedParameterType) this.onUnknownParameterType(envelope.undefinedParameterType);
    this.adviser.note(envelope);
    if (envelope.parameterType) this.onParameterType(envelope.parameterType);
    if (envelope.stepDefinition) this.onDefinition(envelope.stepDefinition);
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
    for (const { journey } of this.documents.values()) for (const scenario of journey.scenarios) sortAttempts(scenario);
    for (const document of this.documents.values()) document.nodes = NO_NODES;
    for (const map of [this.pickles, this.definitions, this.matches, this.hooks, this.plans, this.attempts, this.runHooks])
      map.clear();
    this.adviser.endStream();
    this.streams += 1;
  }

  /** The parts of a sharded run that no stream brought. */
  get missingParts(): number[] {
    return this.parts.missing;
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

  private onDocument(document: messages.GherkinDocument): void {
    const { uri, feature } = document;
    if (!uri || !feature) return;
    const nodes = indexFeature(document, this.pool);
    const known = this.documents.get(uri);
    if (known) {
      known.nodes = nodes;
      return;
    }
    const journey: Journey = {
      ...headingOf(feature),
      uri,
      line: feature.location.line,
      background: backgroundOf(feature.children),
      scenarios: [],
    };
    this.documents.set(uri, { nodes, journey, scenarios: new Map(), rules: new Map() });
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

  private onParameterType({ name, regularExpressions: patterns }: messages.ParameterType): void {
    const { parameterTypes } = this.run;
    if (!parameterTypes.some((known) => known.name === name)) parameterTypes.push({ name, patterns });
  }

  private onDefinition({ id, pattern, sourceReference }: messages.StepDefinition): void {
    const isBareRegExp = pattern.type === 'REGULAR_EXPRESSION' && !pattern.source.startsWith('/');
    const expression = isBareRegExp ? `/${pattern.source}/` : pattern.source;
    const location = placeOf(sourceReference);
    const known =
      this.streams > 0 && this.run.definitions.find((other) => other.location === location && other.expression === expression);
    const definition = known || { expression, location };
    if (!known) this.run.definitions.push(definition);
    this.definitions.set(id, definition);
  }

  /** All of these come before the first scenario starts: they are the plan of the run. */
  private onTestCase(testCase: messages.TestCase): void {
    const pickle = this.pickles.get(testCase.pickleId);
    const document = pickle && this.documents.get(pickle.uri);
    if (!pickle || !document) return;
    const { nodes, journey, scenarios } = document;
    const node = nodes.scenarios.get(pickle.astNodeIds[0] ?? '');
    const row = nodes.rows.get(pickle.astNodeIds[1] ?? '');
    const line = row?.line ?? node?.line ?? journey.line;
    const planned: Scenario = {
      key: row?.key ?? node?.key ?? pickle.id,
      uri: pickle.uri,
      line,
      keyword: node?.keyword ?? '',
      name: pickle.name,
      outline: node?.name ?? pickle.name,
      description: node?.description ?? '',
      tags: [...(node?.tags ?? []), ...(row?.tags ?? [])],
      rule: node?.rule ? sharedHeading(node.rule, document) : null,
      example: row?.cells ?? [],
      plan: this.planOf(testCase, pickle, document, line),
      attempts: [],
    };
    const scenario = scenarios.get(planned.key) ?? planned;
    if (scenario === planned) {
      scenarios.set(planned.key, planned);
      if (journey.scenarios.length === 0) insertSorted(this.run.journeys, journey, ({ uri }, other) => byPath(uri, other.uri));
      insertSorted(journey.scenarios, scenario, (one, other) => one.line - other.line);
    } else if (this.streams > 0 && textOf(scenario) !== textOf(planned)) {
      this.addGap(
        `${scenario.uri}:${line} não tem o mesmo texto em todos os arquivos: eles vêm de versões diferentes das features.`,
      );
    }
    this.plans.set(testCase.id, { journey, scenario, testCase });
    this.pickles.delete(pickle.id); // a run of many scenarios is told from its plan alone
  }

  private addGap(sentence: string): void {
    if (!this.run.gaps.includes(sentence)) this.run.gaps.push(sentence);
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

  private planOf(testCase: messages.TestCase, pickle: messages.Pickle, { nodes }: Document, scenarioLine: number): PlannedStep[] {
    const matches = new Map(testCase.testSteps.map((step) => [step.pickleStepId, step.stepDefinitionIds]));
    const isFilledIn = pickle.astNodeIds.length > 1;
    return pickle.steps.map((step) => {
      const node = nodes.steps.get(step.astNodeIds[0] ?? '');
      const text = node && !isFilledIn ? node : this.filledIn(step, node, scenarioLine);
      const definitions = this.definitionsOf(matches.get(step.id) ?? []);
      return {
        keyword: text.keyword,
        text: text.text,
        line: text.line,
        table: text.table,
        docString: text.docString,
        written: node ?? text,
        purpose: PURPOSES[step.type ?? 'Unknown'] ?? 'unknown',
        fromBackground: node?.fromBackground ?? false,
        stanza: node?.stanza ?? '',
        definitions,
        advice: definitions.length === 0 ? this.adviser.advise(step, text.keyword) : null,
      };
    });
  }

  /** A step of an outline, with the row of Exemplos in place of the columns. */
  private filledIn({ text, argument }: messages.PickleStep, node: StepText | undefined, scenarioLine: number): StepText {
    const { dataTable, docString } = argument ?? {};
    return {
      keyword: node?.keyword ?? '',
      text: this.pool.keep(text),
      line: node?.line ?? scenarioLine,
      table: dataTable?.rows.map((row) => row.cells.map((cell) => this.pool.keep(cell.value))) ?? null,
      docString: docString ? { mediaType: docString.mediaType ?? null, content: this.pool.keep(docString.content) } : null,
    };
  }

  /** The same list for all steps that are matched alike. */
  private definitionsOf(ids: readonly string[]): readonly StepDefinitionPlace[] {
    const name = ids.join(' ');
    const known = this.matches.get(name);
    if (known) return known;
    const definitions = ids.flatMap((id) => this.definitions.get(id) ?? []);
    this.matches.set(name, definitions);
    return definitions;
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
    if (attachment.mediaType === RUN_MEDIA_TYPE) this.onPassport(attachment);
    const step = this.attempts.get(attachment.testCaseStartedId ?? '')?.steps.get(attachment.testStepId ?? '');
    if (step) attachTo(step, attachment);
  }

  private onPassport(attachment: messages.Attachment): void {
    const passport = readPassport(bodyOf(attachment).toString('utf8'));
    if (!passport) return;
    const known = this.run.passport ?? passport;
    for (const [field, what] of Object.entries(MUST_AGREE) as [keyof typeof MUST_AGREE, string][]) {
      if (known[field] === passport[field]) continue;
      const values = [known, passport].map((one) => one[field] ?? 'desconhecido');
      this.addGap(`Os arquivos não falam da mesma execução: ${what} é ${values.join(' num e ')} noutro.`);
    }
    this.parts.add(passport.shard);
    this.unnarrowed ||= passport.whole;
    const isComplete = this.parts.missing.length === 0;
    this.run.passport = {
      ...known,
      whole: this.unnarrowed && isComplete,
      shard: isComplete ? null : (known.shard ?? passport.shard),
    };
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

function sharedHeading(rule: RuleHeading, { rules }: Document): RuleHeading {
  const identity = `${rule.line} ${rule.name}`;
  const known = rules.get(identity);
  if (!known) rules.set(identity, rule);
  return known ?? rule;
}

const NO_NODES: FeatureNodes = { scenarios: new Map(), rows: new Map(), steps: new Map() };

/** What must be the same in streams that are told as one run. */
const MUST_AGREE = { commit: 'o commit', target: 'o alvo', cli: 'a CLI' } as const satisfies Partial<
  Record<keyof Passport, string>
>;

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

const PURPOSES: Readonly<Record<string, PlannedStep['purpose']>> = { Context: 'prepare', Action: 'act', Outcome: 'look' };

function textOf({ plan }: Scenario): string {
  return JSON.stringify(plan.map(({ keyword, text, table, docString }) => [keyword, text, table, docString]));
}

/** The runner may shuffle; reports keep the order of the files. */
function insertSorted<T>(items: T[], item: T, compare: (one: T, other: T) => number): void {
  let index = items.length;
  while (index > 0 && compare(items[index - 1] as T, item) > 0) index -= 1;
  items.splice(index, 0, item);
}

function byPath(one: string, other: string): number {
  return one.localeCompare(other, 'pt-BR', { numeric: true });
}

/** In the order of time, except that what has no end, or was skipped, does not speak for a scenario that really ran. */
function sortAttempts(scenario: Scenario): void {
  if (scenario.attempts.length < 2) return;
  const weight = (attempt: Attempt): number => (attempt.durationMs === null ? 0 : attemptOutcome(attempt) === 'skipped' ? 1 : 2);
  scenario.attempts.sort((one, other) => weight(one) - weight(other) || one.startedAt.getTime() - other.startedAt.getTime());
}
