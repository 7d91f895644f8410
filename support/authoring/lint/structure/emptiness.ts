import type { Scenario } from '@cucumber/messages';
import type { FeatureSource } from '../../source/feature-source';
import type { Problem } from '../draft';
import { keywordMark } from '../marks';
import { backgroundsOf, featureOf, rulesOf, scenariosOf } from './tree';

/** Titles with nothing under them, or without a name: Gherkin accepts them all, and nothing runs. */
export function emptiness(source: FeatureSource): Problem[] {
  const feature = featureOf(source);
  const at = (line: number, rule: string, sentence: string, remedy: string): Problem => ({
    ...keywordMark(source, line),
    rule,
    sentence,
    remedy,
  });
  if (feature === null) return source.document === null ? [] : [at(1, 'vazio', ...EMPTY)];
  const problems: Problem[] = [];
  const named = [feature, ...rulesOf(feature), ...scenariosOf(feature).map(({ scenario }) => scenario)];
  for (const { keyword, name, location } of named) {
    if (name === '') problems.push(at(location.line, 'sem-nome', `Falta o nome depois de "${keyword}:".`, NAME));
  }
  if (scenariosOf(feature).length === 0) problems.push(at(feature.location.line, 'sem-cenarios', ...NO_SCENARIOS));
  else {
    for (const rule of rulesOf(feature)) {
      if (!rule.children.some(({ scenario }) => scenario))
        problems.push(at(rule.location.line, 'sem-cenarios', ...NO_SCENARIOS_IN_RULE));
    }
  }
  for (const { steps, location } of backgroundsOf(feature)) {
    if (steps.length === 0) problems.push(at(location.line, 'sem-passos', ...NO_STEPS_IN_BACKGROUND));
  }
  for (const { scenario } of scenariosOf(feature)) problems.push(...ofScenario(scenario, at));
  return problems;
}

type At = (line: number, rule: string, sentence: string, remedy: string) => Problem;

function ofScenario({ steps, examples, keyword, location }: Scenario, at: At): Problem[] {
  const problems: Problem[] = [];
  if (steps.length === 0) problems.push(at(location.line, 'sem-passos', ...NO_STEPS));
  const isOutline = /^(?:Esquema|Delinea)/.test(keyword);
  if (isOutline && examples.length === 0) problems.push(at(location.line, 'sem-exemplos', ...NO_EXAMPLES));
  for (const { tableHeader, tableBody, location: place } of examples) {
    if (!tableHeader) problems.push(at(place.line, 'sem-linhas', ...NO_TABLE));
    else if (tableBody.length === 0) problems.push(at(place.line, 'sem-linhas', ...NO_ROWS));
  }
  return problems;
}

type Words = readonly [sentence: string, remedy: string];

const NAME = 'Escreva depois dos dois-pontos o que ele promete.';
const EMPTY: Words = ['Este arquivo não tem nenhuma Funcionalidade: nada dele roda.', 'Escreva a jornada, ou apague o arquivo.'];
const NO_SCENARIOS: Words = ['Esta Funcionalidade não tem nenhum cenário: nada dela roda.', 'Escreva ao menos um "Cenário:".'];
const NO_SCENARIOS_IN_RULE: Words = [
  'Esta Regra não tem nenhum cenário: ninguém a verifica.',
  'Escreva embaixo dela um "Cenário:" que a mostre, ou apague-a.',
];
const NO_STEPS_IN_BACKGROUND: Words = [
  'Este Contexto não tem nenhum passo e não prepara nada.',
  'Escreva os passos, ou apague-o.',
];
const NO_STEPS: Words = [
  'Este cenário não tem nenhum passo: ele não verifica nada, e a execução não o acusa.',
  'Escreva os passos, cada um começando com Dado, Quando, Então, E ou Mas.',
];
const NO_EXAMPLES: Words = [
  'Falta a tabela de Exemplos deste Esquema do Cenário: sem ela, as <colunas> vão para o comando como estão.',
  'Escreva "Exemplos:" e a tabela depois dos passos; se ele roda uma vez só, escreva "Cenário:".',
];
const NO_TABLE: Words = [
  'Falta a tabela destes Exemplos: sem ela, o cenário inteiro some da execução.',
  'Escreva embaixo uma linha com os nomes das colunas e uma para cada caso.',
];
const NO_ROWS: Words = [
  'Estes Exemplos só têm a linha dos nomes: sem casos, o cenário inteiro some da execução.',
  'Escreva ao menos um caso embaixo dos nomes das colunas.',
];
