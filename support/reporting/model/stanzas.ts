import type { CommandEvidence } from '../../shared/messages/evidence';
import { attemptOutcome, isBroken, type Outcome, outcomeOf } from './outcome';
import type { Attempt, Journey, PlannedStep, Scenario, Step } from './run';

/** The tag of the one scenario of a feature that carries the commands of the document, in its order. */
export const JOURNEY_TAG = '@jornada';

/** One command of the document, with what it has to show: a row of its tables. */
export interface DocumentedStep {
  /** As the comment above it says ("# 6. Pausar instância"); its position when the comment has no number. */
  number: number;
  /** The title after the number; empty when nothing introduces the command. */
  title: string;
  /** What the comment says below its first line; empty when nothing. */
  note: string;
  /** As the feature has it, between backticks, `<placeholders>` and all. */
  command: string;
  /** Line of the command in the feature. */
  line: number;
  /** What is made ready right before the command, under the same comment. */
  preparations: readonly PlannedStep[];
  /** The HTTP status that `a API responde N` asks for, null when no step does. */
  status: number | null;
  /** The steps after the command that look or note, other than the one with the status. */
  validations: readonly PlannedStep[];
  /** By the last attempt, of these steps alone; `not-run` also when an earlier command kept them from running. */
  outcome: Outcome;
  /** The steps of the last attempt, preparations first; empty when there is no attempt. */
  steps: readonly Step[];
  /** What the command itself did in the last attempt, null when it did not run. */
  run: CommandEvidence | null;
  /** Commands of all `steps` in their order: preparing, the command itself, looking. */
  commands: readonly CommandEvidence[];
}

/** The scenario of the journey that carries the document's commands; null when the run has none (a narrowed run, say). */
export function documentedScenario({ scenarios }: Pick<Journey, 'scenarios'>): Scenario | null {
  return scenarios.find((scenario) => scenario.tags.includes(JOURNEY_TAG)) ?? null;
}

/** The steps of a scenario before its first command and its comment, those of the Contexto left out. */
export function openingSteps(scenario: Scenario): PlannedStep[] {
  const own = scenario.plan.filter((step) => !step.fromBackground);
  const first = own.findIndex((step) => isNumbered(step) || commandIn(step) !== null);
  return first === -1 ? own : own.slice(0, first);
}

/** The commands of a scenario in order, each with the steps that belong to it. Empty when no step has a command between backticks. */
export function documentedSteps(scenario: Scenario): DocumentedStep[] {
  const last = scenario.attempts.at(-1);
  const ran = last?.steps.filter((step) => step.kind === 'step') ?? [];
  return stanzasIn(scenario.plan).map(({ from, at, until }, index) => {
    const planned = scenario.plan.slice(from, until);
    const [heading = '', ...more] = (planned[0]?.stanza ?? '').split('\n');
    const [, number, title = heading] = NUMBERED.exec(heading) ?? [];
    const after = scenario.plan.slice(at + 1, until);
    const statusStep = after.find((step) => expectedStatus(step) !== null);
    const steps = ran.slice(from, until);
    return {
      number: number === undefined ? index + 1 : Number(number),
      title: title.trim(),
      note: more.join('\n'),
      command: commandIn(scenario.plan[at]) ?? '',
      line: scenario.plan[at]?.line ?? scenario.line,
      preparations: scenario.plan.slice(from, at),
      status: expectedStatus(statusStep),
      validations: after.filter((step) => step !== statusStep && !WAITS_FOR_THE_NEXT.test(step.text)),
      outcome: last ? outcomeOfSteps(scenario, last, steps) : 'not-run',
      steps,
      run: ran[at]?.commands.find(({ role }) => role === 'documented') ?? null,
      commands: steps.flatMap((step) => step.commands),
    };
  });
}

/** The HTTP status that a step asks for, null when it is about something else. */
export function expectedStatus(step: Pick<PlannedStep, 'text'> | undefined): number | null {
  const [, status] = /^a API responde (\d{3})$/.exec(step?.text ?? '') ?? [];
  return status === undefined ? null : Number(status);
}

/** A wait for a state that only the next commands need: no promise of this one. */
const WAITS_FOR_THE_NEXT = /^espero /;

const NUMBERED = /^(\d+)\.\s+(.*)$/;

interface Stanza {
  /** Where its steps begin, where its command is and where the next begins, as positions in the plan. */
  from: number;
  at: number;
  until: number;
}

/** A stanza begins at a numbered comment, or at a command that has none, and has one command. */
function stanzasIn(plan: readonly PlannedStep[]): Stanza[] {
  const stanzas: Stanza[] = [];
  let opening: number | null = null;
  for (const [index, step] of plan.entries()) {
    if (step.fromBackground) continue;
    const open = stanzas.at(-1);
    if (isNumbered(step)) {
      if (open && opening === null) open.until = index;
      opening = index;
    }
    if (commandIn(step) === null) continue;
    if (open && opening === null) open.until = index;
    stanzas.push({ from: opening ?? index, at: index, until: plan.length });
    opening = null;
  }
  return stanzas;
}

function isNumbered({ stanza }: PlannedStep): boolean {
  return NUMBERED.test(stanza.split('\n')[0] ?? '');
}

/** The command a Quando executes; commands that only prepare are no commands of the document. */
function commandIn(step: PlannedStep | undefined): string | null {
  if (step?.purpose !== 'act') return null;
  return /`([^`]+)`/.exec(step.text)?.[1] ?? null;
}

function outcomeOfSteps(scenario: Scenario, attempt: Attempt, steps: readonly Step[]): Outcome {
  if (!steps.some(isBroken) && steps.some(({ status }) => status === 'RUNNING' || status === 'WAITING')) {
    return steps.every(({ status }) => status === 'WAITING') ? 'not-run' : 'unfinished';
  }
  const outcome = attemptOutcome({ ...attempt, steps: [...steps] });
  return outcome === 'skipped' && outcomeOf(scenario) !== 'skipped' ? 'not-run' : outcome;
}
