import type { Background, Examples, Feature, Rule, Scenario, Step } from '@cucumber/messages';
import type { FeatureSource } from '../../source/feature-source';

/** A scenario with what applies to it. */
export interface PlacedScenario {
  readonly scenario: Scenario;
  readonly rule: Rule | null;
  /** Steps of the Contextos that run before it. */
  readonly before: readonly Step[];
}

/** The feature of a source; null when there is none, or when it could not be read. */
export function featureOf({ document }: FeatureSource): Feature | null {
  return document?.feature ?? null;
}

/** The journeys are what stands in `features/` itself; deeper down are their rules, and elsewhere it may be anything. */
export function isJourney({ path }: FeatureSource): boolean {
  return /^(?:\.\/)?features\/[^/]+$/.test(path.replaceAll('\\', '/'));
}

export function rulesOf(feature: Feature): Rule[] {
  return feature.children.flatMap(({ rule }) => rule ?? []);
}

export function backgroundsOf(feature: Feature): Background[] {
  return [feature, ...rulesOf(feature)].flatMap(({ children }) => children.flatMap(({ background }) => background ?? []));
}

/** All scenarios and outlines, in order. */
export function scenariosOf(feature: Feature): PlacedScenario[] {
  const stepsBefore = ({ children }: Feature | Rule): Step[] => children.flatMap(({ background }) => background?.steps ?? []);
  const before = stepsBefore(feature);
  return feature.children.flatMap(({ scenario, rule }): PlacedScenario[] => {
    if (scenario) return [{ scenario, rule: null, before }];
    if (!rule) return [];
    const ofRule = [...before, ...stepsBefore(rule)];
    return rule.children.flatMap((child) => (child.scenario ? [{ scenario: child.scenario, rule, before: ofRule }] : []));
  });
}

/** All steps, those of the Contextos included. */
export function stepsOf(feature: Feature): Step[] {
  return [...backgroundsOf(feature), ...scenariosOf(feature).map(({ scenario }) => scenario)].flatMap(({ steps }) => steps);
}

/** The columns of a table of examples, from left to right; none when it has no header. */
export function columnsOf({
  tableHeader,
}: Examples): readonly { readonly value: string; readonly location: { line: number; column?: number } }[] {
  return tableHeader?.cells ?? [];
}
