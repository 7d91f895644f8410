import { Formatter, type IFormatterOptions } from '@cucumber/cucumber';
import type * as messages from '@cucumber/messages';
import { closeAbandonedScenarios } from './abandoned';
import { type Change, RunCollector } from './model/collector';
import { scenariosOf } from './model/outcome';
import { reportPaths } from './report-paths';
import { LiveLine } from './terminal/live-line';
import { type Doing, nowRunning } from './terminal/now-running';
import { type Palette, paletteFor } from './terminal/palette';
import { attemptLines, hookFailureLines } from './terminal/progress';
import { summary } from './terminal/summary';
import { count } from './text/words';

interface Screen {
  isTTY?: boolean;
  columns?: number;
}

/**
 * The formatter of the terminal, in Portuguese: one line as each scenario ends, what is running now at the bottom of a terminal, and a
 * summary at the end. `formatOptions.reports` lists the paths of the run's other reports, which it points at.
 */
export default class TerminalFormatter extends Formatter {
  private readonly collector = new RunCollector();
  private readonly doing = new Map<string, Doing>();
  private readonly palette: Palette;
  private readonly live: LiveLine | null;
  private readonly withStacks: boolean;
  private readonly reports: readonly string[];
  private done = 0;
  private begun = false;
  private closed = false;

  constructor(options: IFormatterOptions) {
    super(options);
    closeAbandonedScenarios(options.eventBroadcaster);
    const screen = options.stream as IFormatterOptions['stream'] & Screen;
    this.palette = paletteFor(screen, process.env);
    this.withStacks = ['1', 'true'].includes(process.env.DEBUG ?? '');
    this.reports = reportPaths(options.parsedArgvOptions.reports);
    const isLive = screen.isTTY === true && process.env.TERM !== 'dumb' && !this.withStacks; // DEBUG prints between our lines
    this.live = isLive
      ? new LiveLine(
          (text) => this.log(text),
          () => this.liveText(screen.columns || 80),
        )
      : null;
    options.eventBroadcaster.on('envelope', (envelope: messages.Envelope) => this.onEnvelope(envelope));
    process.once('exit', this.close);
  }

  override async finished(): Promise<void> {
    process.off('exit', this.close);
    this.close();
    await super.finished();
  }

  /** Also the last word of a process that leaves before `finished()`: a failed AfterAll makes cucumber-js exit at once. */
  private readonly close = (): void => {
    if (this.closed) return;
    this.closed = true;
    this.live?.stop();
    const { palette, reports, withStacks } = this;
    this.log(summary(this.collector.run, { palette, reports, withStacks }));
  };

  private onEnvelope(envelope: messages.Envelope): void {
    const change = this.collector.accept(envelope);
    if (change) this.onChange(change);
    if (envelope.testRunFinished) this.live?.stop();
  }

  private onChange(change: Change): void {
    if (change.kind === 'run-hook-failed') {
      this.print(hookFailureLines(change.failure, this.palette));
      return;
    }
    const { journey, scenario, attempt } = change;
    switch (change.kind) {
      case 'attempt-started':
        this.begin();
        this.doing.set(attempt.id, { journey, scenario, step: null });
        break;
      case 'step-started':
        this.doing.set(attempt.id, { journey, scenario, step: change.step });
        break;
      case 'attempt-finished':
        this.doing.delete(attempt.id);
        if (!attempt.willBeRetried) this.done += 1;
        this.print(attemptLines(journey, scenario, attempt, this.palette));
        break;
    }
  }

  private begin(): void {
    if (this.begun) return;
    this.begun = true;
    const { journeys } = this.collector.run;
    const scenarios = count(scenariosOf(this.collector.run).length, 'cenário', 'cenários');
    this.print(`${scenarios} de ${count(journeys.length, 'jornada', 'jornadas')}\n`);
    this.live?.start();
  }

  private liveText(columns: number): string {
    return nowRunning(this.done, scenariosOf(this.collector.run).length, [...this.doing.values()], columns, this.palette);
  }

  private print(lines: string): void {
    if (this.live) this.live.print(lines);
    else this.log(`${lines}\n`);
  }
}
