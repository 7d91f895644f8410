import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../../testing/temporary-folder';
import { otherFiles } from './files';
import { showAll } from './report';
import { showFinding } from './show';

const FINDING = {
  file: 'a.feature',
  line: 14,
  column: 5,
  length: 3,
  rule: 'passo',
  sentence: 'Uma frase.',
  remedy: 'Escreva: x',
};

test('the mark stands under the place, also where the line has letters in two pieces', () => {
  assert.equal(
    showFinding({ ...FINDING, column: 3 }, 'e\u0301 abc d'),
    ['a.feature:14:3  Uma frase.', '    14 | e\u0301 abc d', '           ^^^', '       Escreva: x'].join('\n'),
  );
});

test('a remedy of several lines stays together', () => {
  assert.match(showFinding({ ...FINDING, remedy: 'Você quis dizer:\n  isto' }, 'abcdefgh'), /\n {7}Você quis dizer:\n {9}isto$/);
});

test('a long line is shown around its mark', () => {
  const lines = showFinding({ ...FINDING, column: 501 }, `${'a'.repeat(500)}bbb${'c'.repeat(500)}`).split('\n');
  const [, shown = '', mark = ''] = lines;
  assert.ok(shown.length < 200);
  assert.equal(shown.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1), 'bbb');
});

test('a line can neither move the cursor nor turn its neighbours around', () => {
  const shown = showFinding(FINDING, 'abc\u001B[2Jdef\u202Eghi');
  assert.ok(!shown.includes('\u001B') && !shown.includes('\u202E'));
});

test('a finding about a step definition is shown with its line too', () => {
  const folder = temporaryFolder('show');
  writeFileSync(path.join(folder, 'time.ts'), '// Passa o tempo\nGiven();\n');
  const findings = [{ ...FINDING, file: 'time.ts', line: 2, column: 1 }, FINDING, { ...FINDING, file: 'gone.ts' }];
  const sources = [{ path: 'a.feature', lines: [] }];
  const others = otherFiles(
    findings.map(({ file }) => file),
    sources,
    folder,
  );
  assert.deepEqual(
    others.map((each) => each.path),
    ['time.ts'],
  );
  assert.match(showAll(findings, [...sources, ...others]), /^time\.ts:2:1 {2}Uma frase\.\n {5}2 \| Given\(\);\n {9}\^\^\^\n/);
});
