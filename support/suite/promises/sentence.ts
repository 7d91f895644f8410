const LONGEST = 400;

/** What an error says, on one line and not endless. */
export function sentenceOf(error: unknown): string {
  const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n\n');
  const line = first
    .replace(/:\s*\n\s*- /, ': ')
    .replaceAll(/\s*\n\s*- /g, '; ')
    .replaceAll(/\s*\n\s*/g, ' ')
    .trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
