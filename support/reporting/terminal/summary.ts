import { parseSentence } from '../../shared/tool-sentences';
import { visible } from '../../shared/visible';
import { count, duration } from '../../shared/words';
import type { Conformity } from '../conformity/conformity';
import { isFailure, outcomeOf, scenariosOf, skipReason, totalsOf } from '../model/outcome';
import type { Attempt, Journey, Run, Scenario } from '../model/run';
import { contractStory } from '../text/contract';
import { failuresOf, runAgain } from '../text/explain';
import { headline, totalsSentence } from '../text/headline';
import { journeyTable } from './journey-table';
import { indent, mark } from './marks';
import type { Palette } from './palette';
import { hookFailureLines, scenarioPath } from './progress';
import { promiseLines, promisesSentence } from './promises';

const NAMES_OF_NOT_RUN = 10;
const CONTRACT_LINES = 20;

export interface SummaryOptions {
  palette: Palette;
  /** Paths of the other reports of the run, to be pointed at. */
  reports: readonly string[];
  /** Stack traces after the error messages. */
  withStacks: boolean;
  /** What the run says of every promise. */
  conformity: Conformity;
}

/** What the terminal says when the run is over: failures with how to run them again, one table of journeys, the promises, totals, reports. */
export function summary(run: Run, options: SummaryOptions): string {
  const sections = [
    parseErrors(run, options),
    failures(run, options),
    snippets(run, options),
    unstable(run, options),
    skips(run, options),
    notRun(run, options),
    hookFailures(run, options),
    unknownTypes(run, options),
    contract(run, options),
    journeys(run, options),
    promises(options),
    closing(run, options),
  ];
  return `\n${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function parseErrors(run: Run, { palette }: SummaryOptions): string {
  if (run.parseErrors.length === 0) return '';
  const lines = run.parseErrors.map(({ uri, message }) => {
    const { line, text } = parseSentence(message);
    return `${palette.red('✘')} ${line === null ? uri : `${uri}:${line}`}\n${indent(visible(text), 4)}`;
  });
  return section('Erros de escrita', lines, palette);
}

function failures(run: Run, options: SummaryOptions): string {
  const broken = withJourney(run, (scenario) => isFailure(outcomeOf(scenario)));
  const { palette } = options;
  const entries = broken.map(({ journey, scenario }, index) => {
    const attempts = scenario.attempts.length > 1 ? ` (${scenario.attempts.length} tentativas)` : '';
    const why = brokenStepLines(scenario, scenario.attempts.at(-1), options);
    return [
      `${palette.bold(`${index + 1}) ${visible(journey.name)}`)}`,
      scenario.theme ? `   ${scenario.theme.keyword}: ${visible(scenario.theme.name)}` : '',
      scenario.rule ? `   ${scenario.rule.keyword}: ${visible(scenario.rule.name)}` : '',
      `   ${scenario.keyword}: ${visible(scenario.name)}${attempts}`,
      `   ${palette.dim(`${scenario.uri}:${scenario.line}`)}`,
      why,
      why.includes(runAgain(scenario)) ? '' : `   Rodar de novo: ${palette.bold(runAgain(scenario))}`, // the message may say it itself
    ]
      .filter((line) => line !== '')
      .join('\n');
  });
  return entries.length > 0 ? `${palette.bold('Falhas')}\n\n${entries.join('\n\n')}` : '';
}

/** For each step that nobody defined a definition to begin with, once however many scenarios have it. */
function snippets(run: Run, { palette }: SummaryOptions): string {
  const lasts = scenariosOf(run).flatMap(({ attempts }) => attempts.at(-1) ?? []);
  const advice = new Set(lasts.flatMap(({ steps }) => steps.flatMap((step) => step.advice ?? [])));
  const codes = new Set([...advice].map(({ snippet }) => indent(visible(snippet), 3)));
  if (codes.size === 0) return '';
  const title = 'Passos por definir, para quem programa (cole num arquivo de step-definitions/)';
  return `${palette.bold(title)}\n\n${palette.dim([...codes].join('\n\n'))}`;
}

function brokenStepLines(scenario: Scenario, attempt: Attempt | undefined, { palette, withStacks }: SummaryOptions): string {
  if (!attempt) return '';
  const steps = failuresOf(scenario, attempt).map(({ step, title, place, reason }) => {
    const stack = withStacks ? stackFrames(step.error?.stack ?? '') : '';
    return [`   ${palette.red('✘')} ${title}  ${palette.dim(place)}`, indent(palette.red(reason), 6), stack]
      .filter((line) => line !== '')
      .join('\n');
  });
  return steps.length > 0 ? steps.join('\n') : '   O fim deste cenário não foi registrado.';
}

function stackFrames(stack: string): string {
  const frames = stack.split('\n').filter((line) => /^\s*at /.test(line));
  return indent(frames.map((frame) => frame.trim()).join('\n'), 8);
}

function unstable(run: Run, options: SummaryOptions): string {
  const { palette } = options;
  const entries = withJourney(run, (scenario) => outcomeOf(scenario) === 'flaky').map(({ journey, scenario }) =>
    [
      `${mark('flaky', palette)} ${scenarioPath(journey, scenario, palette)}  ${palette.dim(`${scenario.uri}:${scenario.line}`)}`,
      `   só passou na tentativa ${scenario.attempts.length}; antes disso:`,
      ...scenario.attempts.slice(0, -1).map((attempt) => brokenStepLines(scenario, attempt, options)),
    ].join('\n'),
  );
  return section('Instáveis', entries, palette);
}

function skips(run: Run, { palette }: SummaryOptions): string {
  if (run.dryRun) return '';
  const byReason = new Map<string, number>();
  for (const scenario of scenariosOf(run)) {
    const last = scenario.attempts.at(-1);
    if (!last || outcomeOf(scenario) !== 'skipped') continue;
    const reason = visible(skipReason(last) ?? 'sem motivo registrado');
    byReason.set(reason, (byReason.get(reason) ?? 0) + 1);
  }
  const lines = [...byReason].map(
    ([reason, times]) => `${mark('skipped', palette)} ${count(times, 'cenário', 'cenários')}: ${reason}`,
  );
  return section('Pulados', lines, palette);
}

function notRun(run: Run, { palette }: SummaryOptions): string {
  const waiting = withJourney(run, (scenario) => outcomeOf(scenario) === 'not-run');
  const lines = waiting
    .slice(0, NAMES_OF_NOT_RUN)
    .map(({ journey, scenario }) => `${mark('not-run', palette)} ${scenarioPath(journey, scenario, palette)}`);
  if (waiting.length > NAMES_OF_NOT_RUN) lines.push(`  e mais ${waiting.length - NAMES_OF_NOT_RUN}`);
  return section('Não rodaram', lines, palette);
}

function hookFailures(run: Run, { palette }: SummaryOptions): string {
  const lines = run.hookFailures.map((failure) => {
    const times = failure.times > 1 ? palette.dim(`\n    em ${failure.times} processos`) : '';
    return hookFailureLines(failure, palette) + times;
  });
  return section('Fora dos cenários', lines, palette);
}

function unknownTypes(run: Run, { palette }: SummaryOptions): string {
  const lines = run.unknownParameterTypes.map(
    ({ expression, name }) => `${palette.red('?')} ${visible(expression)}: o tipo {${visible(name)}} não existe`,
  );
  return section('Expressões que não valem', lines, palette);
}

function contract(run: Run, { palette }: SummaryOptions): string {
  const lines = contractStory(run)?.lines ?? [];
  const shown = lines.slice(0, CONTRACT_LINES).map((line) => `${palette.yellow('!')} ${line}`);
  if (lines.length > shown.length) shown.push(`  e mais ${lines.length - shown.length}, no relatório HTML`);
  return section('Fora do contrato', shown, palette);
}

function journeys(run: Run, { palette }: SummaryOptions): string {
  return run.journeys.length > 0 ? journeyTable(run, palette).join('\n') : '';
}

function promises({ conformity, palette }: SummaryOptions): string {
  return section('Promessas que não valem ou não foram verificadas', promiseLines(conformity, palette), palette);
}

function closing(run: Run, { palette, reports, conformity }: SummaryOptions): string {
  const totals = totalsOf(scenariosOf(run));
  const commands = count(totals.commands, 'comando documentado executado', 'comandos documentados executados');
  const took = run.startedAt && run.finishedAt ? ` · ${duration(run.finishedAt.getTime() - run.startedAt.getTime())}` : '';
  return [
    palette.bold(promisesSentence(conformity)),
    palette.bold(headline(run)),
    totals.scenarios > 0 && !run.dryRun ? `${totalsSentence(totals)} · ${commands}${took}` : '',
    totals.scenarios > 0 && run.dryRun ? count(totals.scenarios, 'cenário prometido', 'cenários prometidos') : '',
    palette.yellow(contractStory(run)?.title ?? ''),
    reports.length > 0 ? palette.dim(`Relatórios: ${reports.join(', ')}`) : '',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function section(title: string, entries: readonly string[], palette: Palette): string {
  return entries.length > 0 ? `${palette.bold(title)}\n${entries.join('\n')}` : '';
}

function withJourney(run: Run, wanted: (scenario: Scenario) => boolean): { journey: Journey; scenario: Scenario }[] {
  return run.journeys.flatMap((journey) => journey.scenarios.filter(wanted).map((scenario) => ({ journey, scenario })));
}
