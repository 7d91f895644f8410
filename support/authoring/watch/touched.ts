import type { GherkinDocument, Pickle } from '@cucumber/messages';
import { type FeatureSource, picklesOf } from '../source/feature-source';

/** What a scenario says: its name, its tags, its Regra and its steps with those of the Contexto; not where it stands. */
type Fingerprint = string;

/** The scenarios of each feature as they were when they last ran. */
export class SeenFeatures {
  readonly #seen = new Map<string, readonly Fingerprint[]>();

  /** Takes a feature as it is: nothing of it is touched. One that the parser refuses has no scenarios yet. */
  remember(source: FeatureSource): void {
    this.#seen.set(
      source.path,
      fingerprintsOf(source).map(([fingerprint]) => fingerprint),
    );
  }

  /**
   * The lines of the scenarios (of the rows, in an Esquema) that say something else than when the feature was last remembered, by
   * their text, their Regra or their Contexto. To move a scenario, or to write a comment, touches nothing.
   */
  touchedLines(source: FeatureSource): number[] {
    const left = [...(this.#seen.get(source.path) ?? [])];
    return fingerprintsOf(source).flatMap(([fingerprint, line]) => {
      const index = left.indexOf(fingerprint);
      if (index === -1) return [line];
      left.splice(index, 1);
      return [];
    });
  }
}

/** Where a scenario is found by the runner: its own line, or the one of its row. */
export function lineOf({ location }: Pickle): number {
  return location?.line ?? 1;
}

function fingerprintsOf(source: FeatureSource): [Fingerprint, number][] {
  const rules = rulesByScenario(source.document);
  return picklesOf(source).map((pickle) => {
    const { name, tags, steps, astNodeIds } = pickle;
    const said = [
      name,
      rules.get(astNodeIds[0] ?? '') ?? '',
      tags.map((tag) => tag.name),
      steps.map(({ type, text, argument }) => [type, text, argument]),
    ];
    return [JSON.stringify(said), lineOf(pickle)];
  });
}

/** Names of the Regras, by the id of each scenario below. */
function rulesByScenario(document: GherkinDocument | null): Map<string, string> {
  const rules = new Map<string, string>();
  for (const { rule } of document?.feature?.children ?? [])
    for (const { scenario } of rule?.children ?? []) if (rule && scenario) rules.set(scenario.id, rule.name);
  return rules;
}
