/** The first line of a document, from its first column on; an inner line of an indented one is none. */
const FIRST_LINE = /^(?:[[{"]|(?:true|false|null|-?\d[\d.eE+-]*)\s*$)/;

/** A document that never ends is read to the end of the output before that shows; many that do are one cut short. */
const MOST_ENDLESS = 5;

/**
 * The JSON documents that a command printed among other lines, in order: on one line or on several, each beginning a line and ending one.
 * One that is cut short is none.
 */
export function printedDocuments(stdout: string): unknown[] {
  const documents: unknown[] = [];
  const lines = stdout.split('\n');
  let endless = 0;
  for (let index = 0; index < lines.length && endless < MOST_ENDLESS; index += 1) {
    if (!FIRST_LINE.test(lines[index] ?? '')) continue;
    const last = lastLineOf(lines, index);
    if (last === null) endless += 1;
    else {
      const document = parsed(lines.slice(index, last + 1).join('\n'));
      if (!document) continue; // a message may begin with a bracket too
      documents.push(document.value);
      index = last;
    }
  }
  return documents;
}

/** Where the brackets that the line `first` opens are closed again; null where they never are. A text ends on its own line. */
function lastLineOf(lines: readonly string[], first: number): number | null {
  let depth = 0;
  for (let index = first; index < lines.length; index += 1) {
    const outsideTexts = (lines[index] ?? '').replace(/"(?:[^"\\]|\\.)*"/g, '');
    for (const [bracket] of outsideTexts.matchAll(/[[\]{}]/g)) depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth <= 0) return index;
  }
  return null;
}

function parsed(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}
