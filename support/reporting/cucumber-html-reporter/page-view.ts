import { duration, moment } from '../../shared/words';
import { namesAbove } from '../model/groups';
import { isFailure, journeyGroup, outcomeOf, scenariosOf, totalsOf } from '../model/outcome';
import type { Journey, Run, Scenario } from '../model/run';
import { shortCommit, UNSAVED } from '../text/commit';
import { contractStory } from '../text/contract';
import { failuresOf, runAgain } from '../text/explain';
import { figuresOf } from '../text/figures';
import { headline } from '../text/headline';
import { errorSentence, parseSentence } from '../text/tool-sentences';
import type { Assets } from './assets';
import { outcomeBadge } from './badges';
import type { FailureView, JourneyRow, Kind, PageView } from './view';

const TILE_KINDS: Readonly<Record<string, Kind>> = {
  Passaram: 'passed',
  Instáveis: 'flaky',
  Falharam: 'failed',
  'Não automatizados': 'failed',
  'Sem ambiente': 'failed',
  Pulados: 'skipped',
  'Não rodaram': 'not-run',
};

/**
 * The top of the page: outcome, figures, table of journeys, failures.
 * @param anchorOf the id of a journey's or a scenario's place further down
 * @param assets the page's Content-Security-Policy and style sheets
 * @param isBrief what passed is counted, not listed
 */
export function pageView(run: Run, anchorOf: (place: Journey | Scenario) => string, assets: Assets, isBrief: boolean): PageView {
  const all = totalsOf(scenariosOf(run));
  const figures = figuresOf(all);
  return {
    title: 'Jornadas da CLI dumont',
    ...assets,
    headline: headline(run),
    mood: moodOf(run),
    facts: facts(run),
    totals: [
      { label: all.scenarios === 1 ? 'Cenário' : 'Cenários', value: all.scenarios.toLocaleString('pt-BR'), kind: 'plain' },
      ...figures.map((figure) => {
        const value = figure.of(all);
        const label = value === 1 ? figure.one : figure.title;
        return { label, value: value.toLocaleString('pt-BR'), kind: (value > 0 && TILE_KINDS[figure.title]) || 'plain' };
      }),
    ],
    alerts: [...alerts(run), ...(isBrief ? [BRIEF] : [])],
    columns: [...figures.map(({ title }) => title), 'Tempo'],
    journeys: run.journeys.map((journey): JourneyRow => {
      const totals = totalsOf(journey.scenarios);
      return {
        anchor: anchorOf(journey),
        name: journey.name,
        badge: outcomeBadge(journeyGroup(journey)),
        cells: [...figures.map((figure) => figure.of(totals).toLocaleString('pt-BR')), duration(totals.durationMs)],
      };
    }),
    failures: run.journeys.flatMap((journey) =>
      journey.scenarios
        .filter((scenario) => isFailure(outcomeOf(scenario)))
        .map((scenario) => failureView(journey, scenario, anchorOf(scenario))),
    ),
  };
}

function moodOf(run: Run): PageView['mood'] {
  const { failed, undefined: notAutomated, broken, 'not-run': notRun, flaky, passed } = totalsOf(scenariosOf(run));
  const failedOutside = run.parseErrors.length > 0 || run.hookFailures.length > 0 || run.succeeded === false;
  if (failed + notAutomated + broken + notRun > 0 || failedOutside) return 'bad';
  return flaky > 0 || passed === 0 || contractStory(run) !== null ? 'warn' : 'good';
}

const BRIEF = {
  title: 'Resumido',
  text: 'São cenários demais para uma página só: os que passaram estão contados aqui, e listados na documentação (documentacao/index.html).',
};

function facts(run: Run): PageView['facts'] {
  const facts: [string, string | null | undefined][] = [
    ['Quando', run.startedAt && moment(run.startedAt)],
    ['Duração', run.startedAt && run.finishedAt && duration(run.finishedAt.getTime() - run.startedAt.getTime())],
    ['Alvo', run.runInfo?.target],
    ['CLI', run.runInfo?.cli],
    ['Commit', run.runInfo?.commit && `${shortCommit(run.runInfo.commit)}${run.runInfo.dirty ? ` ${UNSAVED}` : ''}`],
    ['Com', run.tools.join(', ')],
    ['CI', run.ci && [run.ci.name, run.ci.url].filter(Boolean).join(' ')],
    ['Versão', run.ci && [run.ci.branch, run.ci.revision].filter(Boolean).join(' ')],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

function alerts(run: Run): PageView['alerts'] {
  return [
    ...run.parseErrors.map(({ uri, message }) => {
      const { line, text } = parseSentence(message);
      return { title: `Erro de escrita em ${line === null ? uri : `${uri}:${line}`}`, text };
    }),
    ...run.hookFailures.map(({ when, location, error, times }) => {
      const what = when === 'BeforeAll' ? 'A preparação da execução falhou' : 'A limpeza da execução falhou';
      const where = times > 1 ? `${location}, em ${times} processos` : location;
      return { title: `${what} (${when}, ${where})`, text: errorSentence(error.message) };
    }),
    ...run.unknownParameterTypes.map(({ expression, name }) => ({
      title: 'Expressão que não vale',
      text: `${expression}: o tipo {${name}} não existe`,
    })),
    ...contractAlert(run),
  ];
}

function contractAlert(run: Run): PageView['alerts'] {
  const story = contractStory(run);
  return story ? [{ title: story.title, text: story.lines.join('\n') }] : [];
}

function failureView(journey: Journey, scenario: Scenario, anchor: string): FailureView {
  const last = scenario.attempts.at(-1);
  return {
    anchor,
    path: [journey.name, ...namesAbove(scenario), scenario.name].filter(Boolean).join(' › '),
    place: `${scenario.uri}:${scenario.line}`,
    again: runAgain(scenario),
    steps: last ? failuresOf(scenario, last).map(({ title, reason }) => ({ title, reason })) : [],
  };
}
