import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { loadContract } from '../../contract/contract';
import { type Environment, isDebugging } from '../../shared/environment';
import { replaceFile, replaceFolder, whyOf } from '../../shared/files';
import { type Conformity, conformityOf } from '../conformity/conformity';
import { conformityJson } from '../conformity/json';
import { conformityJunit } from '../conformity/junit';
import { conformityMarkdown } from '../conformity/markdown';
import { coverageJson, coverageOf } from '../coverage/coverage';
import { coverageMarkdown } from '../coverage/markdown';
import type { Coverage } from '../coverage/model';
import { dashboard } from '../dashboard/dashboard';
import type { KnownDeviations } from '../deviations/known-file';
import { knownOfRun } from '../deviations/known-of-run';
import { deviationsMarkdown } from '../deviations/markdown';
import { ComparableRuns } from '../history/comparable-runs';
import { journeysMarkdown } from '../markdown/journeys-markdown';
import type { Run } from '../model/run';
import type { SiteContext } from '../site/context';
import { documentation } from '../site/documentation';
import { isOurPage } from '../site/layout';
import { singleFile } from '../site/single-file';
import { stepExplainer } from '../site/step-explainer';
import { editTemplate } from './edit-link';
import { junit } from './junit';
import { remember, siteHistory } from './known-history';
import { pagesFolder } from './pages-folder';
import { summaryJson } from './summary-json';

export interface OutputOptions {
  /** Where everything goes; it is made when it does not exist. */
  folder: string;
  now: Date;
  /** DUMONT_EDIT_URL is read from it. */
  env: Environment;
}

export interface Written {
  /** Paths of what was written, relative to the folder. */
  paths: string[];
  /** One sentence for each output that could not be made; the others were. */
  failures: string[];
  /** What the run says of every promise, compared with earlier runs. */
  conformity: Conformity;
}

/** Said alone, and the run fails: what it was run for is not there. */
export const DISK_FULL = 'O disco está cheio: os relatórios que faltavam ficaram como a execução anterior os deixou.';

/** Writes all that is made from a run: history, conformity, documentation, dashboard, coverage, Markdown, summaries for programs. What cannot be made keeps nothing else from it. */
export function writeOutputs(run: Run, { folder, now, env }: OutputOptions): Written {
  const written: Omit<Written, 'conformity'> = { paths: [], failures: [] };
  const pages = path.relative(folder, pagesFolder(run, folder));
  let isFull = false;
  const make = <T>(name: string, work: (target: string) => T): T | null => {
    if (isFull) return null;
    try {
      const result = work(path.join(folder, name));
      written.paths.push(name);
      return result;
    } catch (error) {
      if (isDebugging(env)) console.error(error);
      isFull = (error as NodeJS.ErrnoException).code === 'ENOSPC';
      if (isFull) written.failures.push(DISK_FULL);
      else written.failures.push(`${name} não pôde ser gravado: ${whyOf(error).replace(/\.$/, '')}.`);
      return null;
    }
  };

  make('.', (target) => mkdirSync(target, { recursive: true }));
  const known = make('history.jsonl', (file) => remember(run, file));
  const line = known ?? new ComparableRuns([]);
  const conformity = conformityOf(run, line, listed(run, env, written.failures));
  const context = { ...contextOf(run, known, now, env, written.failures), conformity };
  const page = <T>(name: string, work: (target: string) => T): T | null => make(path.join(pages, name), work);
  if (pages !== '') make(path.join(pages, '.'), (target) => mkdirSync(target, { recursive: true }));
  if (!run.dryRun) {
    page('conformidade.json', (file) => replaceFile(file, conformityJson(conformity)));
    page('conformidade.md', (file) => replaceFile(file, conformityMarkdown(conformity, run.startedAt)));
    const deviations = deviationsMarkdown(conformity, run.startedAt);
    if (deviations !== null) page('desvios.md', (file) => replaceFile(file, deviations));
    else rmSync(path.join(folder, pages, 'desvios.md'), { force: true }); // that of an earlier run says nothing of this one
    page('conformidade.junit.xml', (file) => replaceFile(file, conformityJunit(conformity)));
  }
  const measure = (file: string): Coverage => {
    const measured = coverageOf(run, loadContract());
    replaceFile(file, coverageJson(measured));
    return measured;
  };
  const coverage = run.dryRun ? null : page('cobertura.json', measure); // a dry run exercises nothing
  const coverageText = coverage ? coverageMarkdown(coverage) : undefined;
  if (coverageText !== undefined) page('cobertura.md', (file) => replaceFile(file, coverageText));
  page('jornadas.md', (file) => replaceFile(file, journeysMarkdown(run, { now, coverageMarkdown: coverageText })));
  page('documentacao', (target) => replaceFolder(target, documentation(run, context), isOurPage));
  page('documentacao.html', (file) => replaceFile(file, singleFile(run, context)));
  page('painel', (target) =>
    replaceFolder(target, [{ name: 'index.html', content: dashboard({ run, line, conformity, coverage, now }) }], isOurPage),
  );
  make('resumo.json', (file) => replaceFile(file, summaryJson(run, conformity)));
  make('junit.xml', (file) => replaceFile(file, junit(run)));
  const paths = written.paths.filter((name) => name !== '.' && name !== pages);
  return { ...written, paths, conformity };
}

function contextOf(
  run: Run,
  line: ComparableRuns | null,
  now: Date,
  env: Environment,
  failures: string[],
): Omit<SiteContext, 'conformity'> {
  const related = [{ label: 'Painel: tendência, cobertura e o que mudou', href: '../painel/index.html' }];
  return {
    now,
    history: line && siteHistory(line),
    editTemplate: edit(run, env, failures),
    related,
    explainStep: stepExplainer(run, process.cwd()),
  };
}

/** A list that nobody understands costs what is known, not the reports. */
function listed(run: Run, env: Environment, failures: string[]): KnownDeviations | null {
  try {
    return knownOfRun(run, env);
  } catch (error) {
    failures.push(whyOf(error));
    return null;
  }
}

/** A wrong setting costs the links, not the documentation. */
function edit(run: Run, env: Environment, failures: string[]): string | null {
  try {
    return editTemplate(run, env.DUMONT_EDIT_URL);
  } catch (error) {
    failures.push((error as Error).message);
    return editTemplate(run, undefined);
  }
}
