import type { RuleHeading, Scenario, Theme } from './run';

/** Scenarios under the theme whose file they stand in (null: the main file of the journey), in the order of the files. */
export function byTheme(scenarios: readonly Scenario[]): { theme: Theme | null; scenarios: Scenario[] }[] {
  return grouped(scenarios, ({ theme }) => theme).map(([theme, members]) => ({ theme, scenarios: members }));
}

/** Scenarios under the Regra they illustrate (null: under none), in the order of the feature. */
export function byRule(scenarios: readonly Scenario[]): { rule: RuleHeading | null; scenarios: Scenario[] }[] {
  return grouped(scenarios, ({ rule }) => rule).map(([rule, members]) => ({ rule, scenarios: members }));
}

/** The names of what a scenario stands under in its journey: theme, Regra. */
export function namesAbove({ theme, rule }: Pick<Scenario, 'theme' | 'rule'>): string[] {
  return [theme?.name ?? '', rule?.name ?? ''].filter((name) => name !== '');
}

function grouped<T>(scenarios: readonly Scenario[], headingOf: (scenario: Scenario) => T): [T, Scenario[]][] {
  const groups = new Map<T, Scenario[]>();
  for (const scenario of scenarios) {
    const heading = headingOf(scenario);
    const group = groups.get(heading);
    if (group) group.push(scenario);
    else groups.set(heading, [scenario]);
  }
  return [...groups];
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
