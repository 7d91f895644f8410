import type { EventEmitter } from 'node:events';
import { Formatter, type IFormatterOptions } from '@cucumber/cucumber';
import type * as messages from '@cucumber/messages';
import { closeAbandonedScenarios } from './abandoned';
import { type Change, RunCollector } from './model/collector';
import type { Run } from './model/run';

type Listener = (envelope: messages.Envelope, change: Change | null) => void;

const followed = new WeakMap<EventEmitter, { run: Run; listeners: Listener[] }>();

/** The run behind a stream of events, as it grows: one model for all the reports of one run, however many follow it. */
function follow(broadcaster: EventEmitter): { run: Run; listeners: Listener[] } {
  const known = followed.get(broadcaster);
  if (known) return known;
  closeAbandonedScenarios(broadcaster);
  const collector = new RunCollector();
  const following = { run: collector.run, listeners: [] as Listener[] };
  broadcaster.on('envelope', (envelope: messages.Envelope) => {
    const change = collector.accept(envelope);
    for (const listener of following.listeners) listener(envelope, change);
  });
  followed.set(broadcaster, following);
  return following;
}

/** A report of a live run. Its last word is said exactly once: when the run is over, or when the process leaves before that. */
export abstract class RunFormatter extends Formatter {
  protected readonly collected: Run;
  #closed = false;

  constructor(options: IFormatterOptions) {
    super(options);
    const { run, listeners } = follow(options.eventBroadcaster);
    this.collected = run;
    listeners.push((envelope, change) => this.onEnvelope(envelope, change));
    process.once('exit', this.#close);
  }

  override async finished(): Promise<void> {
    process.off('exit', this.#close);
    this.#close();
    await super.finished();
  }

  /** One envelope was taken in; `change` is what it did to the run. */
  protected onEnvelope(_envelope: messages.Envelope, _change: Change | null): void {}

  /** The run is over. A failed AfterAll makes cucumber-js exit at once, hence nothing asynchronous here. */
  protected abstract conclude(): void;

  readonly #close = (): void => {
    if (this.#closed) return;
    this.#closed = true;
    this.conclude();
  };
}
