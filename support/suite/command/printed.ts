/** A message before the document may begin like one; many that do are a document cut short. */
const MOST_TRIES = 5;

/**
 * The JSON document that a command printed after its status lines, if any. It begins on a line of its own and goes on to the end.
 * @returns `found: false` when there is none or it is cut short.
 */
export function printedJson(stdout: string): { found: true; value: unknown } | { found: false } {
  const lines = stdout.split('\n');
  const candidates = [...lines.entries()].filter(([, line]) => /^(?:[[{"]|(?:true|false|null|-?\d[\d.eE+-]*)\s*$)/.test(line));
  for (const [index] of candidates.slice(0, MOST_TRIES)) {
    try {
      return { found: true, value: JSON.parse(lines.slice(index).join('\n')) };
    } catch {
      // Not the beginning of the document: a message may begin with a bracket too.
    }
  }
  return { found: false };
}
