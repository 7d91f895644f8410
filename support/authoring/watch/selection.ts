import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Pickle } from '@cucumber/messages';
import type { Vocabulary } from '../../shared/vocabulary/vocabulary';
import { picklesOf, readFeature } from '../source/feature-source';
import { JOURNEY_TAG } from '../tags';
import { lineOf } from './touched';

/** More than these would keep who edits waiting. */
const MOST = 30;

/** Scenarios chosen to run after a change in the steps. */
export interface Selection {
  /** `features/x.feature:12`, in the order of the features. */
  readonly places: readonly string[];
  /** How many use the changed steps. */
  readonly using: number;
}

interface Candidate {
  readonly place: string;
  readonly isJourney: boolean;
  /** Expressions of the changed definitions that it uses. */
  readonly uses: ReadonlySet<string>;
}

/** Paths of the features below `features/`, relative to the project, in the order of their names. */
export function featuresOf(root: string): string[] {
  return readdirSync(path.join(root, 'features'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.feature'))
    .map((name) => path.posix.join('features', name.split(path.sep).join('/')))
    .sort();
}

/**
 * The scenarios that use a definition of these files. When they are too many: the journeys among them, and for each definition that no
 * journey uses the first scenario that does.
 */
export function scenariosUsing(files: readonly string[], vocabulary: Vocabulary, root: string): Selection {
  const candidates = candidatesUsing(new Set(files), vocabulary, root);
  return { places: few(candidates).map(({ place }) => place), using: candidates.length };
}

/** The scenario of each feature that walks the whole journey. */
export function journeys(root: string): string[] {
  return scenariosOf(root).flatMap(({ path: file, pickle }) => (isJourney(pickle) ? [`${file}:${lineOf(pickle)}`] : []));
}

function candidatesUsing(files: ReadonlySet<string>, vocabulary: Vocabulary, root: string): Candidate[] {
  return scenariosOf(root).flatMap(({ path: file, pickle }) => {
    const used = pickle.steps.flatMap(({ text }) => vocabulary.match(text).map(({ definition }) => definition));
    const uses = new Set(used.filter((definition) => files.has(definition.file)).map(({ expression }) => expression));
    return uses.size === 0 ? [] : [{ place: `${file}:${lineOf(pickle)}`, isJourney: isJourney(pickle), uses }];
  });
}

function few(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.length <= MOST) return candidates;
  const covered = new Set(candidates.flatMap(({ isJourney, uses }) => (isJourney ? [...uses] : [])));
  return candidates.filter(({ isJourney, uses }) => {
    if (isJourney) return true;
    const brings = [...uses].some((expression) => !covered.has(expression));
    for (const expression of uses) covered.add(expression);
    return brings;
  });
}

function scenariosOf(root: string): { path: string; pickle: Pickle }[] {
  return featuresOf(root).flatMap((file) => {
    const source = readFeature(file, readFileSync(path.join(root, file), 'utf8'));
    return picklesOf(source).map((pickle) => ({ path: file, pickle }));
  });
}

function isJourney({ tags }: Pickle): boolean {
  return tags.some(({ name }) => name === JOURNEY_TAG);
}
