import { nearestWord, plain } from '../../shared/spelling';
import { likeness, stem, wordsOf } from '../../shared/vocabulary/words';
import type { Catalogue, CatalogueStep } from './catalogue';

/** How much a word tells of a step, by where it stands. */
const IN_EXPRESSION = 4;
const IN_EXAMPLES = 3;
const IN_EXPLANATION = 2;
const IN_USES = 1.6;
const IN_VALUES = 1.5;
const IN_THEME = 1;
const ALIKE = 0.8;

/** The steps that speak of what was asked for, accents and inflection aside: those that speak of all of it first, then by how plainly. */
export function search(catalogue: Catalogue, asked: string): readonly CatalogueStep[] {
  const stems = stemsOf(asked);
  return stepsOf(catalogue)
    .map((step) => ({ step, ...worthOf(step, stems) }))
    .filter(({ told }) => told > 0)
    .sort((one, other) => other.told - one.told || other.worth - one.worth || other.step.scenarios - one.step.scenarios)
    .map(({ step }) => showing(step, stems));
}

/** The same step, first with a use that speaks of what was asked for. */
function showing(step: CatalogueStep, stems: readonly string[]): CatalogueStep {
  const speaks = step.uses.find(({ text }) => stemsOf(text).some((each) => stems.some((asked) => alike(asked, each) > 0)));
  return speaks ? { ...step, uses: [speaks, ...step.uses.filter((use) => use !== speaks)] } : step;
}

/** Words of the catalogue that look like what was asked for; at most five. */
export function similarWords(catalogue: Catalogue, asked: string): readonly string[] {
  const words = new Map<string, string>();
  for (const step of stepsOf(catalogue)) {
    for (const word of textsOf(step).flatMap(({ text }) => wordsOf(text)))
      words.set(plain(word), words.get(plain(word)) ?? word.toLowerCase());
  }
  const similar = wordsOf(asked).flatMap((word) => {
    const nearest = nearestWord(word, words.values());
    const beginning = [...words].filter(([bare]) => bare.slice(0, 4) === plain(word).slice(0, 4)).map(([, known]) => known);
    return [...(nearest === undefined ? [] : [nearest]), ...beginning];
  });
  return [...new Set(similar)].slice(0, 5);
}

function stepsOf({ themes }: Catalogue): CatalogueStep[] {
  return themes.flatMap(({ steps }) => steps);
}

function stemsOf(text: string): string[] {
  const stems = wordsOf(text).map(stem);
  return [...new Set(stems.filter((each) => each.length > 1))];
}

function worthOf(step: CatalogueStep, stems: readonly string[]): { told: number; worth: number } {
  const places = textsOf(step).map(({ text, weight }) => ({ stems: stemsOf(text), weight }));
  const worths = stems.map((asked) =>
    Math.max(0, ...places.map(({ stems: known, weight }) => weight * Math.max(0, ...known.map((each) => alike(asked, each))))),
  );
  return { told: worths.filter((worth) => worth > 0).length, worth: worths.reduce((sum, worth) => sum + worth, 0) };
}

function alike(one: string, other: string): number {
  const likely = likeness(one, other);
  return likely >= ALIKE ? likely : 0;
}

function textsOf({ definition, uses }: CatalogueStep): { text: string; weight: number }[] {
  const { expression, examples, explanation, parameters, theme } = definition;
  return [
    { text: expression.replace(/\{[^{}]*\}/g, ' '), weight: IN_EXPRESSION },
    { text: examples.map(({ text }) => text).join(' '), weight: IN_EXAMPLES },
    { text: uses.map(({ text }) => text).join(' '), weight: IN_USES },
    { text: explanation, weight: IN_EXPLANATION },
    { text: parameters.flatMap(({ name, values }) => [name, ...values]).join(' '), weight: IN_VALUES },
    { text: theme.title, weight: IN_THEME },
  ];
}
