import type { StepParameter } from '../../shared/vocabulary/definition';
import { parameterText } from '../../shared/vocabulary/parameters';
import { count, list } from '../../shared/words';
import type { Catalogue, CatalogueStep } from './catalogue';

/** The whole catalogue for a terminal: by theme, and at the end what each parameter accepts. */
export function catalogueText({ themes }: Catalogue): string {
  const steps = themes.flatMap((each) => each.steps);
  const parts = themes.map(
    ({ theme, steps: own }) =>
      `${theme.title}\n${theme.introduction}\n\n${own.map((step) => stepText(step, false)).join('\n\n')}`,
  );
  const legend = `O que cabe em cada lugar\n\n${parametersOf(steps)
    .map((each) => `  ${line(each)}`)
    .join('\n')}`;
  return `${[...parts, legend].join('\n\n\n')}\n\n${count(steps.length, 'passo', 'passos')}. Para procurar: npm run steps -- pausar\n`;
}

/** What a search found, each step with what its parameters accept. */
export function foundText(found: readonly CatalogueStep[], asked: string): string {
  return `${found.map((step) => stepText(step, true)).join('\n\n')}\n\n${count(found.length, 'passo fala', 'passos falam')} de "${asked}".\n`;
}

/** What is said when a search found nothing. */
export function nothingText(asked: string, similar: readonly string[]): string {
  const hint = similar.length > 0 ? `Palavras parecidas: ${list(similar)}.` : 'Veja todos: npm run steps';
  return `Nenhum passo fala de "${asked}". ${hint}\n`;
}

function stepText({ definition, scenarios, uses: [example] }: CatalogueStep, withParameters: boolean): string {
  const written = example
    ? [`    ${example.keyword} ${example.text}  (${example.file}:${example.line})`]
    : definition.examples.slice(0, 1).map(({ keyword, text }) => `    ${keyword} ${text}`);
  return [
    `  ${definition.expression}`,
    `    ${definition.explanation}.`,
    ...(withParameters ? definition.parameters.map((each) => `    ${line(each)}`) : []),
    ...written,
    `    ${scenarios === 0 ? 'Nenhum cenário o usa.' : `Usado em ${count(scenarios, 'cenário', 'cenários')}.`}`,
  ].join('\n');
}

function line({ name, values }: StepParameter): string {
  return `{${name}}: ${parameterText(name, values)}`;
}

/** Every parameter of some steps once, in alphabetical order. */
export function parametersOf(steps: readonly CatalogueStep[]): readonly StepParameter[] {
  const all = steps.flatMap(({ definition }) => definition.parameters);
  return [...new Map(all.map((each) => [each.name, each])).values()].sort((one, other) =>
    one.name.localeCompare(other.name, 'pt-BR'),
  );
}
