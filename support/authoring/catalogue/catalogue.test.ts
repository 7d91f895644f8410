import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { loadVocabulary } from '../../shared/vocabulary/from-library';
import { suiteFeatures } from '../../testing/suite-features';
import type { FeatureSource } from '../source/feature-source';
import { allSteps, catalogueJson } from './as-json';
import { catalogueMarkdown } from './as-markdown';
import { catalogueText } from './as-text';
import { type Catalogue, catalogueOf } from './catalogue';
import { search, similarWords } from './search';

const ROOT = path.resolve(__dirname, '..', '..', '..');

describe('the catalogue of steps', () => {
  let catalogue: Catalogue;
  let sources: FeatureSource[];
  before(async () => {
    sources = suiteFeatures();
    catalogue = catalogueOf(await loadVocabulary(ROOT), sources);
  });

  const found = (asked: string): string[] => search(catalogue, asked).map(({ definition }) => definition.expression);

  test('the committed page is what the definitions say (npm run steps -- --write)', () => {
    assert.equal(readFileSync(path.join(ROOT, 'step-definitions', 'CATALOGO.md'), 'utf8'), catalogueMarkdown(catalogue));
  });

  test('the page is the same whatever the features say', async () => {
    assert.equal(catalogueMarkdown(catalogueOf(await loadVocabulary(ROOT), [])), catalogueMarkdown(catalogue));
  });

  test('shows of each step a use that really stands there', () => {
    for (const { definition, scenarios, uses } of allSteps(catalogue)) {
      assert.ok(scenarios > 0, definition.expression);
      const [{ file, line, keyword, text } = { file: '', line: 0, keyword: '', text: '' }] = uses;
      const source = sources.find((each) => each.path === file);
      assert.equal(source?.lines[line - 1]?.trim(), `${keyword} ${text}`);
    }
  });

  test('prefers the uses of the journeys', () => {
    const command = allSteps(catalogue).find(({ definition }) => definition.expression === 'executo {comando}');
    assert.match(command?.uses[0]?.file ?? '', /^features\/01_/);
    assert.equal(command?.uses[0]?.scenario, 'Entrar, consultar a conta e sair');
    assert.ok((command?.scenarios ?? 0) > 600);
  });

  test('a theme comes with its title, and the whole with what each place accepts', () => {
    const text = catalogueText(catalogue);
    assert.match(text, /^Sessão\nQuem está usando a CLI/);
    assert.match(
      text,
      /\n {2}\{recurso\} fica \{situação\}\n {4}Espera até o produto mostrar o estado\.\n {4}E a .*\(features\/\d\d_.*\.feature:\d+\)\n/,
    );
    assert.match(text, /\n {2}\{situação\}: o estado em que a coisa está: .*pausada/);
    assert.doesNotMatch(text, /undefined|null|\[object/);
  });

  test('is told to programs whole', () => {
    const told = JSON.parse(catalogueJson(allSteps(catalogue))) as { expression: string; use: { line: number } }[];
    assert.equal(told.length, allSteps(catalogue).length);
    assert.ok(told.every(({ expression, use }) => expression !== '' && use.line > 0));
  });

  test('is searched with accents and inflection aside', () => {
    const pauses = '{recurso} fica {situação}';
    for (const asked of ['pausar', 'pausei', 'PAUSADA', 'pausado']) assert.ok(found(asked).includes(pauses), asked);
    assert.deepEqual(found('situacao'), found('situação'));
    assert.equal(found('oferta mais barata')[0]?.includes('oferta'), true);
    assert.ok(found('autenticar').slice(0, 2).includes('(que )estou autenticado'));
    assert.ok(found('deixar de existir').slice(0, 1).includes('{recurso} deixa de existir'));
    assert.ok(found('treino').includes('os logs do job {memória} {movimento}'));
    assert.equal(found('crescente')[0], 'a lista {string} está em ordem {ordem} de {string}');
  });

  test('shows of what was found a use that speaks of it', () => {
    const [step] = search(catalogue, 'pausada').filter(({ definition }) => definition.expression === '{recurso} fica {situação}');
    assert.match(step?.uses[0]?.text ?? '', /pausad[ao]/);
  });

  test('says what is similar to a word that no step has', () => {
    assert.deepEqual(found('instnacia'), []);
    assert.ok(similarWords(catalogue, 'instnacia').includes('instância'));
    assert.deepEqual(similarWords(catalogue, 'xyzzy'), []);
    assert.deepEqual(found('???'), []);
  });
});
