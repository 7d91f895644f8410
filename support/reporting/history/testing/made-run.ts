import { isThemeFile, journeyFileOf } from '../../../shared/journey-files';
import type { RunInfo } from '../../../shared/messages/run-info';
import type { Attempt, Journey, PlannedStep, RuleHeading, Run, Scenario, Step, StepStatus, StepText } from '../../model/run';
import { ScenarioKeys } from '../../model/scenario-key';

/** A scenario to make a run of; what is left out is ordinary. */
export interface Wanted {
  name: string;
  /** passed, passed on the second attempt, failed, broken, interrupted, undefined, skipped, not run. */
  is?: 'p' | 'y' | 'f' | 'b' | 'i' | 'u' | 's' | 'n';
  uri?: string;
  rule?: string;
  steps?: readonly string[];
  error?: string;
}

const RUN_INFO: RunInfo = {
  target: 'sandbox embutido',
  cli: 'embutida',
  commit: 'a'.repeat(40),
  branch: 'main',
  dirty: false,
  release: null,
  repository: null,
  environment: 'Node.js',
  whole: true,
  shard: null,
};

/**
 * A run as the collector would give it, for tests that need many of them.
 * @param minute when it began, in minutes after a fixed moment
 */
export function madeRun(
  minute: number,
  scenarios: readonly Wanted[],
  runInfo: Partial<RunInfo> = {},
  over: Partial<Run> = {},
): Run {
  const startedAt = new Date(Date.UTC(2026, 0, 1) + minute * 60_000);
  const journeys = new Map<string, Journey>();
  const keys = new ScenarioKeys();
  for (const wanted of scenarios) {
    const { uri = 'features/01_um.feature' } = wanted;
    const main = journeyFileOf(uri);
    const journey = journeys.get(main) ?? {
      ...heading(`Jornada de ${main}`),
      uri: main,
      line: 1,
      background: null,
      scenarios: [],
    };
    journeys.set(main, journey);
    journey.scenarios.push(scenarioOf(wanted, uri, startedAt, keys));
  }
  const good = scenarios.every(({ is = 'p' }) => 'pys'.includes(is));
  return {
    startedAt,
    finishedAt: new Date(startedAt.getTime() + 5000),
    succeeded: good,
    tools: [],
    runInfo: { ...RUN_INFO, ...runInfo },
    ci: null,
    dryRun: false,
    journeys: [...journeys.values()],
    parseErrors: [],
    hookFailures: [],
    unknownParameterTypes: [],
    parameterTypes: [],
    definitions: [],
    gaps: [],
    ...over,
  };
}

function heading(name: string): { keyword: string; name: string; description: string; tags: string[] } {
  return { keyword: '', name, description: '', tags: [] };
}

function scenarioOf(wanted: Wanted, uri: string, startedAt: Date, keys: ScenarioKeys): Scenario {
  const { name, is = 'p', steps = [`Dado que ${name}`], error = 'A API respondeu 404 e não 200.' } = wanted;
  const rule: RuleHeading | null = wanted.rule === undefined ? null : { ...heading(wanted.rule), line: 1, background: null };
  const plan = steps.map((text): PlannedStep => {
    const [keyword = '', ...words] = text.split(' ');
    const written = { ...TEXT, keyword, text: words.join(' ') };
    return { ...STEP, ...written, written };
  });
  const key = keys.for({ uri, rule, outline: name, example: [] });
  const id = `${startedAt.getTime()}-${key}`;
  const attempt = (status: StepStatus, type = 'Error'): Attempt => ({
    id,
    worker: null,
    startedAt,
    durationMs: 100,
    willBeRetried: false,
    steps: plan.map(
      (step): Step => ({
        ...step,
        id,
        kind: 'step',
        location: null,
        status,
        startedAt,
        durationMs: 1,
        error: status === 'FAILED' ? { type, message: error, stack: null } : null,
        commands: [],
        notes: [],
        attachments: [],
      }),
    ),
  });
  const attempts = {
    p: () => [attempt('PASSED')],
    y: () => [{ ...attempt('FAILED'), id: `${id}-1`, willBeRetried: true }, attempt('PASSED')],
    f: () => [attempt('FAILED')],
    b: () => [attempt('FAILED', 'EnvironmentError')],
    i: () => [attempt('FAILED', 'InterruptedError')],
    u: () => [attempt('UNDEFINED')],
    s: () => [attempt('SKIPPED')],
    n: () => [],
  }[is]();
  const theme = isThemeFile(uri) ? { ...heading(`Tema de ${uri}`), uri, line: 1, background: null } : null;
  return { ...heading(name), key, uri, line: 1, theme, rule, example: [], outline: name, plan, attempts };
}

const TEXT: StepText = { keyword: '', text: '', line: 1, table: null, docString: null };

const STEP: PlannedStep = {
  ...TEXT,
  written: TEXT,
  purpose: 'unknown',
  fromBackground: false,
  stanza: '',
  definitions: [],
  advice: null,
};
