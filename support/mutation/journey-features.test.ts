import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../testing/temporary-folder';
import { filesOfJourney, journeyFeatures, mainFeatures } from './journey-features';

const FILES = [
  'features/02_vida/pausa.feature',
  'features/02_vida/aluguel.feature',
  'features/02_vida.feature',
  'features/10_saude.feature',
  'features/10_saude_extra.feature',
  'features/rascunho.feature',
  'features/LEIAME.md',
];
const LIFE = ['features/02_vida.feature', 'features/02_vida/aluguel.feature', 'features/02_vida/pausa.feature'];

function project(): string {
  const root = temporaryFolder('journey-features');
  for (const file of FILES) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), '');
  }
  return root;
}

test('the features of a journey are its main file and its rules, with its number', () => {
  const features = journeyFeatures(project());
  assert.deepEqual(features, [
    ...LIFE.map((file) => ({ file, journey: 2 })),
    { file: 'features/10_saude.feature', journey: 10 },
    { file: 'features/10_saude_extra.feature', journey: 10 },
  ]);
  assert.deepEqual(
    mainFeatures(features).map(({ file }) => file),
    ['features/02_vida.feature', 'features/10_saude.feature', 'features/10_saude_extra.feature'],
  );
});

test('by any of its files the files of a journey are found, and only those', () => {
  const root = project();
  for (const file of LIFE) assert.deepEqual(filesOfJourney(file, root), LIFE);
  assert.deepEqual(filesOfJourney('features/10_saude.feature', root), ['features/10_saude.feature']);
});
