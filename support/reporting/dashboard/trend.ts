import { type Fragment, type Html, html } from '../../shared/html';
import { count, duration } from '../../shared/words';
import type { RecordedRun } from '../history/recorded-run';
import type { Totals } from '../model/outcome';
import { FOOT_TO_TOP, GROUPS, URGENT_GROUPS } from '../model/outcome-table';
import { shortCommit } from '../text/commit';
import { totalsSentence } from '../text/headline';
import type { Size } from './charts/frame';
import { durationLine } from './charts/line-chart';
import { legend } from './charts/patterns';
import { stackedBars } from './charts/stacked-bars';
import { type DashboardFacts, isRecorded } from './facts';
import { axisLabels, stamp } from './moments';

/** How many runs a chart shows. */
const SHOWN = 30;
/** One size for all: three side by side on a wide page, one below the other on a telephone, where it fits nearly as it is. */
const SIZE: Size = { width: 340, height: 190 };

/** Results and durations of the last whole runs. */
export function trend(facts: DashboardFacts): Fragment {
  if (facts.run.dryRun) return null;
  const runs = facts.line.trend(SHOWN);
  return html`<section aria-labelledby="tendencia"><h2 id="tendencia">Tendência</h2>
${runs.length < 2 ? toCome(facts, runs.length) : charts(facts, runs)}</section>`;
}

function toCome(facts: DashboardFacts, known: number): Html {
  const which =
    known === 1 && isRecorded(facts)
      ? 'Esta é a primeira execução inteira de que há registro neste alvo e ramo.'
      : `Neste alvo e ramo ${known === 0 ? 'não há registro' : 'há um só registro'} de execução inteira.`;
  return html`<p class="note">${which} A partir da segunda aparecem aqui os resultados e a duração ao longo do tempo; o histórico fica em <code>history.jsonl</code>, ao lado dos relatórios.</p>`;
}

function charts(facts: DashboardFacts, runs: readonly RecordedRun[]): Html {
  const apart = isRecorded(facts) && facts.run.runInfo?.whole === false;
  const hasFailures = runs.some(({ totals }) => URGENT_GROUPS.some((group) => totals[group] > 0));
  return html`${apart && html`<p class="note">Esta execução foi de uma parte da suíte e não entra aqui.</p>`}
${legend(groupsIn(runs))}
<div class="charts">
<figure><figcaption>Cenários por resultado</figcaption>${results(runs)}</figure>
${hasFailures && html`<figure><figcaption>Só os que não passaram</figcaption>${notPassed(runs)}</figure>`}
<figure><figcaption>Duração da execução</figcaption>${durations(runs)}</figure>
</div>
${table(runs)}`;
}

function results(runs: readonly RecordedRun[]): Html {
  const text = { id: 'resultados', title: 'Cenários por resultado', description: resultsTold(runs) };
  return stackedBars(text, SIZE, bars(runs), FOOT_TO_TOP);
}

function notPassed(runs: readonly RecordedRun[]): Html {
  const text = { id: 'problemas', title: 'Cenários que não passaram', description: notPassedTold(runs) };
  return stackedBars(text, SIZE, bars(runs), URGENT_GROUPS);
}

function durations(runs: readonly RecordedRun[]): Html {
  const labels = axisLabels(runs.map(({ at }) => at));
  const points = runs.map(({ at, record }, index) => ({
    label: labels[index] ?? '',
    told: `${stamp(at)}: ${record.ms > 0 ? duration(record.ms) : 'não se sabe'}`,
    value: record.ms > 0 ? record.ms : null,
  }));
  return durationLine({ id: 'duracao', title: 'Duração da execução', description: durationsTold(runs) }, SIZE, points);
}

function bars(runs: readonly RecordedRun[]): Parameters<typeof stackedBars>[2] {
  const labels = axisLabels(runs.map(({ at }) => at));
  return runs.map(({ at, totals }, index) => ({
    label: labels[index] ?? '',
    told: `${stamp(at)}: ${totalsSentence(totals)}`,
    counts: totals,
  }));
}

function resultsTold(runs: readonly RecordedRun[]): string {
  const last = runs.at(-1);
  return `${period(runs)} A última teve ${last ? totalsSentence(last.totals) : ''}.`;
}

function notPassedTold(runs: readonly RecordedRun[]): string {
  const amount = (totals: Totals): number => URGENT_GROUPS.reduce((sum, group) => sum + totals[group], 0);
  const clean = runs.filter(({ totals }) => amount(totals) === 0).length;
  const worst = runs.reduce((most, run) => (amount(run.totals) > amount(most.totals) ? run : most));
  return `${period(runs)} Em ${clean} delas não houve nenhum. A que teve mais foi a de ${stamp(worst.at)}: ${totalsSentence(worst.totals)}.`;
}

function durationsTold(runs: readonly RecordedRun[]): string {
  const known = runs.filter(({ record }) => record.ms > 0).map(({ record }) => record.ms);
  if (known.length === 0) return `${period(runs)} De nenhuma se sabe a duração.`;
  const last = runs.at(-1)?.record.ms ?? 0;
  return `${period(runs)} Entre ${duration(Math.min(...known))} e ${duration(Math.max(...known))}${last > 0 ? `; a última levou ${duration(last)}` : ''}.`;
}

function period(runs: readonly RecordedRun[]): string {
  const [first, last] = [runs.at(0), runs.at(-1)];
  return `${runs.length} execuções, de ${first ? stamp(first.at) : ''} a ${last ? stamp(last.at) : ''}.`;
}

function groupsIn(runs: readonly RecordedRun[]): typeof FOOT_TO_TOP {
  return FOOT_TO_TOP.filter((group) => runs.some(({ totals }) => totals[group] > 0));
}

/** What all three charts show, newest first. */
function table(runs: readonly RecordedRun[]): Html {
  const groups = groupsIn(runs);
  return html`<details><summary>Os números dos gráficos</summary>
<p class="note">${count(runs.length, 'execução inteira', 'execuções inteiras')}, a mais nova primeiro.</p>
<div class="wide" role="region" tabindex="0" aria-label="Os números dos gráficos"><table class="numbers" aria-label="Os números dos gráficos">
<thead><tr><th scope="col">Quando</th><th scope="col">Versão</th><th scope="col" class="number">Cenários</th>${groups.map(
    (group) => html`<th scope="col" class="number">${GROUPS[group].title}</th>`,
  )}<th scope="col" class="number">Duração</th></tr></thead>
<tbody>${[...runs]
    .reverse()
    .map(
      ({ at, record, totals }) =>
        html`<tr><th scope="row"><time datetime="${at.toISOString()}">${stamp(at)}</time></th><td>${versionOf(record)}</td><td class="number">${totals.scenarios.toLocaleString('pt-BR')}</td>${groups.map(
          (group) => html`<td class="number${totals[group] === 0 && ' zero'}">${totals[group].toLocaleString('pt-BR')}</td>`,
        )}<td class="number">${record.ms > 0 ? duration(record.ms) : 'não se sabe'}</td></tr>\n`,
    )}</tbody></table></div></details>`;
}

function versionOf({ release, commit, dirty, ci }: RecordedRun['record']): Fragment {
  const name = [release, commit && shortCommit(commit)].filter(Boolean).join(' · ');
  const known = name === '' ? '–' : `${name}${dirty ? ' (alterada)' : ''}`;
  return ci ? html`<a href="${ci}">${known}</a>` : known;
}
