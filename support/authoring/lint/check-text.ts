import { type Finding, inOrder } from '../finding';
import type { FeatureSource } from '../source/feature-source';
import { Draft, type Problem } from './draft';
import { readAsMeant } from './keywords/read-meant';
import { lineMark } from './marks';
import { checkColumns } from './structure/columns';
import { emptiness } from './structure/emptiness';
import { checkLength, otherCriticalities, strayThemes } from './structure/layout';
import { repeatedFeatures, repeatedNames, repeatedScenarios } from './structure/names';
import { checkRows } from './structure/rows';
import { type ScenarioNumber, scenarioNumber } from './structure/scenario-count';
import { checkTags } from './structure/tags';
import { checkBullets, checkHeadings, checkWording } from './structure/wording';
import { checkCharacters, isUnreadable } from './text/check-characters';
import { checkCommandMarks } from './text/command-marks';
import { checkHeader } from './text/header';

/** The rules that read a feature as it was meant. */
const STRUCTURE: readonly ((source: FeatureSource) => readonly Problem[])[] = [
  emptiness,
  checkTags,
  checkLength,
  repeatedNames,
  checkRows,
  checkColumns,
  checkWording,
  checkBullets,
  checkHeadings,
];

/** What the check came to of one feature. */
export interface Examined {
  readonly draft: Draft;
  readonly number: ScenarioNumber;
}

/** Checks one feature by what its text shows. */
export function examine(source: FeatureSource): Examined {
  const draft = new Draft(source);
  if (isUnreadable(draft)) return { draft, number: scenarioNumber(source, source) };
  checkHeader(draft);
  draft.reread();
  readAsMeant(draft);
  checkCommandMarks(draft);
  checkCharacters(draft);
  draft.reread();
  for (const rule of STRUCTURE) for (const problem of rule(draft.meant)) draft.find(problem);
  const number = scenarioNumber(draft.meant, source);
  if (number.written !== number.compiled && draft.findings.length === 0) draft.find(lostScenarios(source, number));
  return { draft, number };
}

/**
 * Checks several features, and what only shows when they are side by side.
 * @param exists whether there is a file of that path, among the sources or not; when nobody knows, no file is missed
 * @returns one for each source, in order
 */
export function examineAll(sources: readonly FeatureSource[], exists: (path: string) => boolean = () => true): Examined[] {
  const examined = sources.map(examine);
  const meant = examined.map(({ draft }) => draft.meant);
  const sideBySide = [
    ...repeatedFeatures(meant),
    ...repeatedScenarios(meant),
    ...strayThemes(meant, exists),
    ...otherCriticalities(meant),
  ];
  for (const { path, problem } of sideBySide) {
    examined.find(({ draft }) => draft.written.path === path)?.draft.find(problem);
  }
  return examined;
}

/**
 * What the text of the features shows, without a step definition loaded.
 * @returns findings in order of reading; none when there is nothing to correct
 */
export function checkText(sources: readonly FeatureSource[]): Finding[] {
  return inOrder(examineAll(sources).flatMap(({ draft }) => draft.findings));
}

/** The last net: scenarios vanish, and no rule says why. */
function lostScenarios({ lines }: FeatureSource, { written, compiled }: ScenarioNumber): Problem {
  return {
    ...lineMark(lines[0] ?? '', 1),
    rule: 'cenarios-perdidos',
    sentence: `Este arquivo tem ${written} cenários escritos e ${compiled} que rodam.`,
    remedy: 'Procure uma linha "Cenário:" ou "Exemplos:" que o Cucumber leia de outro jeito, por exemplo dentro de um texto.',
  };
}
