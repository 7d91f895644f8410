import { parseSentence } from '../../../shared/tool-sentences';
import type { Draft } from '../draft';
import { lineMark } from '../marks';
import { keywordKind } from './keywords';

/** Errors that say what is wrong, whatever the line looks like. */
export function hasCauseOfItsOwn(message: string): boolean {
  return /^(?:inconsistent cell count|unexpected end of file|A tag may not|Language not supported)/.test(message);
}

/** Notes an error of the parser that no slip of a keyword explains, with its usual cause, and lets the draft read on. */
export function otherError(draft: Draft, line: number, message: string): void {
  if (message === 'inconsistent cell count within the table') {
    unequalTable(draft, line);
    return;
  }
  if (message.startsWith('unexpected end of file')) {
    endTooSoon(draft, message);
    return;
  }
  const text = draft.line(line);
  if (message === 'A tag may not contain whitespace') {
    draft.find({
      ...lineMark(text, line),
      rule: 'tag-com-espaco',
      sentence: 'Nesta linha de tags há uma palavra sem @: uma tag não tem espaços, e cada uma começa com @.',
      remedy: `Escreva: ${tagged(text)}`,
    });
    draft.suppose(line, tagged(text));
    return;
  }
  if (message.startsWith('Language not supported')) return;
  draft.find({
    ...lineMark(text, line),
    rule: 'gherkin',
    sentence: sentenceFor(draft, line, message),
    remedy:
      'Um passo começa com Dado, Quando, Então, E ou Mas; uma explicação fica logo abaixo do título, ou em um comentário, depois de #.',
  });
}

function sentenceFor(draft: Draft, line: number, message: string): string {
  if (/expected: #EOF, #Language|expected: #TagLine, #FeatureLine/.test(message)) {
    return 'O arquivo começa com "Funcionalidade:", e antes dela só cabem # language: pt, tags e comentários.';
  }
  const before = draft.meant.tokens
    .slice(0, line - 1)
    .findLast((token) => token && token.kind !== 'empty' && token.kind !== 'comment');
  if (before?.kind === 'table')
    return 'Esta linha vem depois de uma tabela e não é linha dela (falta a | do começo) nem um passo.';
  if (before?.kind === 'step') return 'Esta linha vem depois de um passo e não é um passo; um passo cabe inteiro em uma linha.';
  const { text } = parseSentence(`(${line}:1): ${message}`);
  return `O Cucumber não entende esta linha: ${text}.`;
}

/** Notes a doc string that was left open, and closes it where it may have ended. @returns whether there was one */
export function closeOpenText(draft: Draft): boolean {
  const { tokens, lines, parseErrors } = draft.meant;
  const fences = tokens.filter((token) => token?.kind === 'doc-string');
  const last = fences.at(-1);
  const isOpen = fences.length % 2 === 1 && parseErrors.some(({ message }) => message.startsWith('unexpected end of file'));
  const isFenceRefused = parseErrors.some(({ line }) => /^\s*(?:"""|```)/.test(draft.line(line)));
  if (!last || !(isOpen || (isFenceRefused && whichSwallows(draft, 0).opening > 0))) return false;
  const { opening, end } = whichSwallows(draft, last.line);
  const text = draft.line(opening);
  const fence = text.trim().slice(0, 3);
  draft.find({
    ...lineMark(text, opening),
    rule: 'texto-aberto',
    sentence: 'Este texto começa e não termina: o que vem depois dele vira texto também e não roda.',
    remedy: `Feche-o com uma linha ${fence} depois da última linha do texto.`,
  });
  draft.leaveAlone(opening);
  if (end === null) draft.suppose(lines.length, `${draft.line(lines.length)}\n${fence}`);
  else draft.suppose(end, fence);
  return true;
}

const NOTHING = {
  sentence: 'Este arquivo não tem nenhuma Funcionalidade: nada dele roda.',
  remedy: 'Escreva a jornada, ou apague o arquivo.',
};

function endTooSoon(draft: Draft, message: string): void {
  const { tokens, lines } = draft.meant;
  const tags = tokens.findLast((token) => token?.kind === 'tags');
  if (!tokens.some((token) => token?.kind === 'feature') && !tags) {
    draft.find({ ...lineMark(draft.line(1), 1), rule: 'vazio', ...NOTHING });
    return;
  }
  const line = tags?.line ?? Math.max(1, lines.length);
  draft.find({
    ...lineMark(draft.line(line), line),
    rule: tags ? 'tag-solta' : 'gherkin',
    sentence: tags
      ? 'Depois desta linha de tags não vem nada: uma tag vale para o título que está embaixo dela.'
      : `${parseSentence(`(${line}:1): ${message}`).text}.`,
    remedy: tags ? 'Apague-a, ou escreva embaixo dela o cenário.' : 'Confira se falta o fim do arquivo.',
  });
  if (tags) draft.suppose(line, '');
}

/** The doc string that was left open, and the blank line where it may have ended: the first that has a title in it, else the last of all. */
function whichSwallows(draft: Draft, last: number): { opening: number; end: number | null } {
  const { tokens } = draft.meant;
  let opening: number | null = null;
  for (const token of tokens) {
    if (token?.kind === 'doc-string') opening = opening === null ? token.line : null;
    if (opening === null || token === undefined || token.owner !== 'doc-string') continue;
    const kind = keywordKind(draft.line(token.line));
    if (kind !== 'scenario' && kind !== 'rule') continue;
    for (let line = token.line - 1; line > opening; line -= 1) if (draft.line(line).trim() === '') return { opening, end: line };
  }
  return { opening: last, end: null };
}

/** The rows that have another number of cells than most of their table. */
function unequalTable(draft: Draft, refused: number): void {
  const { tokens } = draft.meant;
  const isOfTable = (line: number): boolean => ['table', 'comment', 'empty'].includes(tokens[line - 1]?.kind ?? '');
  let first = refused;
  while (isOfTable(first - 1)) first -= 1;
  const rows: { line: number; cells: number }[] = [];
  for (let line = first; isOfTable(line); line += 1) {
    const token = tokens[line - 1];
    if (token?.kind === 'table') rows.push({ line, cells: token.items.length });
  }
  const amounts = rows.map(({ cells }) => cells);
  const often = (amount: number): number => amounts.filter((each) => each === amount).length;
  const usual = rows.reduce((best, { cells }) => (often(cells) > often(best) ? cells : best), rows[0]?.cells ?? 0);
  for (const { line, cells } of rows.filter((row) => row.cells !== usual)) {
    const text = draft.line(line);
    const isOpen = !text.trimEnd().endsWith('|');
    draft.find({
      ...lineMark(text, line),
      rule: isOpen ? 'tabela-aberta' : 'tabela-desigual',
      sentence: isOpen
        ? 'Falta a | do fim desta linha da tabela, e o que vem depois da última | se perde.'
        : `Esta linha da tabela tem ${cells} ${cells === 1 ? 'célula' : 'células'}, e as outras têm ${usual}.`,
      remedy: isOpen
        ? `Escreva: ${text.trim()} |`
        : 'Todas as linhas têm as mesmas colunas; um | dentro de uma célula se escreve \\|.',
    });
    draft.suppose(
      line,
      `${text.slice(0, text.length - text.trimStart().length)}${resized(tokens[line - 1]?.items ?? [], usual)}`,
    );
  }
}

function resized(cells: readonly { readonly text: string }[], wanted: number): string {
  const escaped = cells.map(({ text }) => text.replace(/[\\|]/g, '\\$&').replaceAll('\n', '\\n'));
  return `| ${Array.from({ length: wanted }, (_, index) => escaped[index] ?? '').join(' | ')} |`;
}

function tagged(text: string): string {
  return text
    .trim()
    .replace(/@\s+/g, '@')
    .split(/[\s,;]+/)
    .map((word) => (word.startsWith('@') ? word : `@${word}`))
    .join(' ');
}
