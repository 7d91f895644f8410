import type { FaultEdit, SourceFault } from './fault';

type Build = (id: string, journeys: readonly number[], what: string, ...edits: readonly FaultEdit[]) => SourceFault;

/** An edit of a file below support/sandbox. */
export const edit = (file: string, find: string, replace: string): FaultEdit => ({
  file: `support/sandbox/${file}`,
  find,
  replace,
});

/** An edit of the grammar of the commands, in the CLI alone: what else reads it stays as it is. */
export const grammarEdit = (file: string, find: string, replace: string): FaultEdit => ({
  file: `support/contract/commands/${file}`,
  find,
  replace,
});

const buildFor =
  (part: SourceFault['part']): Build =>
  (id, journeys, what, ...edits) => ({ id, part, what, journeys, edits });

/** A fault of the sandbox; see `SourceFault` for its parts. */
export const sandboxFault = buildFor('sandbox');

/** A fault of the embedded CLI; see `SourceFault` for its parts. */
export const cliFault = buildFor('cli');
