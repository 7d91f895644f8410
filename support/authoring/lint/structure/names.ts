import type { FeatureSource } from '../../source/feature-source';
import type { Problem } from '../draft';
import { nameMark } from '../marks';
import { featureOf, isJourney, rulesOf, scenariosOf } from './tree';

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

/** Journeys of several files that bear the same name. @returns of each but the first, its source and the problem */
export function repeatedFeatures(sources: readonly FeatureSource[]): { readonly path: string; readonly problem: Problem }[] {
  const first = new Map<string, string>();
  return sources.flatMap((source) => {
    const feature = featureOf(source);
    if (!feature || feature.name === '' || !isJourney(source)) return [];
    const key = sameName(feature.name);
    const before = first.get(key);
    if (before === undefined) first.set(key, source.path);
    if (before === undefined || before === source.path) return [];
    const problem = {
      ...nameMark(source, feature.location.line),
      rule: 'funcionalidade-repetida',
      sentence: `Já há uma Funcionalidade com este nome, em ${before}.`,
      remedy: 'Dê a cada jornada um nome só dela.',
    };
    return [{ path: source.path, problem }];
  });
}
