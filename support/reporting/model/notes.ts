import type { ContractDifference } from '../../shared/messages/note';
import type { Scenario, Step } from './run';

/** One way in which the product differs from its contract, as the suite told it where that does not fail a scenario. */
export interface MetDifference {
  readonly difference: ContractDifference;
  /** In how many scenarios it was met. */
  readonly scenarios: number;
}

/**
 * What a step or hook said, as people read it. Not among it: why a scenario was skipped, which is said of the scenario; what the step
 * fails by, which is its error; the requests of the suite.
 */
export function remarksOf({ notes, error }: Pick<Step, 'notes' | 'error'>): string[] {
  return notes.flatMap((note) => {
    switch (note.kind) {
      case 'remark':
        return [note.text];
      case 'finding':
        return error === null ? [note.text] : [];
      case 'contract-difference':
        return [`Fora do contrato: ${note.text}`];
      default:
        return [];
    }
  });
}

/** How many differences from the contract were told in one scenario, in the attempt that counts. */
export function differencesIn(scenario: Scenario): number {
  return differencesOf(scenario).length;
}

/** The differences of several scenarios, each once: those of most scenarios first. */
export function contractDifferences(scenarios: readonly Scenario[]): MetDifference[] {
  const met = new Map<string, { difference: ContractDifference; scenarios: number }>();
  for (const scenario of scenarios) {
    const inScenario = new Map(differencesOf(scenario).map((difference) => [difference.text, difference]));
    for (const [text, difference] of inScenario) {
      const known = met.get(text);
      if (known) known.scenarios += 1;
      else met.set(text, { difference, scenarios: 1 });
    }
  }
  return [...met.values()].sort((one, other) => other.scenarios - one.scenarios);
}

function differencesOf(scenario: Scenario): ContractDifference[] {
  const notes = scenario.attempts.at(-1)?.steps.flatMap((step) => step.notes) ?? [];
  return notes.filter((note) => note.kind === 'contract-difference');
}
