import { placeOf } from '../../shared/vocabulary/definition';
import type { Catalogue, CatalogueStep } from './catalogue';

/** The catalogue, or what a search found of it, for programs; a line break at the end. */
export function catalogueJson(steps: readonly CatalogueStep[]): string {
  const told = steps.map(({ definition, scenarios, uses }) => ({
    expression: definition.expression,
    theme: definition.theme.name,
    explanation: definition.explanation,
    examples: definition.examples.map(({ keyword, text }) => `${keyword} ${text}`),
    parameters: definition.parameters,
    location: placeOf(definition),
    scenarios,
    use: uses[0] ?? null,
  }));
  return `${JSON.stringify(told, null, 2)}\n`;
}

/** Every step of a catalogue, theme after theme. */
export function allSteps({ themes }: Catalogue): readonly CatalogueStep[] {
  return themes.flatMap(({ steps }) => steps);
}
