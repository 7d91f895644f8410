import { plain } from '../../../shared/spelling';
import type { Draft } from '../draft';
import { fragmentMark, lineMark } from '../marks';

const RIGHT = '# language: pt';
/** As Gherkin recognises it. */
const HEADER = /^\s*#\s*language\s*:\s*([a-zA-Z\-_]+)\s*$/;
const LIKE_HEADER =
  /^\s*#\s*(?:languag|langage|langauge|lenguage|linguage|l[ií]ngua|idioma|lang\b)\S*\s*[:=]?\s*(?:pt|pt[-_]?\w*|portugu\S*|br)?\s*$/i;

/** The line that tells Gherkin the language: it has to be there, before anything else, and say `pt`. */
export function checkHeader(draft: Draft): void {
  const lines = draft.written.lines;
  const end = lines.findIndex((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
  if (end < 0) return; // an empty feature: said elsewhere
  const header = lines.findIndex((line) => HEADER.test(line) || LIKE_HEADER.test(line));
  if (header < 0 || header > end) {
    if (header >= 0 && isCommentInHead(draft, header)) late(draft, header + 1, end + 1);
    else missing(draft);
    return;
  }
  const line = header + 1;
  const text = lines[header] ?? '';
  const language = HEADER.exec(text)?.[1];
  if (language === 'pt') return;
  if (language === undefined) unknownHeader(draft, line, text);
  else wrongLanguage(draft, line, text, language);
  draft.suppose(line, RIGHT);
}

/** Below the first titles such a comment is only a comment. */
function isCommentInHead({ written }: Draft, index: number): boolean {
  return HEADER.test(written.lines[index] ?? '') && !written.tokens.slice(0, index).some((token) => token?.kind === 'step');
}

function missing(draft: Draft): void {
  draft.find({
    ...lineMark(draft.written.lines[0] ?? '', 1),
    rule: 'lingua',
    sentence: 'Falta a primeira linha, que diz a língua: sem ela os editores e as outras ferramentas leem o arquivo como inglês.',
    remedy: `Escreva, na primeira linha: ${RIGHT}`,
  });
  draft.header.push(RIGHT);
}

function late(draft: Draft, line: number, first: number): void {
  draft.find({
    ...lineMark(draft.written.lines[line - 1] ?? '', line),
    rule: 'lingua',
    sentence: `A língua vem antes de tudo, e aqui, depois da linha ${first}, ela não vale.`,
    remedy: `Leve para a primeira linha: ${RIGHT}`,
  });
}

function unknownHeader(draft: Draft, line: number, text: string): void {
  draft.find({
    ...lineMark(text, line),
    rule: 'lingua',
    sentence: 'Assim o Cucumber não reconhece a linha que diz a língua: para ele, ela é um comentário.',
    remedy: `Escreva: ${RIGHT}`,
  });
  draft.mend(line, RIGHT);
}

function wrongLanguage(draft: Draft, line: number, text: string, language: string): void {
  const isPortuguese = /^(?:pt|portugues|br)/.test(plain(language));
  draft.find({
    ...fragmentMark(text, line, language, text.indexOf(':')),
    rule: 'lingua',
    sentence: isPortuguese
      ? `A língua "${language}" não existe no Gherkin: o português do Brasil também se chama "pt".`
      : `A língua deste arquivo é "${language}", e as jornadas são escritas em português.`,
    remedy: `Escreva: ${RIGHT}`,
  });
  if (isPortuguese) draft.mend(line, RIGHT);
}
