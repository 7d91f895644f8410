import type { RuleHeading, Scenario } from './run';

/** Scenarios under the Regra they illustrate (null: under none), in the order of the feature. */
export function byRule(scenarios: readonly Scenario[]): { rule: RuleHeading | null; scenarios: Scenario[] }[] {
  const groups = new Map<RuleHeading | null, Scenario[]>();
  for (const scenario of scenarios) {
    const group = groups.get(scenario.rule);
    if (group) group.push(scenario);
    else groups.set(scenario.rule, [scenario]);
  }
  return [...groups].map(([rule, members]) => ({ rule, scenarios: members }));
}

/** Scenarios in their order, the rows of one outline together that have the same columns and tags; a scenario without Exemplos stands alone. */
export function byOutline(scenarios: readonly Scenario[]): [Scenario, ...Scenario[]][] {
  const groups: [Scenario, ...Scenario[]][] = [];
  let last: string | null = null;
  for (const scenario of scenarios) {
    const outline = outlineOf(scenario);
    if (outline !== null && outline === last) groups.at(-1)?.push(scenario);
    else groups.push([scenario]);
    last = outline;
  }
  return groups;
}

/** What rows that can stand in one table have in common; null outside an outline. Two outlines of one name differ by their first line. */
function outlineOf({ plan, outline, example, tags }: Scenario): string | null {
  if (example.length === 0) return null;
  const line = plan.find((step) => !step.fromBackground)?.line ?? null;
  return JSON.stringify([line, outline, example.map(({ column }) => column), tags]);
}
