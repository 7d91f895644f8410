/** Source of the regular expression of one or more files in a sentence: `o arquivo "a"`, `os arquivos "a", "b" e "c"`. */
export const FILES_PATTERN = 'o arquivo "[^"]+"|os arquivos "[^"]+"(?:, "[^"]+")* e "[^"]+"';

/** Reads the names of what matched FILES_PATTERN. */
export function readFileNames(text: string): string[] {
  return [...text.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name);
}
