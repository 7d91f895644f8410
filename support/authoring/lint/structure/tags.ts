import type { Feature, Tag as GherkinTag } from '@cucumber/messages';
import { journeyFileOf } from '../../../shared/journey-files';
import { nearestWord } from '../../../shared/spelling';
import { indexOfGherkinColumn } from '../../source/columns';
import type { FeatureSource } from '../../source/feature-source';
import { CRITICALITY_TAGS, JOURNEY_TAG, TAGS, type TagPlace, tagNamed } from '../../tags';
import type { Mark, Problem } from '../draft';
import { keywordMark, nameMark } from '../marks';
import { featureOf, isJourney, isTheme, rulesOf, scenariosOf } from './tree';

interface Tagged {
  readonly place: TagPlace;
  readonly tags: readonly GherkinTag[];
}

/** Tags: only those of the closed set, each where it may stand, once; and those that every journey has to bear. */
export function checkTags(source: FeatureSource): Problem[] {
  const feature = featureOf(source);
  if (feature === null) return [];
  const known = taggedOf(feature).flatMap((tagged) => ofElement(source, tagged));
  if (isJourney(source)) return [...known, ...criticality(source, feature), ...journey(source, feature)];
  return isTheme(source) ? [...known, ...criticality(source, feature), ...noJourney(source, feature)] : known;
}

function taggedOf(feature: Feature): Tagged[] {
  const scenarios = scenariosOf(feature).map(({ scenario }) => scenario);
  return [
    { place: 'Funcionalidade', tags: feature.tags },
    ...rulesOf(feature).map(({ tags }) => ({ place: 'Regra' as const, tags })),
    ...scenarios.map(({ tags }) => ({ place: 'Cenário' as const, tags })),
    ...scenarios.flatMap(({ examples }) => examples.map(({ tags }) => ({ place: 'Exemplos' as const, tags }))),
  ];
}

function ofElement(source: FeatureSource, { place, tags }: Tagged): Problem[] {
  return tags.flatMap((tag, index) => {
    const known = tagNamed(tag.name);
    const isRepeated = tags.findIndex(({ name }) => name === tag.name) < index;
    if (known?.places.includes(place) && !isRepeated) return [];
    const mark = tagMark(source, tag);
    if (!known) return [unknown(mark, tag.name)];
    if (isRepeated) {
      return [{ ...mark, rule: 'tag-repetida', sentence: `A tag ${tag.name} já está aqui.`, remedy: 'Apague uma das duas.' }];
    }
    const right = known.places.join(' ou ');
    return [
      {
        ...mark,
        rule: 'tag-fora-do-lugar',
        sentence: `A tag ${tag.name} fica em ${right}, e aqui está em ${place}.`,
        remedy: `Leve-a para a linha de cima de "${right}:".`,
      },
    ];
  });
}

function unknown(mark: Mark, name: string): Problem {
  const names = TAGS.map((tag) => tag.name);
  const meant = nearestWord(name, names);
  return {
    ...mark,
    rule: 'tag-desconhecida',
    sentence: meant
      ? `A tag ${name} não existe; você quis dizer ${meant}?`
      : `A tag ${name} não existe: ninguém a lê, e ela não muda nada.`,
    remedy: meant ? `Escreva: ${meant}` : `As tags que existem são ${new Intl.ListFormat('pt-BR').format(names)}.`,
  };
}

function criticality(source: FeatureSource, { tags, location }: Feature): Problem[] {
  const borne = tags.filter(({ name }) => CRITICALITY_TAGS.some((tag) => tag === name));
  const [first, ...others] = borne;
  if (first) {
    return others
      .filter(({ name }) => name !== first.name)
      .map((tag) => ({
        ...tagMark(source, tag),
        rule: 'criticidade',
        sentence: `Uma jornada tem uma criticidade só, e esta já é ${first.name}.`,
        remedy: 'Apague uma das duas.',
      }));
  }
  if (tags.some(({ name }) => /^@critic/i.test(name))) return []; // a misspelt one, said already
  return [
    {
      ...keywordMark(source, location.line),
      rule: 'criticidade',
      sentence: 'Falta dizer a criticidade desta jornada.',
      remedy: `Escreva na linha de cima ${new Intl.ListFormat('pt-BR', { type: 'disjunction' }).format(CRITICALITY_TAGS)}.`,
    },
  ];
}

function journey(source: FeatureSource, feature: Feature): Problem[] {
  const scenarios = scenariosOf(feature);
  if (scenarios.length === 0) return [];
  const tags = taggedOf(feature).flatMap((tagged) => tagged.tags);
  const [first, ...others] = tags.filter(({ name }) => name === JOURNEY_TAG);
  if (first) {
    return others
      .filter(({ location }) => location.line !== first.location.line)
      .map((tag) => ({
        ...tagMark(source, tag),
        rule: 'jornada',
        sentence: `Cada jornada tem um só cenário ${JOURNEY_TAG}, e já há um na linha ${first.location.line}.`,
        remedy: `Deixe ${JOURNEY_TAG} só no cenário que percorre a jornada inteira.`,
      }));
  }
  if (
    tags.some(
      ({ name }) =>
        nearestWord(
          name,
          TAGS.map((tag) => tag.name),
        ) === JOURNEY_TAG,
    )
  )
    return [];
  return [
    {
      ...nameMark(source, feature.location.line),
      rule: 'jornada',
      sentence: `Falta nesta jornada o cenário ${JOURNEY_TAG}, que a percorre do começo ao fim.`,
      remedy: `Escreva ${JOURNEY_TAG} na linha de cima do cenário que faz isso.`,
    },
  ];
}

/** The scenario of the document stands in the main file. */
function noJourney(source: FeatureSource, feature: Feature): Problem[] {
  const tags = scenariosOf(feature).flatMap(({ scenario }) => scenario.tags);
  return tags
    .filter(({ name }) => name === JOURNEY_TAG)
    .map((tag) => ({
      ...tagMark(source, tag),
      rule: 'jornada',
      sentence: `O cenário ${JOURNEY_TAG} fica em ${journeyFileOf(source.path)}, e nesta pasta só as regras.`,
      remedy: `Apague ${JOURNEY_TAG}, ou leve o cenário para lá.`,
    }));
}

function tagMark({ lines }: FeatureSource, { name, location }: GherkinTag): Mark {
  const text = lines[location.line - 1] ?? '';
  const start = indexOfGherkinColumn(text, location.column ?? 1);
  return { line: location.line, start, end: start + name.length };
}
