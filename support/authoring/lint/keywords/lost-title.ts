import type { Draft, Problem } from '../draft';
import { keywordKind, type TitleKind } from './keywords';
import { following, indentOf } from './neighbours';
import { type TitleMeant, titleMeant } from './title-meant';

/** A correction of one line: the finding, and the line as it was meant. */
export interface Correction {
  readonly problem: Problem;
  readonly meant: string;
  /** What stands before and after the edit when it is safe to make it without asking; null otherwise. */
  readonly edit: { readonly wrong: string; readonly right: string } | null;
}

/**
 * A line of a description that was meant as a title, so that all under it is lost. A slip that nobody writes in prose (`Cenario :`, `Cenaro:`)
 * is enough; where the words are honest Portuguese too (`Regras:`, `exemplo:`), what follows has to be what follows a title.
 * @param text the line as a keyboard would have written it
 */
export function lostTitle(draft: Draft, line: number, text: string): Correction | null {
  const meant = examplesForScenario(text) ?? titleMeant(text);
  if (!meant || !(meant.isHonest ? isTitle(draft, line, text, meant) : true)) return null;
  return titleCorrection(line, text, meant, LOST[meant.kind]);
}

/** What becomes of it. */
const LOST: Readonly<Record<TitleKind, string>> = {
  feature: 'assim nada deste arquivo roda',
  background: 'assim este Contexto vira descrição, e os passos dele não rodam',
  rule: 'assim esta Regra vira descrição e some dos relatórios',
  scenario: 'assim este cenário vira descrição e não roda',
  examples: 'assim estes Exemplos viram descrição, e os casos não rodam',
};

/** Corrects a line that the parser refused, where prose is not possible: whatever looks like a title was meant as one. */
export function refusedTitle(line: number, text: string): Correction | null {
  const meant = titleMeant(text);
  return meant && titleCorrection(line, text, meant, 'assim o Cucumber não entende o arquivo');
}

function titleCorrection(line: number, text: string, meant: TitleMeant, consequence: string): Correction {
  const start = indentOf(text);
  const written = text.slice(start, meant.end);
  const right = `${meant.keyword}:`;
  const correct = `${text.slice(0, start)}${right}${meant.name === '' ? '' : ` ${meant.name}`}`;
  const problem = {
    rule: /^Cen[aá]rios:$/.test(written) ? 'cenarios' : 'titulo',
    line,
    start,
    end: meant.end,
    sentence: sentenceFor(written, meant, consequence),
    remedy: `Escreva: ${correct.trim()}`,
  };
  return { problem, meant: correct, edit: meant.slip === 'same' ? { wrong: written, right } : null };
}

function sentenceFor(written: string, { slip, keyword }: TitleMeant, consequence: string): string {
  if (slip === 'bare') return `Falta o sinal de dois-pontos depois de "${keyword}"; ${consequence}.`;
  if (slip === 'english')
    return `"${written}" é inglês, e este arquivo está em português: a palavra é "${keyword}:"; ${consequence}.`;
  if (/^Cen[aá]rios:$/.test(written))
    return '"Cenários:", no plural, abre uma tabela de exemplos, e não um cenário: este não roda.';
  if (slip === 'same' && / +:$/.test(written)) return `Entre "${keyword}" e os dois-pontos não vai espaço; ${consequence}.`;
  return `"${written}" não é uma palavra do Gherkin: escreva "${keyword}:"; ${consequence}.`;
}

/** `Cenários:` where no table of examples can stand: it was meant as `Cenário:`. */
function examplesForScenario(text: string): TitleMeant | null {
  const [, indent = '', written = '', rest = ''] = /^(\s*)(Cen[aá]rios|Exemplos):(.*)$/.exec(text) ?? [];
  if (written === '') return null;
  const end = indent.length + written.length + 1;
  return { kind: 'scenario', keyword: 'Cenário', end, name: rest.trim(), slip: 'folk', isHonest: true };
}

/** Whether the lines around say that this one is a title. */
function isTitle(draft: Draft, line: number, text: string, meant: TitleMeant): boolean {
  const next = following(draft, line);
  if (next === null) return false;
  const owner = draft.meant.tokens[line - 1]?.owner;
  if (meant.kind === 'examples') return next.kind === 'table' && owner !== 'feature' && owner !== 'rule';
  if (meant.kind === 'scenario' || meant.kind === 'background') return next.kind === 'step' && !endsLikeProse(meant);
  if (meant.kind !== 'rule' || endsLikeProse(meant)) return false;
  if (next.kind === 'step') return meant.slip !== 'bare';
  if (next.kind !== 'title' && next.kind !== 'tags') return false;
  if (next.indent > indentOf(text)) return true;
  const stands = draft.line(line - 1).trim() === '' && draft.line(line + 1).trim() === '';
  return stands && meant.name !== '' && meant.slip !== 'bare' && keywordKind(draft.line(next.line)) !== 'background';
}

function endsLikeProse({ name }: TitleMeant): boolean {
  return /[.!?;:,…]$/.test(name);
}
