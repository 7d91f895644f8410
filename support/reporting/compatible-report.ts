import { fstatSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Formatter, type IFormatterOptions } from '@cucumber/cucumber';
import type * as messages from '@cucumber/messages';
import { closeAbandonedScenarios } from './abandoned';
import { renderPage } from './compatible/render';
import { RunCollector } from './model/collector';
import { reportPaths } from './report-paths';

/**
 * The HTML report: one page in Portuguese that asks nothing of the network. The file the formatter was given appears whole: it is written
 * beside it and renamed, provided that `formatOptions.reports` names it (cucumber-js opens the file but does not tell its path);
 * otherwise the page goes through the stream cucumber-js opened.
 */
export default class HtmlReport extends Formatter {
  private readonly collector = new RunCollector();
  private readonly candidates: readonly string[];
  private closed = false;

  constructor(options: IFormatterOptions) {
    super(options);
    closeAbandonedScenarios(options.eventBroadcaster);
    this.candidates = reportPaths(options.parsedArgvOptions.reports).map((file) => path.resolve(options.cwd, file));
    options.eventBroadcaster.on('envelope', (envelope: messages.Envelope) => this.collector.accept(envelope));
    process.once('exit', this.close);
  }

  override async finished(): Promise<void> {
    process.off('exit', this.close);
    this.close();
    await super.finished();
  }

  private readonly close = (): void => {
    if (this.closed) return;
    this.closed = true;
    let target: string | undefined;
    try {
      target = this.target();
      const page = renderPage(this.collector.run);
      if (target) replaceFile(target, page);
      else this.log(page);
    } catch (error) {
      const where = target ? ` em ${path.relative(this.cwd, target)}` : '';
      process.stderr.write(`O relatório HTML não pôde ser gravado${where}: ${whyOf(error)}. O resultado da execução não muda.\n`);
    }
  };

  /** The one of the announced reports that is the very file behind the stream. */
  private target(): string | undefined {
    const descriptor: unknown = 'fd' in this.stream ? this.stream.fd : undefined;
    if (typeof descriptor !== 'number') return undefined;
    const { dev, ino, nlink } = fstatSync(descriptor);
    if (nlink === 0) throw new Error('o arquivo foi apagado durante a execução');
    return this.candidates.find((file) => {
      const found = statSync(file, { throwIfNoEntry: false });
      return found?.dev === dev && found.ino === ino;
    });
  }
}

function replaceFile(target: string, content: string): void {
  const draft = `${target}.${process.pid}`;
  try {
    writeFileSync(draft, content);
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, path: file } = error as NodeJS.ErrnoException;
  return code ? `${code} em ${file ?? 'um arquivo'}` : error.message;
}
