import { type Fragment, type Html, html } from '../../shared/html';
import type { RunInfo } from '../../shared/messages/run-info';
import { duration, moment } from '../../shared/words';
import type { Run } from '../model/run';
import { shortCommit, UNSAVED, webAddress } from '../text/commit';
import { age } from './age';

/**
 * The foot of every page: which run this is the evidence of, how old it is, what ran against what.
 * @param now when the page is made
 */
export function runFooter(run: Run, now: Date): Html {
  const { runInfo } = run;
  const facts: readonly [label: string, value: Fragment][] = [
    [run.dryRun ? 'Documento de' : 'Evidência de', run.startedAt && whenRun(run.startedAt, now)],
    ['Duração', !run.dryRun && run.startedAt && run.finishedAt && duration(run.finishedAt.getTime() - run.startedAt.getTime())],
    ['Versão', runInfo ? commitOf(runInfo) : run.ci?.revision && shortCommit(run.ci.revision)],
    ['Ramo', runInfo?.branch ?? run.ci?.branch],
    ['Alvo', runInfo?.target],
    ['CLI', runInfo?.cli],
    ['Ambiente', runInfo?.environment],
    ['Ferramentas', toolsBeside(runInfo, run.tools).join(', ')],
    ['CI', run.ci && ciOf(run.ci)],
  ];
  return html`<footer class="run-facts"><h2>Sobre esta execução</h2><dl>${facts.map(
    ([label, value]) => value && html`<div><dt>${label}</dt><dd>${value}</dd></div>`,
  )}</dl></footer>`;
}

/** A moment with its zone and how long ago that is; the page's script keeps the age right when the page itself grows old. */
export function whenRun(then: Date, now: Date): Html {
  const iso = then.toISOString();
  return html`<time datetime="${iso}">${moment(then)}</time> <span class="age" data-since="${iso}">(${age(then, now)})</span>`;
}

/** The first digits of a commit, with a link to it where the repository is known. */
export function commitOf({ commit, repository, dirty, release }: RunInfo): Fragment {
  if (!commit) return null;
  const short = html`<code>${shortCommit(commit)}</code>`;
  const base = webAddress(repository);
  const linked = base ? html`<a href="${base}/commit/${commit}">${short}</a>` : short;
  return html`${release && html`${release}, `}${linked}${dirty && ` ${UNSAVED}`}`;
}

/** The environment of the run information already names Node.js. */
function toolsBeside(runInfo: RunInfo | null, tools: readonly string[]): readonly string[] {
  return runInfo?.environment.includes('Node.js') ? tools.filter((tool) => !/^node\.js /i.test(tool)) : tools;
}

function ciOf({ name, url }: NonNullable<Run['ci']>): Fragment {
  const address = webAddress(url);
  return address ? html`<a href="${address}">${name}</a>` : name;
}
