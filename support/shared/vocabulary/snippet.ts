import { CucumberExpressionGenerator } from '@cucumber/cucumber-expressions';
import type { Purpose } from './definition';
import { partsOf } from './expression';
import { parameterFacts } from './parameters';
import type { Vocabulary } from './vocabulary';

/** What stands below a step. */
export type Attached = 'table' | 'text' | null;

/** What a new definition is for. */
export interface SnippetRequest {
  readonly expression: string;
  readonly purpose: Purpose;
  /** The step it was asked for, with its keyword. */
  readonly example: string;
  readonly attached: Attached;
}

const WORLD = "import type { DumontWorld } from '../support/world';";

/** The word a step of that purpose begins with in Portuguese. */
export const KEYWORDS: Readonly<Record<Purpose, string>> = { Given: 'Dado', When: 'Quando', Then: 'Então' };

/** A whole file of step-definitions/ in TypeScript with the definition of a step that does not exist yet, which is pending. */
export function snippetFor(
  text: string,
  { purpose, keyword, attached }: { purpose: Purpose; keyword: string; attached: Attached },
  { parameterTypes }: Vocabulary,
): string {
  const [generated] = new CucumberExpressionGenerator(() => parameterTypes).generateExpressions(text.replace(/^que /, ''));
  const que = text.startsWith('que ') ? '(que )' : '';
  return snippetOf({ expression: `${que}${generated?.source ?? text}`, purpose, example: `${keyword} ${text}`, attached });
}

/** A whole file of step-definitions/ for a step whose expression is known already. */
export function snippetOf({ expression, purpose, example, attached }: SnippetRequest): string {
  const facts = partsOf(expression).flatMap((part) => (part.kind === 'parameter' ? [parameterFacts(part.name)] : []));
  const taken = new Map<string, number>();
  const parameters = facts.map(({ argument, type }) => {
    const times = (taken.get(argument) ?? 0) + 1;
    taken.set(argument, times);
    return `${argument}${times > 1 ? times : ''}: ${type}`;
  });
  if (attached === 'table') parameters.push('table: DataTable');
  if (attached === 'text') parameters.push('content: string');
  const imports = [
    `import { ${attached === 'table' ? 'type DataTable, ' : ''}${purpose} } from '@cucumber/cucumber';`,
    ...new Set(facts.flatMap(({ type, from }) => (from === undefined ? [] : [`import type { ${type} } from '${from}';`]))),
    WORLD,
  ];
  const names = parameters.map((parameter) => parameter.split(':')[0]);
  const unused = names.length > 0 ? `  void [${names.join(', ')}]; // tire esta linha quando o passo usar o que traz\n` : '';
  return `${imports.join('\n')}

// O que o passo faz, numa frase: ${example}
${purpose}('${quoted(expression)}', async function (${['this: DumontWorld', ...parameters].join(', ')}) {
${unused}  return 'pending';
});`;
}

/** An ordinary text of an expression, every parameter filled. */
export function sampleOf(expression: string): string {
  return partsOf(expression)
    .map((part) => {
      if (part.kind === 'parameter') return parameterFacts(part.name).sample;
      return part.kind === 'alternatives' ? (part.texts[0] ?? '') : part.text;
    })
    .join('');
}

function quoted(expression: string): string {
  return expression.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
}
