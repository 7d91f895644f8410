/**
 * The JSON document that a command printed after its status lines, if any. It begins on a line of its own and goes on to the end.
 * @returns `found: false` when there is none or it is cut short.
 */
export function printedJson(stdout: string): { found: true; value: unknown } | { found: false } {
  const lines = stdout.split('\n');
  for (const [index, line] of lines.entries()) {
    if (!/^\s*[[{"]/.test(line) && !/^\s*(?:true|false|null|-?\d[\d.eE+-]*)\s*$/.test(line)) continue;
    try {
      return { found: true, value: JSON.parse(lines.slice(index).join('\n')) };
    } catch {
      // Not the beginning of the document: a message may begin with a bracket too.
    }
  }
  return { found: false };
}
