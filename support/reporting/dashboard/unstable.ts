import { type Fragment, type Html, html } from '../../shared/html';
import { count, list } from '../../shared/words';
import { UNSTABLE_WINDOW } from '../history/comparable-runs';
import type { Unstable } from '../history/unstable';
import { namesAbove } from '../model/groups';
import { outcomeOf, scenariosOf } from '../model/outcome';
import { GROUPS } from '../model/outcome-table';
import type { Scenario } from '../model/run';
import { type Mark, strip } from './charts/strip';
import { type DashboardFacts, Evidence } from './facts';
import { stamp } from './moments';

const SHOWN = 20;

/** Scenarios that do not always end alike: in this run, and over the last ones. Nothing when there are none. */
export function unstable(facts: DashboardFacts): Fragment {
  const { run, line } = facts;
  if (run.dryRun) return null;
  const known = line.unstable();
  const keys = new Set(known.map(({ scenario }) => scenario.key));
  const now = scenariosOf(run).filter((scenario) => outcomeOf(scenario) === 'flaky');
  const fresh = now.filter(({ key }) => !keys.has(key));
  const amount = fresh.length + known.length;
  if (amount === 0) return null;
  const window = Math.min(UNSTABLE_WINDOW, line.runs.length);
  const told = [
    now.length > 0 && `${count(now.length, 'cenário só passou', 'cenários só passaram')} ao tentar de novo nesta execução.`,
    known.length > 0 &&
      `${window === 1 ? 'Na última execução' : `Nas últimas ${window} execuções`}, ${count(known.length, 'não terminou', 'não terminaram')} sempre do mesmo jeito.`,
  ]
    .filter((sentence) => sentence !== false)
    .join(' ');
  const evidence = new Evidence(run);
  const nowKeys = new Set(now.map(({ key }) => key));
  const shownFresh = fresh.slice(0, SHOWN);
  const shownKnown = known.slice(0, SHOWN - shownFresh.length);
  const items = [
    ...shownFresh.map((scenario) => freshItem(facts, evidence, scenario)),
    ...shownKnown.map((one) => knownItem(facts, evidence, one, nowKeys)),
  ];
  return html`<section aria-labelledby="instaveis"><h2 id="instaveis">Cenários instáveis</h2>
<p class="note">${told}</p>
<ul class="unstable">${items}</ul>
${amount > SHOWN && html`<p class="note">E mais ${count(amount - SHOWN, 'cenário', 'cenários')}.</p>`}</section>`;
}

function freshItem({ run }: DashboardFacts, evidence: Evidence, scenario: Scenario): Html {
  const journey = run.journeys.find(({ scenarios }) => scenarios.includes(scenario))?.name ?? '';
  return html`<li><p class="name">${linked(evidence, scenario.key, scenario.name)}</p><p class="where">${[journey, ...namesAbove(scenario)].filter(Boolean).join(' › ')}</p>
<p>Só passou na tentativa ${scenario.attempts.length} desta execução.</p></li>`;
}

function knownItem({ line }: DashboardFacts, evidence: Evidence, one: Unstable, now: ReadonlySet<string>): Html {
  const { scenario, retried, switches, last, strip: groups } = one;
  const runs = line.runs.slice(-groups.length);
  const marks = groups.map((group, index): Mark => {
    const at = runs[index]?.at;
    return { group, told: `${at ? stamp(at) : ''}: ${group ? GROUPS[group].one : 'fora da execução'}` };
  });
  const isNow = now.has(scenario.key);
  const told = [
    retried > 0 &&
      `só passou ao tentar de novo em ${count(retried, 'execução', 'execuções')}${isNow ? ' (esta entre elas)' : ''}`,
    switches > 0 && `trocou de estado ${count(switches, 'vez', 'vezes')}`,
  ].filter((part) => part !== false);
  return html`<li><p class="name">${linked(evidence, scenario.key, scenario.name)}</p><p class="where">${[scenario.journey, scenario.rule].filter(Boolean).join(' › ')}</p>
<p>${strip(marks)}</p><p>${capital(list(told))}; a última vez em <time datetime="${last.toISOString()}">${stamp(last)}</time>.</p></li>`;
}

function linked(evidence: Evidence, key: string, name: string): Fragment {
  const href = evidence.hrefOf(key);
  return href ? html`<a href="${href}">${name}</a>` : name;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
