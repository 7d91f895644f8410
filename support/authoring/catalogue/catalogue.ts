import type { Pickle, Step } from '@cucumber/messages';
import type { StepDefinition, Theme } from '../../shared/vocabulary/definition';
import { themeOrder } from '../../shared/vocabulary/themes';
import type { Vocabulary } from '../../shared/vocabulary/vocabulary';
import { type CheckedFeature, checkedFeatures, nodesOf } from '../lint/steps/feature';
import type { FeatureSource } from '../source/feature-source';

/** The steps of the suite by theme, each with what the features make of it. */
export interface Catalogue {
  readonly themes: readonly { readonly theme: Theme; readonly steps: readonly CatalogueStep[] }[];
}

export interface CatalogueStep {
  readonly definition: StepDefinition;
  /** How many scenarios use it; each row of Exemplos is one. */
  readonly scenarios: number;
  /** Those uses, each text once, the one that shows it best first. */
  readonly uses: readonly RealExample[];
}

/** A step as some feature has it. */
export interface RealExample {
  readonly file: string;
  readonly line: number;
  readonly keyword: string;
  readonly text: string;
  /** Name of its scenario. */
  readonly scenario: string;
}

const JOURNEY = '@jornada';

/** Makes the catalogue of a vocabulary from features, in the order of the themes and of their files. */
export function catalogueOf(vocabulary: Vocabulary, sources: readonly FeatureSource[]): Catalogue {
  const uses = usesOf(vocabulary, checkedFeatures(sources));
  const themes = new Map<string, { theme: Theme; steps: CatalogueStep[] }>();
  for (const definition of vocabulary.definitions) {
    const { theme } = definition;
    const entry = themes.get(theme.name) ?? { theme, steps: [] };
    themes.set(theme.name, entry);
    const { scenarios, examples } = uses.get(definition) ?? { scenarios: 0, examples: new Map() };
    entry.steps.push({ definition, scenarios, uses: inOrder(examples) });
  }
  return { themes: [...themes.values()].sort((one, other) => themeOrder(one.theme) - themeOrder(other.theme)) };
}

interface Use {
  scenarios: number;
  /** By text. */
  readonly examples: Map<string, WeighedExample>;
}

interface WeighedExample {
  readonly example: RealExample;
  readonly worth: number;
}

function usesOf(vocabulary: Vocabulary, features: readonly CheckedFeature[]): Map<StepDefinition, Use> {
  const uses = new Map<StepDefinition, Use>();
  for (const feature of features) {
    const { steps } = nodesOf(feature.document);
    for (const pickle of feature.pickles) {
      const found = new Set<StepDefinition>();
      for (const { text, astNodeIds } of pickle.steps) {
        const node = steps.get(astNodeIds[0] ?? '');
        for (const { definition } of vocabulary.match(text)) {
          const use = uses.get(definition) ?? { scenarios: 0, examples: new Map() };
          uses.set(definition, use);
          if (!found.has(definition)) use.scenarios += 1;
          found.add(definition);
          if (node) prefer(use, feature, pickle, node);
        }
      }
    }
  }
  return uses;
}

/** The best example is of a journey, and has no columns to be filled in; among equals the first. */
function prefer({ examples }: Use, { path }: CheckedFeature, pickle: Pickle, { keyword, text, location }: Step): void {
  const worth = Number(pickle.tags.some(({ name }) => name === JOURNEY)) + 2 * Number(pickle.astNodeIds.length === 1);
  const known = examples.get(text);
  if (known && known.worth >= worth) return;
  const example = { file: path, line: location.line, keyword: keyword.trim(), text, scenario: pickle.name };
  examples.set(text, { example, worth });
}

function inOrder(examples: ReadonlyMap<string, WeighedExample>): RealExample[] {
  return [...examples.values()].sort((one, other) => other.worth - one.worth).map(({ example }) => example);
}
