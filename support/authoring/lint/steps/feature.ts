import type { GherkinDocument, Pickle, Step } from '@cucumber/messages';
import type { FeatureSource } from '../../source/feature-source';
import { picklesOf } from '../../source/feature-source';

/** A feature with the scenarios of it that are to be checked. */
export interface CheckedFeature {
  readonly path: string;
  readonly lines: readonly string[];
  readonly document: GherkinDocument;
  readonly pickles: readonly Pickle[];
}

/** All scenarios of the features that the parser accepted. */
export function checkedFeatures(sources: readonly FeatureSource[]): CheckedFeature[] {
  return sources.flatMap((source) => {
    const { path, lines, document } = source;
    return document === null ? [] : [{ path, lines, document, pickles: picklesOf(source) }];
  });
}

/** A row of Exemplos with what is above it. */
export interface ExampleRow {
  readonly line: number;
  /** Line of the names of the columns. */
  readonly headerLine: number;
  /** Names of the columns. */
  readonly columns: readonly string[];
}

/** The parts of a document that its pickles refer to, by id. */
export interface FeatureNodes {
  readonly steps: ReadonlyMap<string, Step>;
  readonly rows: ReadonlyMap<string, ExampleRow>;
}

/** Finds the steps and the rows of Exemplos of a document. */
export function nodesOf({ feature }: GherkinDocument): FeatureNodes {
  const steps = new Map<string, Step>();
  const rows = new Map<string, ExampleRow>();
  for (const child of (feature?.children ?? []).flatMap((each) => [each, ...(each.rule?.children ?? [])])) {
    for (const step of [...(child.background?.steps ?? []), ...(child.scenario?.steps ?? [])]) steps.set(step.id, step);
    for (const { tableHeader, tableBody } of child.scenario?.examples ?? []) {
      const columns = tableHeader?.cells.map(({ value }) => value) ?? [];
      const headerLine = tableHeader?.location.line ?? 0;
      for (const { id, location } of tableBody) rows.set(id, { line: location.line, headerLine, columns });
    }
  }
  return { steps, rows };
}
