import { type Fragment, type Html, html } from '../../shared/html';
import { duration } from '../../shared/words';
import { groupOf, isBroken } from '../model/outcome';
import { OUTCOMES } from '../model/outcome-table';
import type { PlannedStep, Scenario } from '../model/run';
import { type DocumentedStep, documentedSteps } from '../model/stanzas';
import { explainStep } from '../text/explain';
import { badge } from './badge';
import { heading, wideTable } from './heading';
import { masked, stepText } from './marks';
import type { Site } from './site';

/** The table of the document, made again from the feature and from what happened; nothing when the scenario has no command. */
export function documentTable({ run }: Site, scenario: Scenario, level: number): Fragment {
  const rows = documentedSteps(scenario);
  if (rows.length === 0) return null;
  const results = !run.dryRun;
  return html`<section>${heading(level, 'Comandos da jornada')}
${wideTable(
  'Comandos da jornada',
  html`<table class="document-table full"><caption class="quiet">${results ? CAPTION_WITH_RESULTS : CAPTION}</caption>
<thead><tr><th scope="col">Passo</th><th scope="col">Comando</th><th scope="col">Status</th><th scope="col">Validação</th>
${results && html`<th scope="col">Resultado</th>`}</tr></thead>
<tbody>${rows.map((row) => tableRow(row, results))}</tbody></table>`,
)}</section>`;
}

const CAPTION = 'Passos da jornada, com o que cada comando promete';
const CAPTION_WITH_RESULTS = `${CAPTION} e o que aconteceu`;

function tableRow(row: DocumentedStep, results: boolean): Html {
  const { number, title, command, status } = row;
  return html`<tr><th scope="row">${number}.${title !== '' && html` ${title}`}</th><td><code>${masked(command)}</code></td>
<td>${status}</td><td>${validations(row)}</td>${results && html`<td>${result(row)}</td>`}</tr>\n`;
}

function validations({ validations: steps }: DocumentedStep): Fragment {
  const looking = steps.filter(({ text }) => !text.startsWith('anoto '));
  return looking.length > 0 && html`<ul>${looking.map((step) => html`<li>${stepText(step.text)}${conditions(step)}</li>`)}</ul>`;
}

/** A table below a validation: one line for each of its rows, the header says only what they are. */
function conditions({ table }: PlannedStep): Fragment {
  const rows = table?.slice(1) ?? [];
  return (
    rows.length > 0 &&
    html`<ul class="conditions">${rows.map(([first = '', ...rest]) => html`<li><code>${masked(first)}</code> ${masked(rest.join(' '))}</li>`)}</ul>`
  );
}

function result({ outcome, run, steps }: DocumentedStep): Html {
  const status = run?.exchanges.at(-1)?.status;
  const what =
    run && [status === undefined || status === null ? null : `respondeu ${status}`, duration(run.durationMs)].filter(Boolean);
  const broken = steps.find(isBroken);
  return html`${badge(groupOf(outcome), OUTCOMES[outcome].word)}${what && html` <span class="took">${what.join(' em ')}</span>`}${
    broken && html`<span class="because">${explainStep(broken).split('\n')[0]}</span>`
  }`;
}
