import type { FaultEdit, SourceFault } from './fault';

type Build = (id: string, journeys: readonly number[], what: string, ...edits: readonly FaultEdit[]) => SourceFault;

/** An edit of a file below support/sandbox. */
export const edit = (file: string, find: string, replace: string): FaultEdit => ({
  file: `support/sandbox/${file}`,
  find,
  replace,
});

/** A fault of the sandbox; see `SourceFault` for its parts. */
export const sandboxFault: Build = (id, journeys, what, ...edits) => ({ id, part: 'sandbox', what, journeys, edits });

/** A fault of the embedded CLI; see `SourceFault` for its parts. */
export const cliFault: Build = (id, journeys, what, ...edits) => ({ id, part: 'cli', what, journeys, edits });
