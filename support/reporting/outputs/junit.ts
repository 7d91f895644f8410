import { type Fragment, type Html, html, raw, render } from '../../shared/html';
import { inXml } from '../../shared/xml';
import { isFailure, outcomeOf, scenariosOf } from '../model/outcome';
import type { Attempt, Run, Scenario } from '../model/run';
import { failuresOf, remark, stepTitle } from '../text/explain';

/** `junit.xml`: each scenario a test case, by its last attempt. One that nobody started counts as skipped. */
export function junit(run: Run): string {
  const scenarios = scenariosOf(run);
  const time = run.startedAt && run.finishedAt ? run.finishedAt.getTime() - run.startedAt.getTime() : 0;
  const failures = scenarios.filter((scenario) => isFailure(outcomeOf(scenario))).length;
  const skipped = scenarios.filter((scenario) => wasSkipped(scenario)).length;
  const cases = run.journeys.flatMap(({ name, scenarios: own }) => own.map((scenario) => testCase(scenario, name)));
  return render(html`${raw('<?xml version="1.0" encoding="UTF-8"?>')}
<testsuite name="Cucumber" time="${seconds(time)}" tests="${scenarios.length}" skipped="${skipped}" failures="${failures}" errors="0" timestamp="${run.startedAt?.toISOString() ?? ''}">
${cases}</testsuite>
`);
}

function testCase(scenario: Scenario, journey: string): Html {
  const { name, rule, theme, attempts, example } = scenario;
  const last = attempts.at(-1);
  const row = example.length > 0 ? ` (${example.map(({ value }) => value).join(', ')})` : '';
  const whole = `${rule ? `${rule.name} - ` : ''}${name}${row}`;
  const classname = inXml(theme?.name ?? journey);
  return html`<testcase classname="${classname}" name="${inXml(whole)}" time="${seconds(last?.durationMs ?? 0)}">${outcome(scenario)}<system-out>${inXml(last ? stepsOf(last) : '')}</system-out></testcase>
`;
}

function outcome(scenario: Scenario): Fragment {
  if (wasSkipped(scenario)) return html`<skipped message="${inXml(remark(scenario))}"/>`;
  const last = scenario.attempts.at(-1);
  if (!last || !isFailure(outcomeOf(scenario))) return null;
  const failures = failuresOf(scenario, last);
  const [first] = failures;
  const text = failures.map(({ title, place, reason }) => `${title} (${place})\n${reason}`).join('\n\n');
  return html`<failure type="${inXml(first?.step.error?.type ?? first?.step.status ?? '')}" message="${inXml(first?.reason.split('\n')[0] ?? '')}">${inXml(text)}</failure>`;
}

function wasSkipped(scenario: Scenario): boolean {
  return ['skipped', 'not-run'].includes(outcomeOf(scenario));
}

function stepsOf({ steps }: Attempt): string {
  return steps
    .filter(({ kind }) => kind === 'step')
    .map((step) => `${stepTitle(step)} ... ${step.status.toLowerCase()}`)
    .join('\n');
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
