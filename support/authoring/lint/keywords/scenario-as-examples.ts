import type { LineToken, TokenKind } from '../../source/token';
import type { Draft } from '../draft';
import { asTyped } from '../text/characters';
import type { Correction } from './lost-title';
import { following, indentOf } from './neighbours';
import { stepMeant } from './step-meant';
import { stepLikeness } from './step-shape';
import { titleMeant } from './title-meant';

/** What may stand between the title and its table. */
const SKIPPED: ReadonlySet<TokenKind | undefined> = new Set(['text', 'empty', 'comment']);

/**
 * `Cenários:` meant as `Cenário:`. To Gherkin the plural opens a table of examples: the scenario above becomes an outline without rows, and
 * both vanish. It was meant as a scenario when steps of ours follow, or no table does and it bears a name. The table of a step is no sign of
 * examples: only steps, and no prose, stand before it.
 */
export function scenarioAsExamples(draft: Draft): Correction[] {
  const { tokens } = draft.meant;
  return tokens.flatMap((token) => {
    if (token?.kind !== 'examples') return [];
    let line = token.line + 1;
    const under: string[] = [];
    for (; SKIPPED.has(tokens[line - 1]?.kind); line += 1) {
      const text = asTyped(draft.line(line));
      if (titleMeant(text) !== null) break; // what follows belongs to that
      if (tokens[line - 1]?.kind === 'text' && text.trim() !== '') under.push(text);
    }
    const isMeant =
      tokens[line - 1]?.kind === 'table' ? areSteps(under) : under.some((text) => stepMeant(text) !== null) || isNamed(token);
    return isMeant ? [correction(draft, token.line, token.keyword ?? '', token.text)] : [];
  });
}

/** Whether what stands above a table are steps, of which the last one has the table. */
function areSteps(lines: readonly string[]): boolean {
  const texts = lines.map((line) => stepMeant(line)?.text);
  return (
    texts.every((text) => text !== undefined && !/[.!?;,…]$/.test(text)) &&
    texts.some((text) => stepLikeness(text ?? '') === 'certain') &&
    texts.at(-1)?.endsWith(':') === true
  );
}

function isNamed({ text, keyword }: LineToken): boolean {
  return text !== '' && keyword?.startsWith('Cen') === true;
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
