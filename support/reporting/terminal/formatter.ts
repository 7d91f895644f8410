import path from 'node:path';
import type { IFormatterOptions } from '@cucumber/cucumber';
import type * as messages from '@cucumber/messages';
import { environment, isDebugging, isOnGitHub } from '../../shared/environment';
import { count } from '../../shared/words';
import { type Conformity, conformityOf } from '../conformity/conformity';
import type { Change } from '../model/collector';
import { scenariosOf } from '../model/outcome';
import { linePrior, listedPrior } from '../outputs/known-history';
import { pagesFolder } from '../outputs/pages-folder';
import { reportPaths } from '../report-paths';
import { RunFormatter } from '../run-formatter';
import { LiveLine } from './live-line';
import { type Doing, nowRunning } from './now-running';
import { type Palette, paletteFor } from './palette';
import { attemptLines, hookFailureLines } from './progress';
import { summary } from './summary';

interface Screen {
  isTTY?: boolean;
  columns?: number;
}

/** What is made of the run as a whole, below the folder of the reports. */
const PAGES = /^(?:documentacao|painel|jornadas|cobertura|conformidade)\b/;

/** GitHub obeys every line that begins with `::`, also one that came out of a failing command. */
function withoutWorkflowCommands(text: string): string {
  return text.replace(/^(\s*):(?=:)/gm, '$1:\u200b');
}

/**
 * The formatter of the terminal, in Portuguese: one line as each scenario ends, what is running now at the bottom of a terminal, and a
 * summary at the end. `formatOptions.reports` lists the paths of the run's other reports, which it points at.
 */
export default class TerminalFormatter extends RunFormatter {
  private readonly doing = new Map<string, Doing>();
  private readonly palette: Palette;
  private readonly live: LiveLine | null;
  private readonly withStacks: boolean;
  private readonly reports: readonly string[];
  private readonly reportsFolder: string | null;
  private done = 0;
  private begun = false;

  constructor(options: IFormatterOptions) {
    super(options);
    const screen = options.stream as IFormatterOptions['stream'] & Screen;
    this.palette = paletteFor(screen, environment());
    this.withStacks = isDebugging();
    const { reports, reportsFolder } = options.parsedArgvOptions;
    this.reports = reportPaths(reports);
    this.reportsFolder = typeof reportsFolder === 'string' ? reportsFolder : null;
    const isLive = screen.isTTY === true && environment().TERM !== 'dumb' && !this.withStacks; // DEBUG prints between our lines
    this.live = isLive
      ? new LiveLine(
          (text) => this.log(text),
          () => this.liveText(screen.columns || 80),
        )
      : null;
  }

  protected override conclude(): void {
    this.live?.stop();
    const { palette, withStacks } = this;
    const reports = this.reportsNow();
    this.say(summary(this.collected, { palette, reports, withStacks, conformity: this.conformityNow() }));
  }

  protected override onEnvelope(envelope: messages.Envelope, change: Change | null): void {
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
    const { journeys } = this.collected;
    const scenarios = count(scenariosOf(this.collected).length, 'cenário', 'cenários');
    this.print(`${scenarios} de ${count(journeys.length, 'jornada', 'jornadas')}\n`);
    this.live?.start();
  }

  private liveText(columns: number): string {
    return nowRunning(this.done, scenariosOf(this.collected).length, [...this.doing.values()], columns, this.palette);
  }

  private print(lines: string): void {
    if (this.live) this.live.print(lines);
    else this.say(`${lines}\n`);
  }

  private conformityNow(): Conformity {
    const folder = this.reportsFolder;
    const line = folder === null ? null : linePrior(this.collected, path.resolve(this.cwd, folder));
    return conformityOf(this.collected, line, listedPrior(this.collected));
  }

  /** The pages of a narrowed run may stand elsewhere. */
  private reportsNow(): readonly string[] {
    const { reportsFolder: folder, reports } = this;
    if (folder === null) return reports;
    const whole = path.resolve(this.cwd, folder);
    const pages = path.join(folder, path.relative(whole, pagesFolder(this.collected, whole)));
    return reports.map((report) => {
      const name = path.relative(folder, report);
      return PAGES.test(name) ? path.join(pages, name) : report;
    });
  }

  private say(text: string): void {
    this.log(isOnGitHub() ? withoutWorkflowCommands(text) : text);
  }
}
