import type { FeatureSource } from '../../source/feature-source';
import { keywordKind } from '../keywords/keywords';
import { asTyped } from '../text/characters';
import { featureOf, scenariosOf } from './tree';

/** How many scenarios are written in a feature, and how many of them the runner makes of it. */
export interface ScenarioNumber {
  readonly written: number;
  readonly compiled: number;
}

/** How many scenarios Cucumber makes of a feature: the number of its pickles, told from the tree without making them. */
export function compiledScenarios(source: FeatureSource): number {
  const feature = featureOf(source);
  if (feature === null) return 0;
  const numbers = scenariosOf(feature).map(({ scenario: { examples } }) =>
    examples.length === 0 ? 1 : examples.reduce((rows, { tableBody }) => rows + tableBody.length, 0),
  );
  return numbers.reduce((total, each) => total + each, 0);
}

/**
 * Counts what is written line by line, by Cucumber's own keywords and nothing else of its grammar, so that it can be held against what its
 * compiler makes: a title is one scenario, or one for each row of its tables of examples.
 * @param meant the feature as it was meant
 * @param written the feature as it is
 */
export function scenarioNumber(meant: FeatureSource, written: FeatureSource): ScenarioNumber {
  return { written: countLines(meant.lines), compiled: compiledScenarios(written) };
}

/** Spares most lines the look of the matcher. */
const TITLE = /^\p{Lu}[\p{L}\p{M} ]{3,}:/u;
const FENCES = ['"""', '```'];

function countLines(lines: readonly string[]): number {
  let total = 0;
  let isInScenario = false;
  let rows: number | null = null;
  let isHeader = false;
  let fence: string | null = null;
  const close = (): void => {
    if (isInScenario) total += rows ?? 1;
    isInScenario = false;
    rows = null;
  };
  for (const line of lines) {
    const text = line.trimStart();
    const mark = FENCES.find((each) => text.startsWith(each)) ?? null;
    if (fence !== null ? mark === fence : mark !== null) fence = fence === null ? mark : null;
    if (fence !== null) continue;
    const kind = text.startsWith('|') ? 'table' : TITLE.test(text) ? keywordKind(asTyped(text)) : null;
    if (kind === 'scenario' || kind === 'rule' || kind === 'feature') close();
    if (kind === 'scenario') isInScenario = true;
    if (kind === 'examples') {
      rows ??= 0;
      isHeader = true;
    }
    if (kind === 'table' && rows !== null && !isHeader) rows += 1;
    if (kind === 'table') isHeader = false;
  }
  close();
  return total;
}
