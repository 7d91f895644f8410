import { type Fragment, type Html, html } from '../../shared/html';
import { themeOf, themeOrder } from '../../shared/vocabulary/themes';
import { count } from '../../shared/words';
import { groupOf, outcomeOf } from '../model/outcome';
import type { PlannedStep, Scenario, StepDefinitionPlace } from '../model/run';
import { JOURNEY_TAG } from '../model/stanzas';
import { heading } from './heading';
import { page } from './layout';
import { masked } from './marks';
import { hrefOfScenario, type Site } from './site';
import { argument, said } from './steps';

interface Use {
  scenarios: number;
  /** The last scenario counted, so that none counts twice. */
  last: Scenario | null;
  example: { scenario: Scenario; step: PlannedStep; worth: number } | null;
}

/** The catalogue of steps: each with how many scenarios use it and one real example. */
export function stepsPage(site: Site): string {
  const { definitions } = site.run;
  const uses = usesOf(site);
  const unused = definitions.filter((definition) => !uses.has(keyOf(definition))).length;
  return page({
    title: 'Passos',
    section: 'passos',
    root: '',
    body: html`<h1>Catálogo de passos</h1>
<p class="lead">${count(definitions.length, 'passo disponível', 'passos disponíveis')} para escrever cenários${
      unused > 0 &&
      `; ${count(unused, 'não é usado por nenhum cenário desta execução', 'não são usados por nenhum cenário desta execução')}`
    }.</p>
${themesOf(definitions).map(({ file, steps }) => theme(site, file, steps, uses))}`,
    footer: site.footer,
  });
}

function theme(site: Site, file: string, steps: readonly StepDefinitionPlace[], uses: ReadonlyMap<string, Use>): Html {
  const { title, introduction } = themeOf(file);
  return html`<section>${heading(2, html`${title}`)}${introduction !== '' && html`<p class="note">${introduction}</p>`}<ul class="step-catalogue">${steps.map(
    (definition) => entry(site, definition, uses.get(keyOf(definition))),
  )}</ul></section>\n`;
}

function entry({ context, ...site }: Site, definition: StepDefinitionPlace, use: Use | undefined): Html {
  return html`<li><p><code class="expression">${definition.expression}</code></p>${context.explainStep?.(definition)}${
    use ? example({ context, ...site }, use) : html`<p class="unused">Não usado</p>`
  }</li>\n`;
}

function example(site: Site, { scenarios, example: found }: Use): Fragment {
  if (!found) return null;
  const { scenario, step } = found;
  const link = html`<a href="${hrefOfScenario(site, scenario)}">${masked(scenario.name)}</a>`;
  return html`<div class="real">${said(step)}${argument(step)}</div>
<p class="hint">Usado em ${count(scenarios, 'cenário', 'cenários')}, como ${link}.</p>`;
}

function usesOf({ run }: Site): Map<string, Use> {
  const uses = new Map<string, Use>();
  for (const { scenarios } of run.journeys) {
    for (const scenario of scenarios) {
      const worth = Number(scenario.tags.includes(JOURNEY_TAG)) + 2 * Number(groupOf(outcomeOf(scenario)) === 'passed');
      for (const step of scenario.plan) {
        for (const definition of step.definitions) noteUse(uses, definition, { scenario, step, worth });
      }
    }
  }
  return uses;
}

function noteUse(uses: Map<string, Use>, definition: StepDefinitionPlace, example: NonNullable<Use['example']>): void {
  const key = keyOf(definition);
  const use = uses.get(key) ?? { scenarios: 0, last: null, example: null };
  uses.set(key, use);
  if (use.last !== example.scenario) use.scenarios += 1;
  use.last = example.scenario;
  if (!use.example || use.example.worth < example.worth) use.example = example;
}

function keyOf({ expression, location }: StepDefinitionPlace): string {
  return `${location} ${expression}`;
}

function themesOf(definitions: readonly StepDefinitionPlace[]): { file: string; steps: StepDefinitionPlace[] }[] {
  const themes = new Map<string, StepDefinitionPlace[]>();
  for (const definition of definitions) {
    const file = definition.location
      .replace(/:\d+$/, '')
      .replace(/^step-definitions\//, '')
      .replace(/\.[cm]?[jt]s$/, '');
    const theme = themes.get(file);
    if (theme) theme.push(definition);
    else themes.set(file, [definition]);
  }
  return [...themes]
    .map(([file, steps]) => ({ file, steps }))
    .sort((one, other) => themeOrder(themeOf(one.file)) - themeOrder(themeOf(other.file)));
}
