import { journeyFileOf } from '../../shared/journey-files';
import { visible } from '../../shared/visible';
import { type JudgedPromise, promisesIn } from '../conformity/promises';
import { VERDICTS } from '../conformity/verdict-words';
import { wasInterrupted } from '../model/interrupted';
import { isFailure, journeyGroup, outcomeOf, scenariosOf, type Totals, totalsOf } from '../model/outcome';
import { OUTCOMES } from '../model/outcome-table';
import type { PlannedStep, Run, Scenario } from '../model/run';
import { FailureList } from './failure-list';
import {
  ABSENT,
  hashOf,
  type JourneyRecord,
  placeOf,
  type RecordedLines,
  type RunRecord,
  type ScenarioLine,
  type SpecLine,
} from './record';

const LONGEST_STEP = 600;
/** Beyond this many characters of steps only their hashes are kept. */
const MOST_TEXT = 4_000_000;

/**
 * What the history keeps of a run.
 * @returns null when there is nothing to remember: a dry run, or a run in which no scenario started
 */
export function recordOf(run: Run): RecordedLines | null {
  const scenarios = scenariosOf(run);
  const attempts = scenarios.flatMap((scenario) => scenario.attempts.map(({ id }) => id)).sort();
  if (run.dryRun || run.startedAt === null || attempts.length === 0) return null;
  const ended = scenarios.map((scenario) => ({ scenario, outcome: outcomeOf(scenario) }));
  const texts = textsOf(run);
  const promises = promisesIn(run);
  const spec = specOf(run, texts, promises);
  const failures = new FailureList(ended);
  const { startedAt, finishedAt, runInfo, ci } = run;
  const record: RunRecord = {
    kind: 'run',
    v: 1,
    id: hashOf(startedAt.getTime(), attempts),
    at: startedAt.toISOString(),
    ms: finishedAt ? Math.max(0, finishedAt.getTime() - startedAt.getTime()) : 0,
    commit: runInfo?.commit ?? ci?.revision ?? null,
    dirty: runInfo?.dirty ?? false,
    release: runInfo?.release ?? null,
    ...placeOf(run),
    whole: runInfo?.whole ?? true,
    ok: run.succeeded === true,
    trouble: ended.some(({ outcome }) => isFailure(outcome)) ? null : troubleOf(run),
    totals: withoutZeros(totalsOf(scenarios)),
    journeys: run.journeys.map((journey): JourneyRecord => [journeyGroup(journey), totalsOf(journey.scenarios).durationMs]),
    spec: spec.id,
    states: ended.map(({ outcome }) => OUTCOMES[outcome].letter).join(''),
    errors: failures.errors,
    failures: failures.byKey,
    ...(promises.length > 0 ? { verdicts: lettersOf(promises) } : {}),
    ci: webAddress(ci?.url ?? null),
  };
  return { record, spec, scenarios: texts };
}

function specOf(run: Run, texts: readonly ScenarioLine[], promises: readonly JudgedPromise[]): SpecLine {
  let next = 0;
  const journeys = run.journeys.map(({ uri, name, scenarios }): SpecLine['journeys'][number] => {
    const ids = texts.slice(next, next + scenarios.length).map(({ id }) => id);
    next += scenarios.length;
    return [uri, visible(name), ids];
  });
  if (promises.length === 0) return { kind: 'spec', id: hashOf(journeys), journeys };
  const commands = Object.fromEntries(promises.map(({ step, command }) => [step, shortened(visible(command))]));
  return { kind: 'spec', id: hashOf(journeys, commands), journeys, commands };
}

function lettersOf(promises: readonly JudgedPromise[]): Record<string, string> {
  const letters: Record<string, string> = {};
  for (const { step, verdict } of promises) {
    const [journey = '', stanza = ''] = step.split('.');
    letters[journey] = (letters[journey] ?? '').padEnd(Number(stanza) - 1, ABSENT) + VERDICTS[verdict].letter;
  }
  return letters;
}

function textsOf(run: Run): ScenarioLine[] {
  const texts = scenariosOf(run).map(textOf);
  const length = texts.reduce((sum, { steps }) => sum + steps.reduce((total, step) => total + step.length, 0), 0);
  return length > MOST_TEXT ? texts.map((text) => ({ ...text, steps: [] })) : texts;
}

function textOf({ uri, key, rule, name, plan }: Scenario): ScenarioLine {
  const steps = plan.map(stepText);
  const text = hashOf(steps);
  const line = { key, rule: rule === null ? null : visible(rule.name), name: visible(name), text };
  return { kind: 'scenario', id: hashOf(journeyFileOf(uri), line), ...line, steps: steps.map(shortened) };
}

function stepText({ keyword, text, table, docString }: PlannedStep): string {
  const rows = table?.map((row) => `| ${row.join(' | ')} |`) ?? [];
  return visible([`${keyword} ${text}`, ...rows, ...(docString ? ['"""', docString.content, '"""'] : [])].join('\n'));
}

function shortened(text: string): string {
  return text.length > LONGEST_STEP ? `${text.slice(0, LONGEST_STEP)}…` : text;
}

/** Why a run in which no scenario failed failed all the same; null when it did not. */
function troubleOf(run: Run): string | null {
  if (run.succeeded === true) return null;
  const [hook] = run.hookFailures;
  const [line] = visible(hook?.error.message ?? '')
    .trim()
    .split('\n');
  if (hook) return shortened(`${hook.when}: ${line || 'sem mensagem'}`);
  if (wasInterrupted(run)) return null;
  return run.succeeded === null ? 'a execução não chegou ao fim' : 'um dos processos que rodavam os cenários morreu fora deles';
}

function withoutZeros(totals: Totals): Partial<Totals> {
  return Object.fromEntries(Object.entries(totals).filter(([, amount]) => amount !== 0));
}

/** Only what can be followed as a link without surprise. */
function webAddress(text: string | null): string | null {
  const url = text !== null && URL.canParse(text) ? new URL(text) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol)) return null;
  url.username = '';
  url.password = '';
  return url.href;
}
