import type { EventEmitter } from 'node:events';
import type * as messages from '@cucumber/messages';
import type { RunInfo } from './model/run';
import { RUN_MEDIA_TYPE } from './model/run-info';

/** Puts the runInfo of a run into its message stream, right after its start: whoever reads the stream later knows where it comes from. */
export function announce(broadcaster: EventEmitter, runInfo: () => RunInfo | null): void {
  broadcaster.on('envelope', ({ testRunStarted }: messages.Envelope) => {
    const facts = testRunStarted && runInfo();
    if (!facts) return;
    const attachment: messages.Attachment = {
      body: JSON.stringify(facts),
      contentEncoding: 'IDENTITY' as messages.AttachmentContentEncoding.IDENTITY,
      mediaType: RUN_MEDIA_TYPE,
      timestamp: testRunStarted.timestamp,
    };
    broadcaster.emit('envelope', { attachment } satisfies messages.Envelope);
  });
}
