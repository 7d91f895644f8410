import type { TokenKind } from '../../source/token';
import type { Draft } from '../draft';
import { asTyped } from '../text/characters';
import type { Correction } from './lost-title';
import { following, indentOf } from './neighbours';
import { stepMeant } from './step-meant';
import { titleMeant } from './title-meant';

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
    for (; SKIPPED.has(tokens[line - 1]?.kind); line += 1) {
      const text = asTyped(draft.line(line));
      if (titleMeant(text) !== null) break; // what follows belongs to that
      hasSteps ||= stepMeant(text) !== null;
    }
    if (tokens[line - 1]?.kind === 'table') return [];
    return hasSteps || (token.text !== '' && token.keyword?.startsWith('Cen'))
      ? [correction(draft, token.line, token.keyword ?? '', token.text)]
      : [];
  });
}

/** `Exemplo:` meant as `Exemplos:`. In the singular it is another word for `Cenário:`, and the table under it is only a description. */
export function examplesAsScenario(draft: Draft): Correction[] {
  const { tokens } = draft.meant;
  return tokens.flatMap((token) => {
    if (token?.kind !== 'scenario' || token.keyword !== 'Exemplo') return [];
    let line = token.line + 1;
    while (SKIPPED.has(tokens[line - 1]?.kind) && tokens[line - 1]?.text === '') line += 1;
    if (!draft.line(line).trimStart().startsWith('|')) return [];
    const text = draft.line(token.line);
    const start = indentOf(text);
    const meant = `Exemplos:${token.text === '' ? '' : ` ${token.text}`}`;
    const problem = {
      rule: 'exemplos',
      line: token.line,
      start,
      end: start + 'Exemplo:'.length,
      sentence: '"Exemplo:", no singular, abre um cenário: assim esta tabela vira descrição, e os casos não rodam.',
      remedy: `Escreva: ${meant}`,
    };
    return [{ problem, meant: text.slice(0, start) + meant, edit: null }];
  });
}

/** The same where the parser refused the line, because no examples can stand there at all. */
export function refusedExamples(draft: Draft, line: number): Correction | null {
  const [, keyword = '', name = ''] = /^\s*(Cen[aá]rios|Exemplos):(.*)$/.exec(draft.line(line)) ?? [];
  return keyword !== '' && following(draft, line)?.kind !== 'table' ? correction(draft, line, keyword, name.trim()) : null;
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
      sentence: `"${keyword}:", no plural, abre uma tabela de exemplos, e não um cenário: este não roda, e o de cima também não.`,
      remedy: `Escreva: ${meant}`,
    },
    meant: text.slice(0, start) + meant,
    edit: null,
  };
}
