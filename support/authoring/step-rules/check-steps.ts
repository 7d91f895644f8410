import { type Finding, inOrder } from '../finding';
import type { FeatureSource } from '../source/feature-source';
import type { StepDefinition } from '../vocabulary/definition';
import type { Vocabulary } from '../vocabulary/vocabulary';
import { unknownCommands } from './commands';
import { type CheckedFeature, checkedFeatures, nodesOf } from './feature';
import { columnsNamedLikeNotes, unknownPlaceholders } from './placeholders';
import { type ScenarioContext, stepsOf } from './scenario-steps';
import { unrecognisedSteps } from './undefined-steps';
import { unusedDefinitions } from './unused';

const RULES: readonly ((context: ScenarioContext) => readonly Finding[])[] = [
  unrecognisedSteps,
  unknownPlaceholders,
  unknownCommands,
];

/**
 * What only the suite's steps show of features: steps that are undefined or ambiguous, placeholders that nothing notes down, commands that
 * the contract does not know. A feature that the parser refused is left out: the check of its text tells why.
 * @param isWhole these are all features of the suite, so that a definition none of them uses is a finding too
 * @returns in order of reading, one at each place however many rows of Exemplos come to it
 */
export function checkSteps(sources: readonly FeatureSource[], vocabulary: Vocabulary, isWhole = false): Finding[] {
  return checkFeatures(checkedFeatures(sources), vocabulary, isWhole);
}

/** The same for features whose scenarios were chosen already. */
export function checkFeatures(features: readonly CheckedFeature[], vocabulary: Vocabulary, isWhole = false): Finding[] {
  const used = new Set<StepDefinition>();
  const findings: Finding[] = [];
  for (const feature of features) {
    const nodes = nodesOf(feature.document);
    for (const pickle of feature.pickles) {
      const steps = stepsOf(pickle, nodes, vocabulary);
      for (const { matches } of steps) for (const { definition } of matches) used.add(definition);
      findings.push(...findingsOf({ feature, steps, vocabulary }));
    }
  }
  if (isWhole) findings.push(...unusedDefinitions(used, vocabulary));
  return inOrder(findings);
}

/** A column in the place of a note spoils the steps that speak of it: only the column is told. */
function findingsOf(context: ScenarioContext): readonly Finding[] {
  const columns = columnsNamedLikeNotes(context);
  return columns.length > 0 ? columns : RULES.flatMap((rule) => rule(context));
}
