import { journeyFileOf } from '../../../shared/journey-files';
import type { FeatureSource } from '../../source/feature-source';
import type { Problem } from '../draft';
import { nameMark } from '../marks';
import { featureOf, isJourney, isTheme, rulesOf, scenariosOf } from './tree';

/** Names that occur twice in a file: in a report nobody could tell one from the other. */
export function repeatedNames(source: FeatureSource): Problem[] {
  const feature = featureOf(source);
  if (feature === null) return [];
  const scenarios = scenariosOf(feature).map(({ scenario }) => scenario);
  return [
    ...repeated(source, rulesOf(feature), 'regra-repetida', (line) => `Já há uma Regra com este nome, na linha ${line}.`),
    ...repeated(
      source,
      scenarios,
      'nome-repetido',
      (line) => `Já há um cenário com este nome, na linha ${line}: no relatório não se sabe qual é qual.`,
    ),
  ];
}

type Named = { readonly name: string; readonly location: { readonly line: number } };

function repeated(source: FeatureSource, all: readonly Named[], rule: string, sentence: (first: number) => string): Problem[] {
  const first = new Map<string, number>();
  return all.flatMap(({ name, location: { line } }) => {
    const key = sameName(name);
    const before = first.get(key);
    if (before === undefined) first.set(key, line);
    if (before === undefined || name === '') return [];
    return [
      { ...nameMark(source, line), rule, sentence: sentence(before), remedy: 'Dê a cada um o nome do que só ele promete.' },
    ];
  });
}

/** What two names share when a reader takes them for the same. */
export function sameName(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** A problem of one of several sources. */
export interface PlacedProblem {
  /** Of the source. */
  readonly path: string;
  readonly problem: Problem;
}

/** The names that no other feature may have: of a journey among all journeys, of a theme and of each scenario within their journey. */
export function namesAmongFeatures(source: FeatureSource): string[] {
  const own = nameAmongFeatures(source);
  return [own, ...scenarioNames(source).map(({ key }) => key)];
}

/** Of a journey among all journeys, of a theme within its journey. */
function nameAmongFeatures(source: FeatureSource): string {
  const name = sameName(featureOf(source)?.name ?? '');
  return isTheme(source) ? `${journeyFileOf(source.path)} ${name}` : name;
}

/** The scenarios of a journey's file with what tells each from the others of the journey: its Regra and its name. */
function scenarioNames(source: FeatureSource): { readonly key: string; readonly line: number }[] {
  const feature = featureOf(source);
  if (!feature || !(isJourney(source) || isTheme(source))) return [];
  return scenariosOf(feature)
    .filter(({ scenario }) => scenario.name !== '')
    .map(({ scenario, rule }) => ({
      key: [journeyFileOf(source.path), sameName(rule?.name ?? ''), sameName(scenario.name)].join(' › '),
      line: scenario.location.line,
    }));
}

/** Scenarios of one journey, in several files, that share Regra and name: history and links would take one for the other. */
export function repeatedScenarios(sources: readonly FeatureSource[]): PlacedProblem[] {
  const first = new Map<string, string>();
  return sources.flatMap((source) =>
    scenarioNames(source).flatMap(({ key, line }) => {
      const before = first.get(key) ?? source.path;
      first.set(key, before);
      if (before === source.path) return [];
      const problem = {
        ...nameMark(source, line),
        rule: 'cenario-repetido',
        sentence: `Já há um cenário com este nome, numa Regra de mesmo nome, em ${before}: no histórico não se sabe qual é qual.`,
        remedy: 'Dê à Regra, ou ao cenário, o nome do que só ele promete.',
      };
      return [{ path: source.path, problem }];
    }),
  );
}

/** Journeys of several files, or themes of one journey, that bear the same name: all but the first. */
export function repeatedFeatures(sources: readonly FeatureSource[]): PlacedProblem[] {
  const first = new Map<string, string>();
  return sources.flatMap((source) => {
    const feature = featureOf(source);
    if (!feature || feature.name === '' || !(isJourney(source) || isTheme(source))) return [];
    const key = nameAmongFeatures(source);
    const before = first.get(key);
    if (before === undefined) first.set(key, source.path);
    if (before === undefined || before === source.path) return [];
    const problem = {
      ...nameMark(source, feature.location.line),
      rule: 'funcionalidade-repetida',
      sentence: `Já há uma Funcionalidade com este nome, em ${before}.`,
      remedy: isTheme(source) ? 'Dê a cada tema da jornada um nome só dele.' : 'Dê a cada jornada um nome só dela.',
    };
    return [{ path: source.path, problem }];
  });
}
