import type { StepParameter } from '../../shared/vocabulary/definition';
import { parameterText } from '../../shared/vocabulary/parameters';
import { parametersOf } from './as-text';
import type { Catalogue, CatalogueStep } from './catalogue';

const HEADER = `# Catálogo de passos

Os passos com que se escrevem os cenários, por tema, feitos a partir do comentário acima de cada definição em
[\`step-definitions/\`](.). Não edite este arquivo: mude o comentário e rode \`npm run steps -- --write\`.
Com \`npm run steps\` vêm também um exemplo tirado das jornadas e em quantos cenários cada passo está; \`npm run steps -- pausar\` procura.

O que está entre parênteses pode faltar, a barra separa alternativas, e o que cabe em cada \`{lugar}\` está no fim.
`;

/**
 * The catalogue as a page of Markdown that stands beside the definitions. It is made from them alone, so that who edits a feature need not make
 * it again.
 */
export function catalogueMarkdown({ themes }: Catalogue): string {
  const parts = themes.map(({ theme, steps }) => `## ${theme.title}\n\n${theme.introduction}\n\n${steps.map(entry).join('\n')}`);
  const parameters = parametersOf(themes.flatMap(({ steps }) => steps)).map(parameterRow);
  const legend = `## O que cabe em cada lugar\n\n| Lugar | Aceita |\n|---|---|\n${parameters.join('\n')}`;
  return `${[HEADER, ...parts.map((part) => `${part}\n`), legend].join('\n')}\n`;
}

function entry({ definition: { expression, explanation, examples } }: CatalogueStep): string {
  const lines = examples.map(({ keyword, text }) => `  - ${code(`${keyword} ${text}`)}`);
  return [`- **${code(expression)}**: ${escaped(explanation)}.`, ...lines].join('\n');
}

function parameterRow({ name, values }: StepParameter): string {
  return `| ${code(`{${name}}`)} | ${escaped(parameterText(name, values))} |`;
}

/** Text as code, in a fence longer than any run of backticks inside of it. */
function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${space}${text}${space}${fence}`;
}

/** Text that Markdown takes for nothing but text. */
function escaped(text: string): string {
  return text.replace(/[\\`*_<>|[\]]/g, (character) => `\\${character}`);
}
