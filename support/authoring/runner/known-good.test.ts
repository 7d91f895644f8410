import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../../testing/temporary-folder';
import { refusal } from './check-before';
import { KnownGood } from './known-good';

const feature = (name: string): string =>
  `# language: pt\n@criticidade-alta\nFuncionalidade: ${name}\n\n  @jornada\n  Cenário: primeiro\n    Quando executo \`dumont health list\`\n`;

function project(files: Readonly<Record<string, string>>): { folder: string; all: string[]; memory: string } {
  const folder = temporaryFolder('known');
  mkdirSync(path.join(folder, 'features'));
  const all = Object.entries(files).map(([name, text]) => {
    const file = path.join(folder, 'features', name);
    writeFileSync(file, text);
    return file;
  });
  return { folder, all, memory: path.join(folder, 'memory') };
}

test('what has nothing to correct is known the next time, by its place and its content', () => {
  const { folder, all, memory } = project({ 'a.feature': feature('Uma') });
  assert.equal(refusal(all, folder, memory), null);
  const known = new KnownGood(memory);
  assert.deepEqual(known.namesOf('features/a.feature', feature('Uma')), ['uma', 'features/a.feature ›  › primeiro']);
  assert.equal(known.namesOf('features/b.feature', feature('Uma')), undefined);
  assert.equal(known.namesOf('features/a.feature', feature('Outra')), undefined);
});

test('a slip is told each time, and one that comes into a known feature too', () => {
  const { folder, all, memory } = project({ 'a.feature': feature('Uma') });
  assert.equal(refusal(all, folder, memory), null);
  writeFileSync(all[0] ?? '', feature('Uma').replace('Quando', 'quando'));
  for (const _ of [1, 2]) assert.match(refusal(all, folder, memory) ?? '', /^features\/a\.feature:7:5 {2}"quando"/);
});

test('journeys of the same name are told, though each is known by itself', () => {
  const { folder, all, memory } = project({ 'a.feature': feature('Uma'), 'b.feature': feature('uma') });
  for (const file of all) assert.equal(refusal([file], folder, memory), null);
  for (const _ of [1, 2])
    assert.match(refusal(all, folder, memory) ?? '', /^features\/b\.feature:3:17 {2}Já há uma Funcionalidade com este nome/);
});

test('scenarios of one journey that share Regra and name are told, though each file is known by itself', () => {
  const theme = (name: string): string =>
    `# language: pt\n@criticidade-alta\nFuncionalidade: ${name}\n\n  Regra: A mesma\n\n    Cenário: igual\n      Quando executo \`dumont health list\`\n`;
  const { folder, all, memory } = project({ '01_a.feature': feature('Uma') });
  mkdirSync(path.join(folder, 'features', '01_a'));
  for (const name of ['x', 'y']) {
    const file = path.join(folder, 'features', '01_a', `${name}.feature`);
    writeFileSync(file, theme(name));
    all.push(file);
    assert.equal(refusal([file], folder, memory), null);
  }
  for (const _ of [1, 2])
    assert.match(
      refusal(all, folder, memory) ?? '',
      /^features\/01_a\/y\.feature:7:\d+ {2}Já há um cenário com este nome, numa Regra de mesmo nome, em features\/01_a\/x\.feature/,
    );
});

test('features outside of the journeys may share a name', () => {
  const { folder, all, memory } = project({ 'a.feature': feature('Uma'), 'b.feature': feature('Uma') });
  const elsewhere = path.join(folder, 'features');
  assert.equal(refusal(all, elsewhere, memory), null);
  assert.equal(refusal(all, elsewhere, memory), null);
});

test('a memory that cannot be written costs nothing but time', () => {
  const { folder, all } = project({ 'a.feature': feature('Uma') });
  assert.equal(refusal(all, folder, '/dev/null/nada'), null);
});
