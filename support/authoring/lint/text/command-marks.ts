import type { Draft } from '../draft';

/**
 * A step that executes a command, from the first word to the last, with another sign than backticks around the command, or with none: the
 * acute accent is on the same key as the backtick, and editors of text make curly quotes of both.
 */
const EXECUTED =
  /^(\s*\S+ (?:que )?(?:já )?(?:executo|executei|tentei) )(["'´‘’“”]?)(dumont [^`"'´‘’“”]*[^`"'´‘’“”\s])(["'´‘’“”]?)\s*$/u;

/** Commands that are not between backticks; they are read on as if they were. */
export function checkCommandMarks(draft: Draft): void {
  for (const { kind, line } of draft.meant.tokens.filter((token) => token !== undefined)) {
    if (kind !== 'step') continue;
    const text = draft.line(line);
    const [whole, before = '', opening = '', command = '', closing = ''] = EXECUTED.exec(text) ?? [];
    if (whole === undefined) continue;
    const corrected = `${before}\`${command}\``;
    const end = before.length + opening.length + command.length + closing.length;
    const sign = opening || closing;
    draft.find({
      rule: 'crases',
      line,
      start: before.length,
      end,
      sentence: `Um comando fica entre crases: \`assim\`${sign === '' ? '' : `, e não entre ${sign}`}.`,
      remedy: `Escreva: ${corrected.trim()}`,
    });
    draft.correctedUpTo.set(line, end);
    draft.suppose(line, corrected);
  }
}
