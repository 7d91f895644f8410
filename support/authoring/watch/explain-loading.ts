import path from 'node:path';

/** What the compiler's paths are relative to (support/register.cjs). */
const COMPILER_ROOT = path.resolve(__dirname, '..', '..', '..');
const MISTAKE = /^(\S+?\.ts)\((\d+),(\d+)\): error TS\d+: (.*)$/gm;

/**
 * Why the steps could not be loaded: the place of each mistake of syntax, or the error's own sentence with the line of the project
 * it comes from.
 * @param root folder of the project
 */
export function explainLoading(error: unknown, root: string): string {
  const text = error instanceof Error ? error.message : String(error);
  const mistakes = [...text.matchAll(MISTAKE)].map(([, file = '', line, column, what]) => {
    return `${path.relative(root, path.resolve(COMPILER_ROOT, file))}:${line}:${column}  ${what}`;
  });
  const told = mistakes.length > 0 ? mistakes : [`${text.trim()}${placeOf(error, root)}`];
  return ['Não consegui carregar os passos, e nenhum cenário rodou:', ...told.map((each) => `  ${each}`)].join('\n');
}

function placeOf(error: unknown, root: string): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frame = stack.split('\n').find((line) => line.includes(root + path.sep) && !line.includes('node_modules'));
  const place = /([^\s(]+:\d+:\d+)\)?$/.exec(frame ?? '')?.[1];
  return place === undefined ? '' : ` (${path.relative(root, place)})`;
}
