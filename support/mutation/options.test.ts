import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Misuse, readCommandLine } from '../shared/command-line';
import { type MutationOptions, mutationOptions, PROGRAM } from './options';
import { seededSample } from './sample';

const readOptions = (args: readonly string[]): MutationOptions =>
  mutationOptions(readCommandLine(PROGRAM, args) ?? assert.fail('--help was not asked for'));

test('a plain command judges everything, one process per core', () => {
  const { journeys, sample, scope, workers } = readOptions([]);
  assert.deepEqual({ journeys, sample, scope }, { journeys: [], sample: null, scope: 'documented' });
  assert.ok(workers >= 1);
});

test('options are read', () => {
  const options = readOptions([
    '--journey',
    '2',
    '--journey',
    '10',
    '--sample',
    '40',
    '--seed',
    'x',
    '--json',
    'm.json',
    '--every-field',
  ]);
  assert.deepEqual(options.journeys, [2, 10]);
  assert.deepEqual([options.sample, options.seed, options.json, options.scope], [40, 'x', 'm.json', 'every']);
});

test('what cannot be obeyed is said in one sentence', () => {
  assert.throws(
    () => readOptions(['--sample', 'muitos']),
    new Misuse('--sample pede um número inteiro maior que zero, e não "muitos".'),
  );
  assert.throws(
    () => readOptions(['--jornada', '2']),
    new Misuse('Não conheço a opção --jornada; veja npm run mutation -- --help.'),
  );
  assert.throws(() => readOptions(['2']), Misuse);
});

test('a sample is the same for the same seed, whatever the order, and another for another', () => {
  const items = Array.from({ length: 100 }, (_, index) => ({ id: `m${index}` }));
  const ids = (sample: readonly { id: string }[]): string[] => sample.map(({ id }) => id).sort();
  const sample = seededSample(items, 10, 'a');
  assert.equal(sample.length, 10);
  assert.deepEqual(ids(seededSample([...items].reverse(), 10, 'a')), ids(sample));
  assert.notDeepEqual(ids(seededSample(items, 10, 'b')), ids(sample));
  assert.equal(seededSample(items, 1_000, 'a').length, 100);
});
