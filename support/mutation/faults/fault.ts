/** A piece of a source file that a fault writes otherwise; `find` stands in the file exactly once. */
export interface FaultEdit {
  /** From the project's root. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** One hand-chosen way in which the product's source could be wrong. */
export interface SourceFault {
  /** In English, words joined by hyphens; stable from run to run. */
  readonly id: string;
  readonly part: 'sandbox' | 'cli';
  /** What the product now does wrong, one Portuguese sentence without its full stop. */
  readonly what: string;
  /** The features that are expected to notice, most likely first. */
  readonly journeys: readonly number[];
  readonly edits: readonly FaultEdit[];
}

/** A fault that is not to be had as its list says it. The message is one Portuguese sentence. */
export class FaultError extends Error {
  override readonly name = 'FaultError';
}

/** The files that a fault changes, each once. */
export function filesOf({ edits }: SourceFault): string[] {
  return [...new Set(edits.map(({ file }) => file))];
}

/**
 * The text of a source file as the fault has it; a file that the fault does not speak of stays as it is.
 * @param file from the project's root
 * @throws FaultError when a piece does not stand in the text exactly once
 */
export function faulty({ id, edits }: SourceFault, file: string, text: string): string {
  return edits
    .filter((edit) => edit.file === file)
    .reduce((edited, { find, replace }) => {
      const pieces = edited.split(find);
      if (pieces.length === 2) return pieces.join(replace);
      throw new FaultError(
        `A falha "${id}" não vale mais: em ${file}, o trecho "${find}" aparece ${pieces.length - 1} vezes, e precisa aparecer uma só.`,
      );
    }, text);
}
