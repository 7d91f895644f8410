import { columnAt } from '../../source/columns';
import type { LineToken } from '../../source/token';
import type { Draft } from '../draft';
import { CHARACTER_RULES, type CharacterRule, INDENTATION_RULE } from './character-rules';
import { asTyped, CURLY_DOUBLE, CURLY_SINGLE, INVISIBLE, isPlain, ODD_SPACE } from './characters';

/** The lines that Gherkin, and not only a reader, reads. */
const READ: ReadonlySet<LineToken['kind']> = new Set([
  'feature',
  'background',
  'rule',
  'scenario',
  'examples',
  'step',
  'table',
  'tags',
]);

/**
 * Characters that look like what was meant and are not: in titles, steps, tables and tags. Descriptions and comments may have the typography
 * they like, but letters are composed everywhere; the content of doc strings is nobody's business.
 */
export function checkCharacters(draft: Draft): void {
  checkNormalForm(draft);
  let isIndentedByTabs = false;
  for (const [index, written] of draft.written.lines.entries()) {
    const token = draft.meant.tokens[index];
    if (isPlain(written) || !token || !READ.has(token.kind)) continue;
    const line = index + 1;
    for (const rule of CHARACTER_RULES) report(draft, line, written, token, rule);
    if (/^ *\t/.test(written) && !isIndentedByTabs) {
      report(draft, line, written, token, INDENTATION_RULE);
      isIndentedByTabs = true; // said once: it is the same editor's doing everywhere
    }
    mend(draft, line, token);
    draft.suppose(line, asTyped(draft.line(line)));
  }
}

function report(
  draft: Draft,
  line: number,
  written: string,
  token: LineToken,
  { name, find, sentence, remedy }: CharacterRule,
): void {
  const places = find(written, token).filter(({ start }) => start >= (draft.correctedUpTo.get(line) ?? 0));
  const first = places[0];
  if (!first) return;
  const fragment = written.slice(first.start, first.end);
  draft.find(
    {
      rule: name,
      line,
      ...first,
      sentence: sentence(fragment, places.length),
      remedy: remedy ?? `Escreva: ${asTyped(draft.line(line)).trim()}`,
    },
    written,
  );
}

/** What may be changed without asking: each character for the one that a keyboard has for it. */
function mend(draft: Draft, line: number, token: LineToken): void {
  let text = draft
    .mended(line)
    .replace(ODD_SPACE, ' ')
    .replace(INVISIBLE, '')
    .replace(/\u2011/g, '-');
  text = token.kind === 'step' || token.kind === 'table' ? straightened(text) : text;
  const indent = text.length - text.trimStart().length;
  draft.mend(line, text.slice(0, indent).replaceAll('\t', '  ') + text.slice(indent).replaceAll('\t', ' '));
}

/** With straight quotes, unless straight ones stand between curly ones: which of them end a text nobody could tell. */
function straightened(text: string): string {
  if (/[“”„«»][^“”„«»]*"[^“”„«»]*[“”„«»]/u.test(text) || /"[^"]*[“”„‟«»‘’][^"]*"/u.test(text)) return text;
  return text.replace(CURLY_DOUBLE, '"').replace(CURLY_SINGLE, "'");
}

/** A file whose letters were lost when it was read: nothing else can be said of it. @returns whether it is one */
export function isUnreadable(draft: Draft): boolean {
  const index = draft.written.lines.findIndex(
    (line, each) => line.includes('\uFFFD') && draft.written.tokens[each]?.owner !== 'doc-string',
  );
  if (index < 0) return false;
  const text = draft.written.lines[index] ?? '';
  const start = text.indexOf('\uFFFD');
  draft.find(
    {
      rule: 'codificacao',
      line: index + 1,
      start,
      end: start + 1,
      sentence: 'O arquivo não está em UTF-8: os acentos se perderam.',
      remedy: 'Grave-o de novo no editor com a codificação UTF-8 e confira os acentos.',
    },
    text,
  );
  return true;
}

function checkNormalForm(draft: Draft): void {
  let lines = 0;
  let first: { line: number; text: string; start: number } | null = null;
  for (const [index, text] of draft.written.lines.entries()) {
    if (isPlain(text) || text === text.normalize('NFC')) continue;
    if (draft.meant.tokens[index]?.owner === 'doc-string') continue;
    lines += 1;
    first ??= { line: index + 1, text, start: Math.max(0, text.search(/.\p{M}/u)) };
    draft.mend(index + 1, draft.mended(index + 1).normalize('NFC'));
    draft.suppose(index + 1, draft.line(index + 1).normalize('NFC'));
  }
  if (!first) return;
  const { line, text, start } = first;
  const many = lines === 1 ? 'nesta linha' : `em ${lines} linhas`;
  draft.find(
    {
      rule: 'acento-separado',
      line,
      start,
      end: start + 2,
      sentence: `Os acentos estão gravados separados das letras ${many}; para o Cucumber, é outra palavra.`,
      remedy: `Corrija com npm run lint:features -- --fix, ou escreva de novo a partir da coluna ${columnAt(text, start)}.`,
    },
    text,
  );
}
