import path from 'node:path';
import { featurePaths, readFeatureFile } from '../authoring/lint/files';
import type { FeatureSource } from '../authoring/source/feature-source';

const PROJECT = path.resolve(__dirname, '..', '..');

/** Every feature of the suite, journeys and their rules, sorted by path. */
export function suiteFeatures(): FeatureSource[] {
  return featurePaths([], PROJECT).map((name) => readFeatureFile(name, PROJECT));
}
