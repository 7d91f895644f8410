import { type Fragment, type Html, html } from '../../shared/html';
import { count } from '../../shared/words';
import { type Gaps, gapsOf, SHOWN } from './gaps';
import type { Coverage } from './model';
import { COLUMNS, type Row, rowsOf, totalRow } from './rows';
import { coverageSentences } from './sentences';

/** The coverage as a piece of a page: headings from h3 down, to stand under an h2 of the page. Needs no style or script to be read. */
export function coverageHtml(coverage: Coverage): Html {
  return html`<div class="coverage">
${coverage.caveats.map((caveat) => html`<p class="caveat">${caveat}</p>\n`)}<ul class="plain">${coverageSentences(coverage).map(
    (sentence) => html`<li>${sentence}</li>`,
  )}</ul>
${coverage.journeys.length > 0 && journeysPart(coverage)}
${gapsPart(coverage)}
</div>`;
}

function journeysPart(coverage: Coverage): Html {
  return html`<p class="note">O que o documento diz de si (seção “Métricas de Cobertura”, que se dá 100 %) ao lado do que a execução mediu.</p>
<div class="wide" role="region" tabindex="0" aria-label="Cobertura por jornada"><table class="figures" aria-label="Cobertura por jornada">
<thead><tr>${COLUMNS.map((title, index) => html`<th scope="col"${index > 0 && html` class="number"`}>${title}</th>`)}</tr></thead>
<tbody>${rowsOf(coverage).map(tableRow)}</tbody>
<tfoot>${tableRow(totalRow(coverage))}</tfoot>
</table></div>
${differences(coverage)}`;
}

function tableRow({ name, cells }: Row): Html {
  return html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td class="number">${cell}</td>`)}</tr>\n`;
}

function differences({ journeys, total }: Coverage): Fragment {
  const told = [...journeys, { name: 'Total', difference: total.difference }].flatMap(({ name, difference }) =>
    difference === null ? [] : [{ name, difference }],
  );
  if (told.length === 0) return null;
  return html`<details><summary>Por que as contas diferem do documento</summary><dl class="reasons">${told.map(
    ({ name, difference }) => html`<dt>${name}</dt><dd>${difference}</dd>`,
  )}</dl></details>`;
}

function gapsPart(coverage: Coverage): Fragment {
  const gaps = gapsOf(coverage);
  return [
    part('Comandos do contrato que ninguém executou', gaps.operations.length, gaps.operations.map(codeOf)),
    part('Parâmetros e campos que ninguém enviou aos comandos executados', sizeOf(gaps.parameters), fieldItems(gaps.parameters)),
    part('Campos de que não se sabe', sizeOf(gaps.unknown), fieldItems(gaps.unknown)),
    part('Respostas de erro que ninguém recebeu dos comandos executados', repliesIn(gaps.errors), statusItems(gaps.errors)),
    part('Comandos de que se olhou só o status, ou nada', gaps.weak.length, weakItems(gaps.weak)),
    part('Respostas que o contrato não prevê', repliesIn(gaps.surprises), statusItems(gaps.surprises)),
    part(
      'Pedidos fora do contrato',
      coverage.outside.length,
      coverage.outside.map(({ method, path, times }) => html`${codeOf(`${method} ${path}`)}: ${count(times, 'vez', 'vezes')}`),
    ),
  ];
}

function part(title: string, amount: number, items: readonly Fragment[]): Fragment {
  if (items.length === 0) return null;
  return html`<details><summary>${title} <span class="amount">(${amount.toLocaleString('pt-BR')})</span></summary><ul>${items.map(
    (item) => html`<li>${item}</li>`,
  )}</ul></details>\n`;
}

function sizeOf(fields: Gaps['parameters']): number {
  return fields.reduce((sum, { names }) => sum + names.length, 0);
}

function repliesIn(statuses: Gaps['errors']): number {
  return statuses.reduce((sum, { operations }) => sum + operations.length, 0);
}

function fieldItems(fields: Gaps['parameters']): Html[] {
  return fields.map(({ operation, names }) => html`${codeOf(operation)}: ${commas(names)}`);
}

function statusItems(statuses: Gaps['errors']): Html[] {
  return statuses.map(
    ({ status, operations }) =>
      html`<b>${status}</b>, em ${count(operations.length, 'comando', 'comandos')}: ${commas(operations)}`,
  );
}

function weakItems(weak: Gaps['weak']): Fragment[] {
  const shown = weak.slice(0, SHOWN).map(({ command, place, remark }) => html`${codeOf(command)}, em ${place}: ${remark}`);
  return weak.length > SHOWN ? [...shown, `e mais ${count(weak.length - SHOWN, 'comando', 'comandos')}`] : shown;
}

function commas(names: readonly string[]): Fragment {
  return names.map((name, index) => [index > 0 && ', ', codeOf(name)]);
}

function codeOf(text: string): Html {
  return html`<code>${text}</code>`;
}
