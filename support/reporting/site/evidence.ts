import { type Fragment, type Html, html } from '../../shared/html';
import { duration, moment } from '../../shared/words';
import { attemptOutcome, isFailure, outcomeOf, skipReason } from '../model/outcome';
import { OUTCOMES } from '../model/outcome-table';
import type { Attempt, Scenario } from '../model/run';
import { shortCommit } from '../text/commit';
import { failuresOf, runAgain } from '../text/explain';
import { age } from './age';
import { editHref, scenarioAnchor, sourceHref } from './links';
import { masked } from './marks';
import { evidenceOf, type Site } from './site';
import { attemptSteps, plannedSteps } from './steps';

/** What a scenario did: why it failed, earlier attempts, steps and commands, where it is. What it promises, when it did not run. */
export function scenarioEvidence(site: Site, scenario: Scenario): Html {
  const last = scenario.attempts.at(-1);
  if (site.run.dryRun || !last) return html`${notRun(site, scenario)}${plannedSteps(scenario.plan)}${places(site, scenario)}`;
  const earlier = scenario.attempts.slice(0, -1);
  return html`${remark(site, scenario, last)}${failure(scenario, last)}${earlier.map((attempt, index) =>
    earlierAttempt(site, scenario, attempt, index + 1),
  )}${attemptSteps(last, evidenceOf(site, scenario))}${places(site, scenario)}`;
}

function earlierAttempt(site: Site, scenario: Scenario, attempt: Attempt, number: number): Html {
  return html`<details class="fold attempt"><summary>Tentativa ${number} de ${scenario.attempts.length}: ${
    OUTCOMES[attemptOutcome(attempt)].word
  }</summary>${failure(scenario, attempt)}${attemptSteps(attempt, evidenceOf(site, scenario))}</details>`;
}

function failure(scenario: Scenario, attempt: Attempt): Fragment {
  return failuresOf(scenario, attempt).map(
    ({ title, place, reason }) =>
      html`<div class="failure"><p class="step-of">${title}</p><pre>${reason}</pre><p><code>${place}</code></p></div>`,
  );
}

function remark(site: Site, scenario: Scenario, last: Attempt): Fragment {
  const outcome = outcomeOf(scenario);
  if (outcome === 'flaky') return html`<p class="remark">Só passou na tentativa ${scenario.attempts.length}.</p>`;
  if (outcome !== 'skipped') return null;
  const reason = skipReason(last);
  return html`${reason && html`<p class="remark">Pulado: ${masked(reason.replace(/\.$/, ''))}.</p>`}${lastEvidence(site, scenario)}`;
}

function notRun(site: Site, scenario: Scenario): Fragment {
  if (site.run.dryRun) return null;
  return html`<p class="remark">Não rodou nesta execução.</p>${lastEvidence(site, scenario)}`;
}

function lastEvidence({ context: { history, now } }: Site, { key }: Scenario): Fragment {
  const known = history?.lastEvidence(key);
  if (!known) return null;
  return html`<p class="hint">Na última vez em que rodou, ${age(known.at, now)} (${moment(known.at)}${
    known.commit && html`, versão <code>${shortCommit(known.commit)}</code>`
  }): ${OUTCOMES[known.outcome].word}.</p>`;
}

function places({ run, context }: Site, scenario: Scenario): Html {
  const { uri, line } = scenario;
  const source = sourceHref(run.runInfo, uri, line);
  const edit = editHref(context.editTemplate, run.runInfo, uri, line);
  const place = html`<code>${uri}:${line}</code>`;
  const which = (word: string): Html => html`<span class="quiet"> ${word}${scenario.name}</span>`;
  return html`<ul class="places"><li>${source ? html`<a href="${source}">${place}</a>` : place}</li>
${edit && html`<li class="links-of-place"><a href="${edit}">Editar${which('')}</a></li>`}
<li class="links-of-place"><a href="#${scenarioAnchor(scenario)}">Link direto${which('para ')}</a></li>
<li>${run.dryRun ? 'Rodar' : 'Rodar de novo'}: <code>${runAgain(scenario)}</code></li></ul>`;
}

/** True for a scenario that is to be seen unfolded. */
export function needsAttention({ run }: Site, scenario: Scenario): boolean {
  return !run.dryRun && isFailure(outcomeOf(scenario));
}

/** The time of all attempts; nothing where nobody ran. */
export function took({ run }: Site, { attempts }: Scenario): Fragment {
  if (run.dryRun || attempts.length === 0) return null;
  return html`<span class="took">${duration(attempts.reduce((sum, { durationMs }) => sum + (durationMs ?? 0), 0))}</span>`;
}
