import type { Purpose } from '../../shared/vocabulary/definition';
import { KEYWORDS, sampleOf, snippetOf } from '../../shared/vocabulary/snippet';

/** What cucumber-js asks a snippet to be made of. */
interface SnippetParts {
  readonly functionName: Purpose;
  readonly generatedExpressions: readonly { readonly source: string }[];
  /** `dataTable` or `docString`, when one stands below the step. */
  readonly stepParameterNames: readonly string[];
}

/** The snippets of cucumber-js in the ways of this suite, for `formatOptions.snippetSyntax`: TypeScript, async, with the suite's World. */
export default class SnippetSyntax {
  build({ functionName, generatedExpressions, stepParameterNames }: SnippetParts): string {
    const source = generatedExpressions[0]?.source ?? '';
    const expression = source.replace(/^que /, '(que )');
    return snippetOf({
      expression,
      purpose: functionName,
      example: `${KEYWORDS[functionName]} ${sampleOf(expression)}`,
      attached: stepParameterNames.includes('dataTable') ? 'table' : stepParameterNames.includes('docString') ? 'text' : null,
    });
  }
}
