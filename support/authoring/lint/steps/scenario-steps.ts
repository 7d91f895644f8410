import type { Pickle, PickleStep, Step } from '@cucumber/messages';
import type { Purpose, StepMatch } from '../../../shared/vocabulary/definition';
import type { Vocabulary } from '../../../shared/vocabulary/vocabulary';
import type { CheckedFeature, ExampleRow, FeatureNodes } from './feature';
import { commandOf } from './meanings';

/** A step of one scenario, with all that the rules ask of it. */
export interface ScenarioStep {
  /** With the columns of Exemplos filled in. */
  readonly text: string;
  /** As the feature has it. */
  readonly node: Step;
  /** The row of Exemplos that it was filled from. */
  readonly row: ExampleRow | undefined;
  readonly purpose: Purpose | null;
  /** Cells of the table below it, filled in. */
  readonly cells: readonly string[];
  readonly matches: readonly StepMatch[];
  /** The command that it runs, without its backticks, and what it matched as such. */
  readonly command: { readonly written: string; readonly match: StepMatch } | null;
}

const PURPOSES: Readonly<Record<string, Purpose>> = { Context: 'Given', Action: 'When', Outcome: 'Then' };

/** The steps of a scenario as they will run, those of the Contexto first. */
export function stepsOf(pickle: Pickle, { steps, rows }: FeatureNodes, vocabulary: Vocabulary): ScenarioStep[] {
  const row = rows.get(pickle.astNodeIds[1] ?? '');
  return pickle.steps.flatMap((step): ScenarioStep[] => {
    const node = steps.get(step.astNodeIds[0] ?? '');
    if (!node) return [];
    const matches = vocabulary.match(step.text);
    return [
      {
        text: step.text,
        node,
        row,
        purpose: PURPOSES[step.type ?? ''] ?? null,
        cells: cellsOf(step),
        matches,
        command: commandIn(matches),
      },
    ];
  });
}

function commandIn(matches: readonly StepMatch[]): ScenarioStep['command'] {
  for (const match of matches) {
    const written = commandOf(match);
    if (written !== undefined) return { written, match };
  }
  return null;
}

function cellsOf({ argument }: PickleStep): string[] {
  return argument?.dataTable?.rows.flatMap(({ cells }) => cells.map(({ value }) => value)) ?? [];
}

/** What one scenario is checked with. */
export interface ScenarioContext {
  readonly feature: CheckedFeature;
  readonly steps: readonly ScenarioStep[];
  /** Of the scenario, its Regra, its Funcionalidade and its Exemplos. */
  readonly tags: readonly string[];
  readonly vocabulary: Vocabulary;
}
