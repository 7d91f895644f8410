import type { Scenario } from './run';

const CONTRACT_NOTE = 'Fora do contrato: ';

/** One way in which the product differs from its contract, as the suite told it where that does not fail a scenario. */
export interface ContractDifference {
  /** What should have been and what was. */
  sentence: string;
  /** In how many scenarios it was met. */
  scenarios: number;
}

/** How many differences from the contract were told in one scenario, in the attempt that counts. */
export function differencesIn(scenario: Scenario): number {
  return sentencesOf(scenario).length;
}

/** The differences of several scenarios, each once: those of most scenarios first. */
export function contractDifferences(scenarios: readonly Scenario[]): ContractDifference[] {
  const met = new Map<string, number>();
  for (const scenario of scenarios) {
    for (const sentence of new Set(sentencesOf(scenario))) met.set(sentence, (met.get(sentence) ?? 0) + 1);
  }
  return [...met]
    .map(([sentence, times]) => ({ sentence, scenarios: times }))
    .sort((one, other) => other.scenarios - one.scenarios);
}

function sentencesOf(scenario: Scenario): string[] {
  const notes = scenario.attempts.at(-1)?.steps.flatMap((step) => step.notes) ?? [];
  return notes.flatMap((note) => (note.startsWith(CONTRACT_NOTE) ? [note.slice(CONTRACT_NOTE.length)] : []));
}
