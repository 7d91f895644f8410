import type { StepDefinition } from '../../../shared/vocabulary/definition';
import type { Vocabulary } from '../../../shared/vocabulary/vocabulary';
import { type Finding, inOrder } from '../../finding';
import type { FeatureSource } from '../../source/feature-source';
import { unknownCommands } from './commands';
import { type CheckedFeature, checkedFeatures, nodesOf } from './feature';
import { missingDestructiveTag } from './missing-tag';
import { columnsNamedLikeNotes, unknownPlaceholders } from './placeholders';
import { type ScenarioContext, stepsOf } from './scenario-steps';
import { unrecognisedSteps } from './undefined-steps';

type Rule = (context: ScenarioContext) => readonly Finding[];

/** What a run itself does not tell in so many words. */
const SILENT: readonly Rule[] = [unknownPlaceholders, unknownCommands];
const ALL: readonly Rule[] = [unrecognisedSteps, ...SILENT, missingDestructiveTag];

/**
 * What only the suite's steps show of features: steps that are undefined or ambiguous, placeholders that nothing notes down, commands that
 * the contract does not know, scenarios that do not say that they create or destroy. A feature that the parser refused is left out: the check of its text tells why.
 * @param isWhole these are all features of the suite, so that a definition none of them uses is a finding too
 * @returns in order of reading, one at each place however many rows of Exemplos come to it
 */
export function checkSteps(sources: readonly FeatureSource[], vocabulary: Vocabulary, isWhole = false): Finding[] {
  const used = new Set<StepDefinition>();
  const findings = checkEach(checkedFeatures(sources), vocabulary, ALL, used);
  return inOrder(isWhole ? [...findings, ...unusedDefinitions(used, vocabulary)] : findings);
}

/** Checks the scenarios of a run. Undefined and ambiguous steps are left out: the run fails at those by itself. */
export function checkRun(features: readonly CheckedFeature[], vocabulary: Vocabulary): Finding[] {
  return inOrder(checkEach(features, vocabulary, SILENT, new Set()));
}

function checkEach(
  features: readonly CheckedFeature[],
  vocabulary: Vocabulary,
  rules: readonly Rule[],
  used: Set<StepDefinition>,
): Finding[] {
  return features.flatMap((feature) => {
    const nodes = nodesOf(feature.document);
    return feature.pickles.flatMap((pickle) => {
      const steps = stepsOf(pickle, nodes, vocabulary);
      for (const { matches } of steps) for (const { definition } of matches) used.add(definition);
      const context = { feature, steps, tags: pickle.tags.map(({ name }) => name), vocabulary };
      const columns = columnsNamedLikeNotes(context); // one in the place of a note spoils the steps that speak of it: only it is told
      return columns.length > 0 ? columns : rules.flatMap((rule) => rule(context));
    });
  });
}

/** Definitions that none of the scenarios uses. */
function unusedDefinitions(used: ReadonlySet<StepDefinition>, { definitions }: Vocabulary): Finding[] {
  return definitions
    .filter((definition) => !used.has(definition))
    .map(({ file, line, expression }) => ({
      file,
      line,
      column: 1,
      length: 1,
      rule: 'passo-sem-uso',
      sentence: `Nenhuma feature usa o passo "${expression}".`,
      remedy: 'Use o passo num cenário, ou apague a definição.',
    }));
}
