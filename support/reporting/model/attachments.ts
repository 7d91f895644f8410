import type * as messages from '@cucumber/messages';
import { COMMAND_MEDIA_TYPE, readCommandEvidence } from '../../shared/messages/evidence';
import { NOTE_MEDIA_TYPE, readNote } from '../../shared/messages/note';
import type { Step } from './run';

const LOG_MEDIA_TYPE = 'text/x.cucumber.log+plain';

/** Files one attachment under what it is: a command of the suite, a note (what `this.log` said is a remark), or something else. */
export function attachTo(step: Step, attachment: messages.Attachment): void {
  const { mediaType } = attachment;
  const bytes = bodyOf(attachment);
  if (mediaType === LOG_MEDIA_TYPE) {
    step.notes.push({ kind: 'remark', text: bytes.toString('utf8') });
    return;
  }
  const note = mediaType === NOTE_MEDIA_TYPE ? readNote(bytes.toString('utf8')) : null;
  if (note) {
    step.notes.push(note);
    return;
  }
  const command = mediaType === COMMAND_MEDIA_TYPE ? readCommandEvidence(bytes.toString('utf8')) : null;
  if (command) {
    step.commands.push(command);
    return;
  }
  step.attachments.push({
    mediaType,
    fileName: attachment.fileName ?? null,
    text: isText(mediaType) ? bytes.toString('utf8') : null,
    bytes: bytes.length,
  });
}

/** What was attached, decoded. */
export function bodyOf({ body, contentEncoding }: messages.Attachment): Buffer {
  return Buffer.from(body, contentEncoding === 'BASE64' ? 'base64' : 'utf8');
}

function isText(mediaType: string): boolean {
  return /^text\/|[/+](json|xml|yaml)\b/.test(mediaType);
}
