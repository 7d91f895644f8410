import { type Fragment, type Html, html } from '../../shared/html';
import { count, list } from '../../shared/words';
import type { RecordedRun, RecordedScenario } from '../history/recorded-run';
import type { ScenarioPair } from '../history/renamed';
import type { SpecChanges } from '../history/spec-changes';
import { GROUPS } from '../model/outcome-table';
import { badge } from '../site/badge';
import { shortCommit } from '../text/commit';
import { diffLines } from './diff';
import { type DashboardFacts, Evidence, isRecorded } from './facts';
import { stamp } from './moments';

const SHOWN = 40;

/** What changed in the specification and in its states since the last run and since the last release. Nothing without an earlier run. */
export function changes(facts: DashboardFacts): Fragment {
  if (!isRecorded(facts)) return null;
  const { line, run } = facts;
  const [previous, release] = [line.changesSincePrevious, line.changesSinceRelease];
  if (!previous && !release) return null;
  const evidence = new Evidence(run);
  const same = previous?.before.record.id === release?.before.record.id;
  return html`<section aria-labelledby="mudancas"><h2 id="mudancas">O que mudou na especificação</h2>
${previous && since('Desde a execução anterior', previous, evidence)}
${release && !same && since(`Desde a versão ${release.before.record.release ?? ''}`, release, evidence)}</section>`;
}

function since(title: string, found: SpecChanges, evidence: Evidence): Html {
  const { added, removed, reworded, renamed, changed } = found;
  const summary = [
    added.length > 0 && count(added.length, 'cenário novo', 'cenários novos'),
    removed.length > 0 && count(removed.length, 'retirado', 'retirados'),
    reworded.length > 0 && count(reworded.length, 'reescrito', 'reescritos'),
    renamed.length > 0 && count(renamed.length, 'renomeado ou movido', 'renomeados ou movidos'),
    changed.length > 0 && count(changed.length, 'mudou de estado', 'mudaram de estado'),
  ].filter((part) => part !== false);
  return html`<h3>${title} <span class="took">(${when(found.before)})</span></h3>
<p>${summary.length > 0 ? list(summary) : 'Nada mudou'}.</p>
${part('Mudaram de estado', changed, (one) => stateItem(one, evidence))}
${part('Novos', added, (scenario) => html`${name(scenario, evidence)}`)}
${part('Reescritos', reworded, (pair) => rewordedItem(pair, evidence))}
${part('Renomeados ou movidos', renamed, (pair) => renamedItem(pair, evidence))}
${part('Retirados', removed, (scenario) => html`${name(scenario, evidence)}`)}`;
}

function part<Item>(title: string, items: readonly Item[], show: (item: Item) => Html): Fragment {
  if (items.length === 0) return null;
  return html`<h4>${title}</h4><ul class="changes">${items.slice(0, SHOWN).map((item) => html`<li>${show(item)}</li>\n`)}</ul>${
    items.length > SHOWN && html`<p class="note">E mais ${count(items.length - SHOWN, 'cenário', 'cenários')}.</p>`
  }`;
}

function stateItem({ scenario, from, to }: SpecChanges['changed'][number], evidence: Evidence): Html {
  return html`${name(scenario, evidence)}<p class="states">${badge(from, GROUPS[from].one)} <span aria-hidden="true">→</span><span class="quiet">, agora </span> ${badge(to, GROUPS[to].one)}</p>`;
}

function renamedItem({ before, after }: ScenarioPair, evidence: Evidence): Html {
  return html`${name(after, evidence)}<p class="where">antes: ${pathOf(before)} › ${before.name}</p>`;
}

function rewordedItem({ before, after }: ScenarioPair, evidence: Evidence): Html {
  const lines = diffLines(linesOf(before), linesOf(after));
  if (lines === null) return name(after, evidence);
  return html`${name(after, evidence)}<details><summary>Ver o que mudou no texto</summary><ol class="diff">${lines.map(
    ({ is, text }) =>
      html`<li class="${is}">${is === 'gone' ? html`<del>${text}</del>` : is === 'new' ? html`<ins>${text}</ins>` : text}</li>`,
  )}</ol></details>`;
}

/** Rows of tables and lines of texts by themselves: a step of which one row changed is not all new. */
function linesOf({ steps }: RecordedScenario): string[] {
  return steps.flatMap((step) => step.split('\n'));
}

function name(scenario: RecordedScenario, evidence: Evidence): Html {
  const href = evidence.hrefOf(scenario.key);
  return html`<p class="name">${href ? html`<a href="${href}">${scenario.name}</a>` : scenario.name}</p><p class="where">${pathOf(scenario)}</p>`;
}

function pathOf({ journey, rule }: RecordedScenario): string {
  return [journey, rule].filter(Boolean).join(' › ');
}

function when({ at, record }: RecordedRun): Html {
  const commit = record.commit === null ? '' : `, ${shortCommit(record.commit)}`;
  return html`<time datetime="${at.toISOString()}">${stamp(at)}</time>${commit}`;
}
