import type { ImportGraph } from './import-graph';

/** What a change in a file that is no feature can alter. */
export type Reach =
  | { readonly kind: 'everything' }
  | { readonly kind: 'steps' /** Files of step definitions, relative to the project. */; readonly files: readonly string[] }
  | { readonly kind: 'nothing' };

/** Loaded for every scenario, or used by each through a process of its own, which no import tells. */
const FOR_ALL = [
  /^cucumber\.js$/,
  /^support\/[^/]+\.(?:ts|cjs)$/,
  /^support\/suite\/run\/plugin\.ts$/,
  /^support\/(?:sandbox|contract)\//,
];

/**
 * How far a change reaches.
 * @param graph read after the change
 * @param file relative to the project
 */
export function reachOf(file: string, graph: ImportGraph): Reach {
  const dependents = [...graph.dependentsOf(file)];
  if (dependents.some((each) => FOR_ALL.some((pattern) => pattern.test(each)))) return { kind: 'everything' };
  const files = dependents.filter((each) => each.startsWith('step-definitions/')).sort();
  return files.length > 0 ? { kind: 'steps', files } : { kind: 'nothing' };
}
