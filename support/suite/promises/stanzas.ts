import type { Pickle, PickleStep } from '@cucumber/messages';
import { journeyNumber } from '../../shared/journey-files';

const JOURNEY_TAG = '@jornada';

/** One documented command of a journey's scenario with the steps that belong to it. */
export interface Stanza {
  /** Journey and position of the command: `2.3`. */
  readonly step: string;
  /** As the feature writes it, placeholders and all. */
  readonly command: string;
  /** What makes it ready (`Dado` right before the command), the command itself and what it must show. */
  readonly steps: readonly PickleStep[];
  /** Position of the command among `steps`. */
  readonly at: number;
}

/** Is this the scenario of a feature that carries the commands of the document? */
export function isJourney({ tags }: Pick<Pickle, 'tags'>): boolean {
  return tags.some(({ name }) => name === JOURNEY_TAG);
}

/** The documented commands of a scenario, in order. What stands before the first of them prepares the whole scenario and belongs to none. */
export function stanzasOf({ steps, uri }: Pick<Pickle, 'steps' | 'uri'>): Stanza[] {
  const commands = steps.flatMap((step, index) => (commandOf(step) === null ? [] : [index]));
  const starts = commands.map((at, number) => (number === 0 ? at : firstPreparation(steps, at)));
  return commands.map((at, number) => {
    const from = starts[number] ?? at;
    return {
      step: `${journeyNumber(uri) ?? 0}.${number + 1}`,
      command: commandOf(steps[at]) ?? '',
      steps: steps.slice(from, starts[number + 1] ?? steps.length),
      at: at - from,
    };
  });
}

/** The command of a `Quando executo ...`, without its backticks; null for any other step. */
export function commandOf(step: Pick<PickleStep, 'text'> | undefined): string | null {
  return /^executo `(.*)`$/.exec(step?.text ?? '')?.[1] ?? null;
}

function firstPreparation(steps: readonly PickleStep[], command: number): number {
  let from = command;
  while (steps[from - 1]?.type === 'Context') from -= 1;
  return from;
}
