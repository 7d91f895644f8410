import type { TokenKind } from '../../source/token';
import type { Draft } from '../draft';
import { asTyped } from '../text/characters';
import type { Correction } from './lost-title';
import { indentOf } from './neighbours';
import { stepMeant } from './step-meant';

/** What may stand between the title and its table. */
const SKIPPED: ReadonlySet<TokenKind | undefined> = new Set(['text', 'empty', 'comment']);

/**
 * `Cenários:` meant as `Cenário:`. To Gherkin the plural opens a table of examples: the scenario above becomes an outline without rows, and
 * both vanish. It was meant as a scenario when no table follows, and steps do or it bears a name.
 */
export function scenarioAsExamples(draft: Draft): Correction[] {
  const { tokens } = draft.meant;
  return tokens.flatMap((token) => {
    if (token?.kind !== 'examples') return [];
    let line = token.line + 1;
    let hasSteps = false;
    for (; SKIPPED.has(tokens[line - 1]?.kind); line += 1) hasSteps ||= stepMeant(asTyped(draft.line(line))) !== null;
    if (tokens[line - 1]?.kind === 'table') return [];
    return hasSteps || (token.text !== '' && token.keyword?.startsWith('Cen'))
      ? [correction(draft, token.line, token.keyword ?? '', token.text)]
      : [];
  });
}

function correction(draft: Draft, line: number, keyword: string, name: string): Correction {
  const text = draft.line(line);
  const start = indentOf(text);
  const meant = `Cenário:${name === '' ? '' : ` ${name}`}`;
  return {
    problem: {
      rule: 'cenarios',
      line,
      start,
      end: start + keyword.length + 1,
      sentence: `"${keyword}:", no plural, abre uma tabela de exemplos: assim nem este cenário nem o de cima rodam.`,
      remedy: `Escreva: ${meant}`,
    },
    meant: text.slice(0, start) + meant,
    edit: null,
  };
}
