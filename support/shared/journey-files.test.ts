import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isThemeFile, journeyFileOf, journeyNumber } from './journey-files';

const CASES: readonly [file: string, journey: string, isTheme: boolean, number: number | null][] = [
  ['features/02_instance_lifecycle.feature', 'features/02_instance_lifecycle.feature', false, 2],
  ['features/02_instance_lifecycle/pausa.feature', 'features/02_instance_lifecycle.feature', true, 2],
  ['features/02_instance_lifecycle/03_pausa.feature', 'features/02_instance_lifecycle.feature', true, 2],
  ['11_faturas/prazos.feature', '11_faturas.feature', true, 11],
  ['features\\10_health_check\\carga.feature', 'features\\10_health_check.feature', true, 10],
  ['features/minha.feature', 'features/minha.feature', false, null],
  ['features/rascunhos/uma.feature', 'features/rascunhos/uma.feature', false, null],
  ['samples/attachments/attachments.feature', 'samples/attachments/attachments.feature', false, null],
  ['features/02_instance_lifecycle/a/b.feature', 'features/02_instance_lifecycle/a/b.feature', false, null],
  ['../02_projeto/features/a.feature', '../02_projeto/features/a.feature', false, null],
];

for (const [file, journey, isTheme, number] of CASES) {
  test(`${file} belongs to ${journey}`, () => {
    assert.deepEqual([journeyFileOf(file), isThemeFile(file), journeyNumber(file)], [journey, isTheme, number]);
  });
}
