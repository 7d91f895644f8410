import { type Fragment, type Html, html } from '../../shared/html';
import { count, duration } from '../../shared/words';
import { masked } from '../site/marks';
import { type CommandTimes, commandTimes } from './command-times';
import { type DashboardFacts, Evidence } from './facts';

const SHOWN = 10;

/** The commands that take longest. Nothing when none ran. */
export function slowest({ run }: DashboardFacts): Fragment {
  const all = commandTimes(run);
  if (all.length === 0) return null;
  const evidence = new Evidence(run);
  const told =
    all.length > SHOWN
      ? `Os ${SHOWN} de maior mediana entre ${all.length.toLocaleString('pt-BR')} comandos diferentes`
      : count(all.length, 'comando', 'comandos');
  return html`<section aria-labelledby="lentos"><h2 id="lentos">Comandos mais lentos</h2>
<p class="note">${told}; o tempo vai do início ao fim do processo.</p>
<div class="wide" role="region" tabindex="0" aria-label="Tabela dos comandos mais lentos"><table class="full" aria-labelledby="lentos">
<thead><tr><th scope="col">Comando</th><th scope="col" class="number">Vezes</th><th scope="col" class="number">Mediana</th><th scope="col" class="number"><abbr title="95 de cada 100 vezes levou no máximo isto">p95</abbr></th><th scope="col" class="number">Mais lento</th></tr></thead>
<tbody>${all.slice(0, SHOWN).map((one) => row(one, evidence))}</tbody></table></div></section>`;
}

function row({ command, times, medianMs, p95Ms, slowest: { ms, scenario } }: CommandTimes, evidence: Evidence): Html {
  return html`<tr><th scope="row"><code>${masked(command)}</code></th><td class="number">${times.toLocaleString('pt-BR')}</td><td class="number">${duration(medianMs)}</td><td class="number">${duration(p95Ms)}</td><td class="number"><a href="${evidence.hrefOf(scenario.key)}" title="${scenario.name}">${duration(ms)}</a></td></tr>\n`;
}
