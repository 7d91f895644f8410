import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suiteFeatures } from '../../../testing/suite-features';
import { picklesOf, readFeature } from '../../source/feature-source';
import { examine } from '../check-text';
import { readCorpus } from '../corpus/read-corpus';
import { compiledScenarios } from './scenario-count';

test('what is written in the journeys is what Cucumber makes of them', () => {
  const numbers = suiteFeatures().map((source) => examine(source).number);
  for (const { written, compiled } of numbers) assert.equal(written, compiled);
  assert.equal(
    numbers.reduce((total, { compiled }) => total + compiled, 0),
    725,
  );
});

test('the number told from the tree is the number of pickles', () => {
  for (const { text, title } of ['titles.txt', 'steps.txt', 'structure.txt', 'honest.txt'].flatMap(readCorpus)) {
    const source = readFeature('uma.feature', text);
    assert.equal(compiledScenarios(source), picklesOf(source).length, title);
  }
});

test('scenarios that a slip takes out of the run are counted as written', () => {
  const lost = readCorpus('titles.txt').find(({ title }) => title.startsWith('Cenários: no lugar de Cenário:'));
  assert.deepEqual(examine(readFeature('uma.feature', lost?.text ?? '')).number, { written: 2, compiled: 0 });
});

test('a Gherkin keyword inside of a doc string or a comment is no scenario', () => {
  for (const { text, title } of readCorpus('honest.txt')) {
    const { written, compiled } = examine(readFeature('uma.feature', text)).number;
    assert.equal(written, compiled, title);
  }
});
