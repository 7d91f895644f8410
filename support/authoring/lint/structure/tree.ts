import type { Background, Examples, Feature, Rule, Scenario, Step } from '@cucumber/messages';
import { isThemeFile } from '../../../shared/journey-files';
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

/** A feature of the suite; one elsewhere may be anything, an experiment of an afternoon. */
export function isBelowFeatures({ path }: FeatureSource): boolean {
  return plainPath(path).startsWith('features/');
}

/** The main file of a journey: what stands in `features/` itself. */
export function isJourney({ path }: FeatureSource): boolean {
  return /^features\/[^/]+$/.test(plainPath(path));
}

/** Rules of a journey: what stands in the folder that bears its name. */
export function isTheme(source: FeatureSource): boolean {
  return isBelowFeatures(source) && !isJourney(source) && isThemeFile(source.path);
}

function plainPath(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\.\//, '');
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
