import { visible } from '../../shared/visible';

/** Nearly every text has nothing to escape: then one look is enough. */
const MEANS_SOMETHING = /[\\`*[\]<|~$#_&@]|:\/\/|www\.|^(?:[>+=:-]|\d+[.)])/i;

/** One line already: words, one space between them, nothing invisible. */
const ONE_LINE = /^[^\s\p{Cc}]+(?: [^\s\p{Cc}]+)*$/u;

/**
 * Text from outside as Markdown (CommonMark with GitHub's tables) that shows exactly that text, on one line: no markup, HTML, link, image
 * or entity comes to life in it, wherever it stands, table cells and line starts included. Only what would mean something is escaped, so
 * that the file also reads well as it is.
 */
export function prose(text: string): string {
  const line = oneLine(text);
  if (!MEANS_SOMETHING.test(line)) return line;
  return line
    .replace(/[\\`*[\]<|~$#]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=[#a-z])/gi, '\\&')
    .replace(/:(?=\/\/)/g, '\\:') // autolinks of GitHub: addresses without any markup
    .replace(/(?<=www)\./gi, '\\.')
    .replace(/(?<=[\w.+-])@(?=\w)/g, '\\@')
    .replace(/^(?=[>+=:-])/, '\\')
    .replace(/^(\d+)(?=[.)])/, '$1\\');
}

/** Several paragraphs as Markdown that shows exactly their text; blank lines part them. */
export function paragraphs(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map(prose)
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/** Text from outside as a code span, on one line. In a cell, where a span cannot hold a backslash before a bar, it is prose. */
export function code(text: string, place: 'text' | 'cell' = 'text'): string {
  const content = oneLine(text);
  if (content === '') return '';
  const delimiter = '`'.repeat(longestRun(content) + 1);
  const padding = /^[`\s]|[`\s]$/.test(content) ? ' ' : '';
  const span = `${delimiter}${padding}${content}${padding}${delimiter}`;
  if (place === 'text' || !content.includes('|')) return span;
  return content.includes('\\') ? prose(content) : span.replaceAll('|', '\\|');
}

/** Text from outside in a fence longer than any it holds, so that nothing in it can end the block. */
export function fence(content: string, language = ''): string {
  const shown = visible(content);
  const ticks = '`'.repeat(Math.max(3, longestRun(shown) + 1));
  return `${ticks}${language}\n${shown}\n${ticks}`;
}

/** Control characters shown, every run of white space a single space. */
export function oneLine(text: string): string {
  return ONE_LINE.test(text) ? text : visible(text).replace(/\s+/g, ' ').trim();
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
