import { type Fragment, type Html, html } from '../../shared/html';
import { count, duration } from '../../shared/words';
import { holdingSentence } from '../conformity/sentences';
import { type Group, journeyGroup, totalsOf } from '../model/outcome';
import { FOOT_TO_TOP, GROUPS } from '../model/outcome-table';
import type { Journey } from '../model/run';
import { badge, groupBadge } from '../site/badge';
import { pageName } from '../site/links';
import { totalsSentence } from '../text/headline';
import { legend } from './charts/patterns';
import { type Mark, strip } from './charts/strip';
import { type DashboardFacts, DOCUMENTATION, isRecorded, recentRuns } from './facts';
import { stamp } from './moments';

/** The state of every journey at a glance, those that a narrowed run left out by what is last known of them. */
export function tiles(facts: DashboardFacts): Html {
  const { run } = facts;
  const absent = run.dryRun ? [] : absentJourneys(facts);
  const items = [
    ...run.journeys.map((journey) => ({ uri: journey.uri, item: tile(facts, journey) })),
    ...absent.map((journey) => ({ uri: journey.uri, item: absentTile(facts, journey) })),
  ].sort((one, other) => one.uri.localeCompare(other.uri, 'pt-BR', { numeric: true }));
  return html`<section aria-labelledby="jornadas"><h2 id="jornadas">${items.length === 1 ? 'A jornada' : `As ${items.length} jornadas`}</h2>
<ul class="tiles">${items.map(({ item }) => item)}</ul>
${stripLegend(facts)}</section>`;
}

function tile(facts: DashboardFacts, journey: Journey): Html {
  const { run } = facts;
  const totals = totalsOf(journey.scenarios);
  const group = journeyGroup(journey);
  const counts = run.dryRun
    ? count(totals.scenarios, 'cenário prometido', 'cenários prometidos')
    : [totalsSentence(totals), totals.durationMs > 0 && html` · <span class="took">${duration(totals.durationMs)}</span>`];
  return html`<li class="tile${!run.dryRun && ` ${group}`}">
<div class="head"><h3><a href="${DOCUMENTATION}${pageName(journey.uri)}">${journey.name}</a></h3>
${!run.dryRun && html`<p>${groupBadge(group)}</p>`}</div>
<p class="counts">${counts}</p>
${promises(facts, journey)}${history(facts, journey.uri)}${since(facts, journey.uri, group)}
</li>`;
}

/** How many of the journey's own promises hold. */
function promises({ conformity }: DashboardFacts, journey: Journey): Fragment {
  const own = conformity.promises.filter((promise) => promise.journey === journey);
  return own.length > 0 && html`<p class="counts">${holdingSentence(own.map(({ verdict }) => verdict))}</p>`;
}

/** In a suite of more journeys than this their strips would be most of the page. */
const TOLD_JOURNEYS = 30;

function history(facts: DashboardFacts, uri: string): Fragment {
  const isTold = facts.run.journeys.length <= TOLD_JOURNEYS;
  const marks = recentRuns(facts).map((recorded): Mark => {
    const group = recorded.journey(uri)?.group ?? null;
    return { group, told: isTold ? `${stamp(recorded.at)}: ${group ? GROUPS[group].journey : 'fora da execução'}` : null };
  });
  return marks.length > 1 && html`<p class="past">${strip(marks)}</p>`;
}

function since(facts: DashboardFacts, uri: string, group: Group): Fragment {
  const known = isRecorded(facts) ? facts.line.journeySince(uri) : null;
  if (!known || known.state !== group || (known.runs === 1 && !known.changed)) return null;
  const time = html`<time datetime="${known.since.toISOString()}">${stamp(known.since)}</time>`;
  const told = known.changed
    ? known.runs === 1
      ? html`Mudou nesta execução`
      : html`Assim desde ${time}, em ${count(known.runs, 'execução', 'execuções')}`
    : html`Assim nas ${count(known.runs, 'execução registrada', 'execuções registradas')}, desde ${time}`;
  return html`<p class="since">${told}</p>`;
}

interface Absent {
  uri: string;
  name: string;
  last: { at: Date; group: Group } | null;
}

function absentJourneys({ run, line }: DashboardFacts): Absent[] {
  const present = new Set(run.journeys.map(({ uri }) => uri));
  const spec = line.trend(1)[0]?.spec;
  return (spec?.journeys ?? [])
    .filter(({ uri }) => !present.has(uri))
    .map(({ uri, name }) => {
      const last = line.runs.findLast((recorded) => recorded.journey(uri) !== null);
      const seen = last?.journey(uri);
      return { uri, name, last: last && seen ? { at: last.at, group: seen.group } : null };
    });
}

function absentTile(facts: DashboardFacts, { uri, name, last }: Absent): Html {
  return html`<li class="tile absent">
<div class="head"><h3>${name}</h3>
<p>${badge('skipped', 'fora desta execução')}</p></div>
${last && html`<p class="counts">Da última vez, ${GROUPS[last.group].journey} (<time datetime="${last.at.toISOString()}">${stamp(last.at)}</time>)</p>`}
${history(facts, uri)}
</li>`;
}

/** What the bars of the strips mean. */
function stripLegend(facts: DashboardFacts): Fragment {
  const runs = recentRuns(facts);
  if (runs.length < 2) return null;
  const met = new Set(runs.flatMap((run) => run.record.journeys.flatMap((journey) => journey?.[0] ?? [])));
  const meaning = `Cada barrinha é uma das últimas ${runs.length} execuções inteiras, a mais nova à direita; quanto mais alta, pior.`;
  return html`<p class="note">${meaning}</p>${met.size > 1 && legend(FOOT_TO_TOP.filter((group) => met.has(group)))}`;
}
