import type { EventEmitter } from 'node:events';
import path from 'node:path';
import type { IFormatterOptions } from '@cucumber/cucumber';
import type * as messages from '@cucumber/messages';
import { environment } from '../../shared/environment';
import { currentRunInfo, RUN_MEDIA_TYPE } from '../../shared/messages/run-info';
import { isShard } from '../../shared/shard';
import { conformityOf } from '../conformity/conformity';
import { tellGitHub } from '../github/publish';
import { RunFormatter } from '../run-formatter';
import { summaryJson } from './summary-json';
import { DISK_FULL, writeOutputs } from './write-outputs';

/**
 * The formatter that leaves the documentation, the dashboard, the coverage, the summaries for programs and the history of a run in the
 * folder that `formatOptions.reportsFolder` names; without one, and of a run that could not be read, the summary goes to the file it was
 * given. It also puts the run's information into the message stream.
 */
export default class Reports extends RunFormatter {
  readonly #folder: string | null;

  constructor(options: IFormatterOptions) {
    super(options);
    announceRunInfo(options.eventBroadcaster);
    const { reportsFolder } = options.parsedArgvOptions;
    this.#folder = typeof reportsFolder === 'string' ? path.resolve(options.cwd, reportsFolder) : null;
  }

  protected override conclude(): void {
    if (this.#folder === null || this.collected.parseErrors.length > 0) {
      this.log(summaryJson(this.collected, conformityOf(this.collected, null)));
      return; // what the last run left is worth more than a page about nothing
    }
    const { failures, conformity } = writeOutputs(this.collected, { folder: this.#folder, now: new Date(), env: environment() });
    if (!isShard()) tellGitHub(this.collected, conformity, environment(), (text) => process.stdout.write(text)); // of a shard the merging tells
    if (failures.includes(DISK_FULL)) {
      process.stderr.write(`${DISK_FULL}\n`);
      process.once('exit', (code) => {
        process.exitCode = code || 1;
      });
      return;
    }
    for (const failure of failures) process.stderr.write(`${failure} O resultado da execução não muda.\n`);
  }
}

/** Puts the information about a run into its message stream, right after its start: whoever reads the stream later knows where it comes from. */
function announceRunInfo(broadcaster: EventEmitter): void {
  broadcaster.on('envelope', ({ testRunStarted }: messages.Envelope) => {
    const runInfo = testRunStarted && currentRunInfo();
    if (!runInfo) return;
    const attachment: messages.Attachment = {
      body: JSON.stringify(runInfo),
      contentEncoding: 'IDENTITY' as messages.AttachmentContentEncoding.IDENTITY,
      mediaType: RUN_MEDIA_TYPE,
      timestamp: testRunStarted.timestamp,
    };
    broadcaster.emit('envelope', { attachment } satisfies messages.Envelope);
  });
}
