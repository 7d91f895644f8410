import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../testing/temporary-folder';
import { KillCache } from './kill-cache';
import type { Verdict } from './mutant';

function verdict(fault: string, name: string | null): Verdict {
  const kill = name === null ? null : { scenario: 'features/01_x.feature:3', name, message: 'falhou' };
  return {
    mutant: { kind: 'source', id: `fault ${fault}`, operator: 'domain', journey: 1, fault, what: 'erra' },
    fate: kill ? 'killed' : 'survived',
    kill,
    note: '',
    durationMs: 1,
  } as Verdict;
}

test('what noticed a fault is known in the next run, and a later survivor does not erase it', () => {
  const file = path.join(temporaryFolder('kills'), 'cache', 'kills.json');
  new KillCache(file).save([verdict('one', 'Entrar'), verdict('two', 'Sair')]);
  new KillCache(file).save([verdict('one', 'Alugar'), verdict('two', null)]);
  const cache = new KillCache(file);
  assert.deepEqual(
    [cache.scenarioFor('one'), cache.scenarioFor('two'), cache.scenarioFor('three')],
    ['Alugar', 'Sair', undefined],
  );
});

test('a file that is absent or damaged counts as empty', () => {
  const file = path.join(temporaryFolder('kills'), 'kills.json');
  assert.equal(new KillCache(file).scenarioFor('one'), undefined);
  writeFileSync(file, '{"one":');
  assert.equal(new KillCache(file).scenarioFor('one'), undefined);
});
