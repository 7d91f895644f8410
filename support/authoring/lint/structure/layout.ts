import { isThemeFile, journeyFileOf } from '../../../shared/journey-files';
import type { FeatureSource } from '../../source/feature-source';
import { CRITICALITY_TAGS } from '../../tags';
import type { Problem } from '../draft';
import { nameMark } from '../marks';
import type { PlacedProblem } from './names';
import { featureOf, isBelowFeatures, isJourney, isTheme } from './tree';

/** A file of rules has fewer lines: it is read at a sitting. */
const TOO_MANY_LINES = 150;

/** A file of rules that is too long. */
export function checkLength(source: FeatureSource): Problem[] {
  const feature = featureOf(source);
  const lines = source.text.trimEnd().split('\n').length;
  if (feature === null || !isTheme(source) || lines < TOO_MANY_LINES) return [];
  return [
    {
      ...nameMark(source, feature.location.line),
      rule: 'tema-longo',
      sentence: `Este arquivo tem ${lines} linhas, e um tema tem menos de ${TOO_MANY_LINES}: lê-se de uma vez só.`,
      remedy: 'Divida-o em dois, na mesma pasta, cada um com o nome do que se procura nele.',
    },
  ];
}

/**
 * Files of rules in a folder that belongs to no journey.
 * @param exists whether there is a file of that path
 */
export function strayThemes(sources: readonly FeatureSource[], exists: (path: string) => boolean): PlacedProblem[] {
  return sources.flatMap((source) => {
    const { path } = source;
    const folder = path.slice(0, path.lastIndexOf('/'));
    const main = `${folder}.feature`;
    if (!isBelowFeatures(source) || isJourney(source)) return [];
    if (isThemeFile(path) && exists(main)) return [];
    const problem = {
      ...nameMark(source, featureOf(source)?.location.line ?? 1),
      rule: 'tema-sem-jornada',
      sentence: isThemeFile(path)
        ? `Não há ${main}: estas regras não são de jornada nenhuma.`
        : `Só a pasta de uma jornada, com o nome do arquivo dela, tem regras; ${folder}/ não é uma.`,
      remedy: 'Dê à pasta o nome do arquivo da jornada, sem .feature, por exemplo features/02_instance_lifecycle/.',
    };
    return [{ path, problem }];
  });
}

/** Files of rules whose criticality is not that of their journey, as far as its file is among those checked. */
export function otherCriticalities(sources: readonly FeatureSource[]): PlacedProblem[] {
  const known = new Map(sources.filter(isJourney).map((source) => [source.path, criticalityOf(source)]));
  return sources.filter(isTheme).flatMap((source) => {
    const wanted = known.get(journeyFileOf(source.path));
    const borne = criticalityOf(source);
    if (!wanted || !borne || borne === wanted) return [];
    const problem = {
      ...nameMark(source, featureOf(source)?.location.line ?? 1),
      rule: 'criticidade',
      sentence: `A jornada destas regras tem ${wanted}, e elas têm ${borne}.`,
      remedy: `Escreva ${wanted} na linha de cima.`,
    };
    return [{ path: source.path, problem }];
  });
}

function criticalityOf(source: FeatureSource): string | undefined {
  return featureOf(source)?.tags.find(({ name }) => CRITICALITY_TAGS.some((tag) => tag === name))?.name;
}
