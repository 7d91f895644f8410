import { readdirSync } from 'node:fs';
import path from 'node:path';
import { isThemeFile, journeyFileOf, journeyNumber } from '../shared/journey-files';

/** A feature file and the number of the journey it belongs to. */
export interface Feature {
  /** `features/02_x.feature`, relative to the project, as a run names it. */
  readonly file: string;
  readonly journey: number;
}

/**
 * The features of all journeys, each main file before the rules in its folder.
 * @param root folder of the project
 */
export function journeyFeatures(root: string): Feature[] {
  return readdirSync(path.join(root, 'features'), { recursive: true, encoding: 'utf8' })
    .map((name) => `features/${name.replaceAll('\\', '/')}`)
    .flatMap((file): Feature[] => {
      const journey = file.endsWith('.feature') ? journeyNumber(file) : null;
      return journey === null ? [] : [{ file, journey }];
    })
    .sort(({ file: one }, { file: other }) => compare(journeyFileOf(one), journeyFileOf(other)) || mainFirst(one, other));
}

/** The main files alone. */
export function mainFeatures(features: readonly Feature[]): Feature[] {
  return features.filter(({ file }) => !isThemeFile(file));
}

/** The files of the journey that a feature belongs to, itself among them. */
export function filesOfJourney(file: string, root: string): string[] {
  const journey = journeyFileOf(file);
  return journeyFeatures(root).flatMap((feature) => (journeyFileOf(feature.file) === journey ? [feature.file] : []));
}

function mainFirst(one: string, other: string): number {
  return Number(isThemeFile(one)) - Number(isThemeFile(other)) || compare(one, other);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
