import { NOTE_MEDIA_TYPE, type PromiseVerdict, readNote } from '../../shared/messages/note';
import type { FeatureRun } from '../run-features';

/** What does not hold, by step: `cli-deviates`, `unverified 3.3`, `unverified` for what waits for means that the suite has not. */
export type Deviating = Readonly<Record<string, string>>;

/** The verdicts of a run, in its order. */
export function verdictsIn({ messages }: FeatureRun): PromiseVerdict[] {
  return messages.flatMap(({ attachment }): PromiseVerdict[] => {
    const note = attachment?.mediaType === NOTE_MEDIA_TYPE ? readNote(attachment.body) : null;
    return note?.kind === 'promise' ? [note] : [];
  });
}

export function deviatingIn(verdicts: readonly PromiseVerdict[]): Deviating {
  const others = verdicts.filter(({ verdict }) => verdict !== 'holds');
  return Object.fromEntries(
    others.map(({ step, verdict, waitsFor }) => [step, [verdict, ...(waitsFor === null ? [] : [waitsFor])].join(' ')]),
  );
}
